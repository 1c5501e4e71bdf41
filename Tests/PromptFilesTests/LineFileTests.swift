// Files of one prompt a line.

import PromptCore
import PromptFiles
import Testing

@Suite struct LineFileTests {
  private func prompts(_ text: String) -> [String] {
    prompts(Array(text.utf8))
  }

  private func prompts(_ bytes: [UInt8]) -> [String] {
    let file = PromptFile(path: "a.prompt", bytes: bytes)
    return file.records.map { $0.text.string(in: $0.range) }
  }

  @Test(arguments: [
    ("", []),
    ("\n\n", []),
    ("a cat", ["a cat"]),
    ("a cat\n", ["a cat"]),
    ("a cat\r\na dog\r\n", ["a cat", "a dog"]),
    ("a\rcat\na dog\r", ["a\rcat", "a dog\r"]),
    ("a cat\r\r\n", ["a cat\r"]),
    ("\u{FEFF}a cat\n", ["a cat"]),
    ("\u{FEFF}# note\na cat\n", ["a cat"]),
    ("  \t\r\n  a cat  \n", ["  a cat  "]),
    ("# one\n#two\n # three\n", [" # three"]),
    ("a\0cat\n", ["a\0cat"]),
  ])
  func findsPrompts(text: String, expected: [String]) {
    #expect(prompts(text) == expected)
  }

  @Test func keepsInvalidUTF8() {
    let file = PromptFile(path: "a.prompt", bytes: [0x61, 0xFF, 0x0A, 0x62])
    #expect(file.records.map { Array($0.bytes) } == [[0x61, 0xFF], [0x62]])
    #expect(file.problems.isEmpty)
  }

  @Test func numbersLinesAndColumnsOfTheFile() {
    let file = PromptFile(path: "a.prompt", bytes: Array("\u{FEFF}# note\r\n\r\né — x\r\n".utf8))
    let record = file.records[0]
    #expect(record.line == 3)
    let offset = record.range.end - 1
    #expect(
      file.location(of: offset, in: record)
        == SourceLocation(line: 3, utf8Column: 8, column: 5))
    #expect(file.location(of: .max, in: record).column == 6)
    #expect(file.location(of: 0, in: record).column == 1)
  }

  @Test func aCursorAgreesWithSingleQuestions() {
    let file = PromptFile(path: "a.prompt", bytes: Array("x\né🐈 — cat\n".utf8))
    let record = file.records[1]
    var cursor = file.locations(in: record)
    for offset in Array(record.range.start...record.range.end) + [5, 4, 9, 3] {
      #expect(cursor.location(of: offset) == file.location(of: offset, in: record))
    }
  }

  @Test func doesNotCountAByteOrderMark() {
    let file = PromptFile(path: "a.prompt", bytes: Array("\u{FEFF}cat".utf8))
    #expect(file.location(of: 3, in: file.records[0]).utf8Column == 1)
  }

  @Test func standardInputHasAName() {
    #expect(PromptFile(path: "-", bytes: []).path == "<stdin>")
  }

  @Test(arguments: [
    ("a.prompt", PromptFile.Format.lines), ("a", .lines), ("-", .lines), ("a.txt", .lines),
    ("a.jsonl", .jsonl), ("a.JSONL", .jsonl), ("a.ndjson", .jsonl), ("a.jsonl.bak", .lines),
    ("a.csv", .csv), ("A.CSV", .csv), ("a.tsv", .tsv), ("csv", .lines),
  ])
  func readsTheFormatFromTheExtension(path: String, format: PromptFile.Format) {
    #expect(PromptFile(path: path, bytes: []).format == format)
    #expect(PromptFile(path: path, format: .jsonl, bytes: []).format == .jsonl)
  }

  @Test(.timeLimit(.minutes(1)))
  func aLineOfTenMegabytesIsOneRecord() {
    let bytes = [UInt8](repeating: 0x61, count: 10_000_000)
    let file = PromptFile(path: "a.prompt", bytes: bytes)
    #expect(file.records.map(\.range) == [ByteRange(0, 10_000_000)])
    #expect(file.location(of: 9_999_999, in: file.records[0]).column == 10_000_000)
  }

  @Test(.timeLimit(.minutes(1)))
  func aHundredThousandLinesAreLinear() {
    let bytes = Array(String(repeating: "a cat\r\n", count: 100_000).utf8)
    let file = PromptFile(path: "a.prompt", bytes: bytes)
    #expect(file.records.count == 100_000)
    #expect(file.records.last?.line == 100_000)
  }
}
