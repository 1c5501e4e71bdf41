// The notation of expectations itself, in pages and in prompt files.

import PromptCore
import PromptRuleFiles
import PromptTestSupport
import Testing

struct NotationTests {
  private func read(
    _ text: String, _ notation: ExpectationNotation
  ) throws -> [MarkedPrompt] {
    try MarkedPrompt.read(NumberedLine.lines(of: Array(text.utf8)), notation)
  }

  @Test func caretsPointAtColumns() throws {
    let prompts = try read("a cat --s 5000\n          ^^^^ MJ203 error\na dog\n", .page)
    #expect(prompts.map(\.line) == [1, 3])
    #expect(
      prompts[0].expectations == [
        ExpectedDiagnostic("MJ203", at: ByteRange(10, 14), severity: .error)
      ])
    #expect(prompts[1].expectations.isEmpty)
  }

  @Test func columnsAreThoseOnTheScreen() throws {
    let wide = try read("桜 ü u\u{308} 🌸 --x\n          ^^^ MJ201\n", .page)[0]
    #expect(wide.expectations == [ExpectedDiagnostic("MJ201", at: ByteRange(16, 19))])
  }

  @Test func escapesCountAsTheyAreWritten() throws {
    let escaped = try read(
      "a\\u{200B}b\\x{FF}\\n\\,\n ^^^^^^^^ MJ601\n          ^^^^^^ MJ602\n", .page)[0]
    #expect(escaped.prompt.bytes == [0x61, 0xE2, 0x80, 0x8B, 0x62, 0xFF, 0x0A, 0x5C, 0x2C])
    #expect(
      escaped.expectations == [
        ExpectedDiagnostic("MJ601", at: ByteRange(1, 4)),
        ExpectedDiagnostic("MJ602", at: ByteRange(5, 6)),
      ])
  }

  @Test func repetitionsCountAsTheyAreWritten() throws {
    let long = try read("\\*{300}{ab }end\n            ^^^ MJ603\n", .page)[0]
    #expect(long.prompt.bytes.count == 903)
    #expect(long.expectations == [ExpectedDiagnostic("MJ603", at: ByteRange(900, 903))])
  }

  @Test func emptyRangesAndBytes() throws {
    let marked = try read("a ü\n  | MJ101\n2..4 MJ102\n   | MJ103\n", .page)[0]
    let ranges = marked.expectations.map(\.range)
    #expect(ranges == [ByteRange(2, 2), ByteRange(2, 4), ByteRange(4, 4)])
  }

  @Test func promptFilesHaveExpectationsInComments() throws {
    let text = "# a file\n--ar 1:1\n#^^^ MJ109\n#    ^^^ MJ303\n# 1..4 MJ203\n# a remark\n\na\\n\n"
    let prompts = try read(text, .file)
    #expect(prompts.map(\.written) == ["--ar 1:1", "a\\n"])
    #expect(prompts.map(\.prompt.bytes.count) == [8, 3])
    #expect(
      prompts[0].expectations == [
        ExpectedDiagnostic("MJ109", at: ByteRange(0, 4)),
        ExpectedDiagnostic("MJ303", at: ByteRange(5, 8)),
        ExpectedDiagnostic("MJ203", at: ByteRange(1, 4)),
      ])
  }

  @Test(arguments: [
    "^^ MJ101\n", "a cat\n ^^^\n", "a cat\n       ^ MJ101\n", "桜\n^ MJ101\n",
    "a cat\n^ MJ101 bad\n", "a\n0..2 MJ101\n",
  ])
  func unreadableLinesAreErrors(text: String) {
    #expect(throws: NotationError.self) { try read(text, .page) }
  }

  @Test func fencesKeepTheirLines() throws {
    let lines = NumberedLine.lines(of: Array("# t\n\n```prompt bad\na\n```\n".utf8))
    let fence = try #require(try MarkdownFence.read(lines).first)
    #expect(fence.info == "prompt bad")
    #expect(fence.lines.map(\.number) == [4])
    #expect(throws: NotationError.self) { try MarkdownFence.read(Array(lines.dropLast())) }
  }
}
