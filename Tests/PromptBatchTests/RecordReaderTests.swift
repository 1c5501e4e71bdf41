// The records of a batch one by one.

import PromptBatch
import PromptCore
import PromptFiles
import PromptTestSupport
import Testing

@Suite struct RecordReaderTests {
  /// Lines with their prompts and one field, or what is wrong with them.
  private func records(
    _ text: String, _ format: PromptFile.Format, field: String = "id"
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "in")
    var reader = try RecordReader(path, format: format)
    var found: [String] = []
    while true {
      do {
        guard let record = try reader.next() else { return found }
        let prompt = record.source.string(in: record.range)
        found.append("\(record.line) \(prompt) \(record.text(field) ?? "-")")
      } catch let problem as FileProblem {
        found.append("\(problem.location.line) !")
      }
    }
  }

  @Test func linesArePromptsBlankOnesToo() throws {
    #expect(try records("\u{FEFF}a\r\n\n# b\nc", .lines) == ["1 a -", "2  -", "3 # b -", "4 c -"])
    #expect(try records("", .lines) == [])
  }

  @Test func objectsKeepTheirFields() throws {
    let text = """
      {"id":"x","prompt":"a\\u0020pond","n":1}
      {broken
      {"prompt":"b","id":7}
      {"id":"y"}

      {"prompt":"c","id":["p","q"]}
      {"prompt":"d","prompt":"e"}

      """
    #expect(
      try records(text, .jsonl) == [
        "1 a pond x", "2 !", "3 b 7", "4 !", "5  -", "6 c -", "7 !",
      ])
  }

  @Test func rowsKeepTheirColumns() throws {
    let text = "id;prompt\nx;\"a, \"\"b\"\"\nc\"\ny;d\nz;e;f;g\n"
    #expect(try records(text, .csv) == ["2 a, \"b\"\nc x", "4 d y", "5 !"])
    #expect(throws: FileProblem.self) { try records("a,b\n1,2\n", .csv) }
  }

  /// As many records as lines, across blocks of a megabyte, each with its own line.
  @Test func blocksAreJoined() throws {
    let pad = String(repeating: "y", count: 900)
    let text = (1...5000).map { #"{"prompt":"\#($0) \#(pad)","id":"\#($0)"}"# + "\n" }.joined()
    let found = try records(text, .jsonl)
    #expect(found.count == 5000)
    #expect(found.enumerated().allSatisfy { $1.hasPrefix("\($0 + 1) \($0 + 1) y") })
    #expect(found.enumerated().allSatisfy { $1.hasSuffix("y \($0 + 1)") })
  }
}
