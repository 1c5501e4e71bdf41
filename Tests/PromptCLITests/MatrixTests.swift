// `mjprompt rules matrix`, and the page made of it.

import Foundation
import PromptTestSupport
import Testing

@Suite struct MatrixTests {
  @Test func pageIsFresh() throws {
    let page = try String(contentsOfFile: Repository.file("docs/compatibility.md"), encoding: .utf8)
    let result = try Tool.run(["rules", "matrix", "--format", "markdown"])
    #expect(
      result.output == page,
      "refresh it: mjprompt rules matrix --format markdown > docs/compatibility.md")
  }

  @Test func textShowsTheModelsAskedFor() throws {
    let result = try Tool.run(["rules", "matrix", "--models", "v6.1,8.2"])
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.first == ["parameter", "v6.1", "v8.2"])
    #expect(lines.contains(["--stylize", "0–1000", "0–1000"]))
    #expect(lines.contains(["--quality", ".25/.5/1/2", "–"]))
    #expect(lines.contains(["--draft", "–", "yes", "x"]))
    #expect(try Tool.run(["rules", "matrix", "--models", "v77"]).status == 2)
  }

  @Test func jsonNamesSourceAndConfidenceOfEachCell() throws {
    let result = try Tool.run(["rules", "matrix", "--format", "json"])
    let cells = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    for cell in cells {
      #expect((cell["sources"] as? [String])?.isEmpty == false)
      #expect(cell["confidence"] is String && cell["verified"] is String)
    }
    let oref = cells.first {
      $0["parameter"] as? String == "oref" && $0["model"] as? String == "v8.2"
    }
    #expect(oref?["supported"] as? Bool == false)
  }
}
