// `mjprompt lint --format jsonl` of JSONL, which goes block by block.

import Foundation
import PromptTestSupport
import Testing

@Suite struct LintStreamTests {
  /// A few blocks of JSONL with a mistake here and there.
  private static func input(_ count: Int) -> String {
    let pad = String(repeating: "y", count: 3000)
    return (0..<count).map { number in
      number == 700
        ? "{broken\n"
        : #"{"prompt":"a p\u00f6nd \#(number) --s \#(number % 3 * 900) --v 7","pad":"\#(pad)"}"#
          + "\n"
    }.joined()
  }

  /// Each finding with its line and column; those of the whole file in one piece are the measure.
  private func places(_ output: String) throws -> [[Int]] {
    try output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try ["line", "column", "promptLine"].map { try #require(object?[$0] as? Int) }
    }
  }

  @Test func findingsAreThoseOfTheFileInOnePiece() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.input(1200), to: "in.jsonl")
    let result = try Tool.run(["lint", "--format", "jsonl", "in.jsonl"], in: folder.path)
    #expect(result.status == 3 && result.errors.contains("in.jsonl:701:2: expected a field name"))
    let whole = try Tool.run(["lint", "--format", "json", "in.jsonl"], in: folder.path)
    let objects = try JSONSerialization.jsonObject(with: Data(whole.bytes)) as? [[String: Any]]
    let expected = try #require(objects).map { object in
      ["line", "column", "promptLine"].map { object[$0] as? Int ?? -1 }
    }
    #expect(try places(result.output) == expected && expected.count == 400)
    let piped = try Tool.run(
      ["lint", "--format", "jsonl", "--stdin-filename", "in.jsonl", "-"],
      input: Array(Self.input(1200).utf8), in: folder.path)
    #expect(piped.bytes == result.bytes)
  }

  @Test func exitCodeIsThatOfTheWorst() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"prompt":"a pond --s 5000 --v 7"}"# + "\n", to: "in.jsonl")
    let lint = ["lint", "--format", "jsonl"]
    #expect(try Tool.run(lint + ["in.jsonl"], in: folder.path).status == 1)
    #expect(try Tool.run(lint + ["--ignore", "MJ203", "in.jsonl"], in: folder.path).status == 0)
    #expect(try Tool.run(lint + ["missing.jsonl"], in: folder.path).status == 3)
  }
}
