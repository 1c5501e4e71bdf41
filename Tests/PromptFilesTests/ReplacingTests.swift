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

  @Test(arguments: [
    ("a", "b", "b"), ("a", "b, c", "\"b, c\""), ("a", "5\" b", "\"5\"\" b\""),
    ("a", "b\nc", "\"b\nc\""), ("a", "b\rc", "\"b\rc\""), ("a", " ", "\" \""), ("a", "", "\"\""),
    ("a", "b;c\td", "b;c\td"), ("\"a\"", "b", "\"b\""), ("\"a, b\"", "c", "\"c\""),
    ("\"a\r\nb\"", "c \"d\"", "\"c \"\"d\"\"\""), ("", "a", "a"), ("\"\"", "a", "\"a\""),
  ])
  func rewritesOnlyThePromptOfCSV(old: String, prompt: String, new: String) {
    let text = { (field: String) in
      "\u{FEFF}\"id\",prompt,\r\n\"1,\"\"\",\(field),é\r\n\r\n2,x,\n3,\"y\""
    }
    let file = PromptFile(path: "a.csv", bytes: Array(text(old).utf8))
    #expect(file.replacing([]) == file.source.bytes)
    let bytes = file.replacing([(0, Array(prompt.utf8))])
    #expect(String(decoding: bytes, as: UTF8.self) == text(new))
    #expect(Array(file.reread(bytes).records[0].bytes) == Array(prompt.utf8))
    #expect(file.reread(bytes).records.count == 3)
  }

  @Test func quotesByTheDelimiterOfTheFile() {
    let tabs = PromptFile(path: "a.tsv", bytes: Array("prompt\tid\nx\t1\nx\t2".utf8))
    let tabbed = tabs.replacing([(0, Array("a, b; c".utf8)), (1, Array("a\tb".utf8))])
    #expect(String(decoding: tabbed, as: UTF8.self) == "prompt\tid\na, b; c\t1\n\"a\tb\"\t2")
    let semicolons = PromptFile(path: "a.csv", bytes: Array("prompt;id\nx;1\nx;2".utf8))
    let split = semicolons.replacing([(0, Array("a, b".utf8)), (1, Array("a; b".utf8))])
    #expect(String(decoding: split, as: UTF8.self) == "prompt;id\na, b;1\n\"a; b\";2")
  }

  @Test func keepsInvalidBytesOfCSV() {
    let file = PromptFile(path: "a.csv", bytes: Array("prompt\na".utf8) + [0xFF, 0x0A, 0xFE])
    #expect(
      file.replacing([(0, [0xFD, 0x22])]) == Array("prompt\n\"".utf8) + [
        0xFD, 0x22, 0x22, 0x22, 0x0A, 0xFE,
      ])
  }
}
