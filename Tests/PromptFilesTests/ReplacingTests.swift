// Prompts rewritten inside their files.

import PromptCore
import PromptFiles
import Testing

@Suite struct ReplacingTests {
  @Test func keepsEveryOtherByteOfLines() {
    let old = "\u{FEFF}# note\r\na cat  \r\n\r\na dog\nan owl"
    let file = PromptFile(path: "a.prompt", bytes: Array(old.utf8))
    #expect(file.replacing([]) == Array(old.utf8))
    let new = file.replacing([(2, Array("owls".utf8)), (0, Array("a cat".utf8))])
    #expect(String(decoding: new, as: UTF8.self) == "\u{FEFF}# note\r\na cat\r\n\r\na dog\nowls")
  }

  @Test func rewritesOnlyThePromptOfJSON() {
    let old = "{\"id\": \"\\u0041\" , \"prompt\":\"a \\u00e9\",\"x\":1 }\r\n\n{\"prompt\":\"b\"}"
    let file = PromptFile(path: "a.jsonl", bytes: Array(old.utf8))
    let new = file.replacing([(0, Array("é \"🐈\"\n\u{1}\u{2028}".utf8))])
    let expected =
      "{\"id\": \"\\u0041\" , \"prompt\":\"é \\\"🐈\\\"\\n\\u0001\\u2028\",\"x\":1 }\r\n\n"
      + "{\"prompt\":\"b\"}"
    #expect(String(decoding: new, as: UTF8.self) == expected)
    let again = PromptFile(path: "a.jsonl", bytes: new)
    #expect(again.records.map { $0.text.string(in: $0.range) }.first == "é \"🐈\"\n\u{1}\u{2028}")
  }

  @Test func theLaterOfTwoCountsAndLinesStayLines() {
    let file = PromptFile(path: "a.prompt", bytes: Array("a\nb\n".utf8))
    let new = file.replacing([(1, [0x78]), (1, Array("y\nz".utf8))])
    #expect(new == Array("a\ny z\n".utf8))
  }

  @Test func keepsInvalidBytesOfLines() {
    let file = PromptFile(path: "a.prompt", bytes: [0xFF, 0x0A, 0x61])
    #expect(file.replacing([(1, [0xFE])]) == [0xFF, 0x0A, 0xFE])
  }
}
