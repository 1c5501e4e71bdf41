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
    #expect(lines.contains(["weights", "decimal", "–"]))
    #expect(lines.contains(["--quality", ".25/.5/1/2", "x", "–", "x"]))
    #expect(lines.contains(["--draft", "–", "–", "x"]))
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

// MARK: The facts

/// Tests/Fixtures/compatibility.tsv holds what is known of the models apart from the rule files, cell by
/// cell, in the words of `rules matrix`.
@Suite struct CompatibilityTests {
  static let table: [[String]] = {
    let path = Repository.file("Tests/Fixtures/compatibility.tsv")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }()

  @Test func tableCoversTheModels() throws {
    let header = try #require(Self.table.first)
    #expect(header.count == 19 && Self.table.count > 12)
    #expect(Self.table.allSatisfy { $0.count == header.count })
  }

  @Test(arguments: table.dropFirst())
  func matrixAgreesCellByCell(_ row: [String]) throws {
    let result = try Tool.run(["rules", "matrix", "--format", "json"])
    let cells = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    for (model, expected) in zip(Self.table[0], row).dropFirst() {
      let cell = cells.first {
        ($0["parameter"] ?? $0["feature"]) as? String == row[0] && $0["model"] as? String == model
      }
      #expect(cell?["cell"] as? String == expected, "\(row[0]) in \(model)")
    }
  }

  /// What sources disagree on is no error: not where support is disputed, and not between what some
  /// and what all allow.
  @Test(arguments: [
    "a cat --ow 0 --oref https://example.com/a.png --v 7", "a cat --q .5 --v 7",
    "a cat --q 4 --v 8.2", "a cat --draft --v 8.2", "a cat --ar 10:1 --v 6", "a cat --tile --test",
    "a cat --weird 2000 --v 5.2", "a::2 b --v 8.1",
    "https://example.com/a.png a cat --iw .1 --v 5.2",
    "a cat --oref https://a.example/b.png --fast --v 7",
    "https://example.com/a.png --video --bs 3 --v 7", "a poppy--ar 2:3 --v 7",
    "a cat --no x --no y --v 7",
    "a cat --v 7 --niji 6", "a cat --c 1 --c 2 --v 7", "a cat --ow 9 --v 7",
    "a cat --cw 9 --v 6", "a cat --q 2 --v 5", "a cat --fast --turbo --v 7",
    "a naked cat --v 7",
  ])
  func disputedFactsAreNoErrors(_ prompt: String) throws {
    let result = try Tool.run(["lint", "--format", "json", "--prompt", prompt])
    #expect(result.output.contains("\"MJ"), "\(prompt): nothing is reported")
    #expect(!result.output.contains("\"error\""), "\(prompt): \(result.output)")
  }
}
