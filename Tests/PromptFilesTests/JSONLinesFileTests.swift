// Files of one JSON object a line.

import PromptCore
import PromptFiles
import Testing

@Suite struct JSONLinesFileTests {
  private func file(_ text: String) -> PromptFile {
    PromptFile(path: "a.jsonl", bytes: Array(text.utf8))
  }

  @Test(arguments: [
    (#"{"prompt":"a cat"}"#, "a cat"),
    (" { \"id\" : 1 , \"prompt\" : \"a cat\" } \r", "a cat"),
    (#"{"prompt":""}"#, ""),
    (
      #"{"a":[{},[],{"prompt":"no"},[1,-0.5e+3]],"prompt":"yes","b":{"c":null,"d":[true,false]}}"#,
      "yes"
    ),
    (#"{"pr\u006fmpt":"a"}"#, "a"),
    (#"{"prompt":"\"\\\/\b\f\n\r\t"}"#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#"{"prompt":"\u00e9\uD83D\uDC08\u0000"}"#, "é🐈\0"),
    (#"{"prompt":"é🐈"}"#, "é🐈"),
    (#"{"note":"\uD800","prompt":"x"}"#, "x"),
  ])
  func decodes(line: String, prompt: String) {
    let file = file(line)
    #expect(file.problems.isEmpty)
    #expect(file.records.map { $0.text.string(in: $0.range) } == [prompt])
  }

  @Test(arguments: [
    ("a cat", 1, "expected a JSON object"),
    ("[]", 1, "expected a JSON object"),
    ("{}", 1, "the object has no field \"prompt\""),
    (#"{"Prompt":"x"}"#, 1, "the object has no field \"prompt\""),
    (#"{"prompt":3}"#, 11, "the field \"prompt\" is not a string"),
    (#"{"prompt":"a","prompt":"b"}"#, 15, "a second field \"prompt\""),
    (#"{"prompt":"a","pr\u006Fmpt":"b"}"#, 15, "a second field \"prompt\""),
    (#"{"prompt":"a"} x"#, 16, "text after the JSON object"),
    (#"{"prompt":"a""#, 14, "expected `,` or `}`"),
    (#"{"prompt":"a",}"#, 15, "expected a field name in quotes"),
    (#"{"prompt" "a"}"#, 11, "expected `:` after a field name"),
    (#"{"prompt":"a"#, 11, "the string has no closing quote"),
    (#"{"prompt":"\x"}"#, 12, "unknown escape"),
    (#"{"prompt":"é\u12"}"#, 13, "expected four hexadecimal digits after `\\u`"),
    (#"{"prompt":"\uD83D"}"#, 12, "half of a surrogate pair without the other half"),
    (#"{"prompt":"é\uDC08\uD83D"}"#, 13, "half of a surrogate pair without the other half"),
    (#"{"prompt":"\uD83Dx"}"#, 12, "half of a surrogate pair without the other half"),
    ("{\"prompt\":\"a\tb\"}", 13, "a control character in a string must be escaped"),
    ("{\"prompt\":\"a\0b\"}", 13, "a control character in a string must be escaped"),
    (#"{"a":[1,],"prompt":"x"}"#, 9, "expected a JSON value"),
    (#"{"a":[1}],"prompt":"x"}"#, 8, "expected `,` or `]`"),
    (#"{"a":01,"prompt":"x"}"#, 7, "expected `,` or `}`"),
    (#"{"a":1.,"prompt":"x"}"#, 8, "expected a digit"),
    (#"{"a":-,"prompt":"x"}"#, 7, "expected a digit"),
    (#"{"a":truth,"prompt":"x"}"#, 6, "expected a JSON value"),
  ])
  func reports(line: String, column: Int, message: String) {
    let file = file("\n" + line + "\n{\"prompt\":\"ok\"}\n")
    #expect(file.problems.map(\.message) == [message])
    #expect(file.problems.map(\.location.line) == [2])
    #expect(file.problems.map(\.location.column) == [column])
    #expect(file.records.map(\.line) == [3])
  }

  @Test func reportsInvalidUTF8() {
    let bad = Array("{\"prompt\":\"ok\"}\n{\"prompt\":\"".utf8) + [0xFF] + Array("\"}".utf8)
    let file = PromptFile(path: "a.jsonl", bytes: bad)
    #expect(file.problems.map(\.message) == ["invalid UTF-8, which JSON does not allow"])
    #expect(file.problems.map(\.location.column) == [12])
    #expect(file.records.count == 1)
  }

  @Test func mapsOffsetsBackToTheFile() {
    let line = #"{"é":1,"prompt":"a\u00e9b\uD83D\uDC08c"}"#
    let file = file("\u{FEFF}\n" + line)
    let record = file.records[0]
    let places = (record.range.start...record.range.end).map {
      file.location(of: $0, in: record)
    }
    #expect(places.allSatisfy { $0.line == 2 })
    // a, é (2 bytes), b, 🐈 (4 bytes), c, the end
    #expect(places.map(\.column) == [18, 19, 19, 25, 26, 26, 26, 26, 38, 39])
    #expect(places.map(\.utf8Column) == [19, 20, 20, 26, 27, 27, 27, 27, 39, 40])
  }

  @Test func deepNestingNeedsNoStack() {
    let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    #expect(file(#"{"a":\#(deep),"prompt":"x"}"#).records.count == 1)
    let open = String(repeating: "{\"a\":", count: 200_000)
    #expect(file(open).problems.count == 1)
  }

  @Test func hasNoComments() {
    let file = file("# mjprompt: ignore\n{\"prompt\":\"x\"}\n")
    #expect(file.problems.map(\.message) == ["expected a JSON object"])
    #expect(file.records.map(\.suppressions) == [[]])
  }
}
