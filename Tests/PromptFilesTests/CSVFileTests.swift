// Files of records with commas between their fields.

import PromptCore
import PromptFiles
import Testing

@Suite struct CSVFileTests {
  private func file(_ text: String, path: String = "a.csv", field: String = "prompt") -> PromptFile
  {
    PromptFile(path: path, field: field, bytes: Array(text.utf8))
  }

  private func prompts(_ file: PromptFile) -> [String] {
    file.records.map { $0.text.string(in: $0.range) }
  }

  @Test(arguments: [
    ("prompt\na cat\n", ["a cat"]),
    ("prompt\r\na cat\r\na dog", ["a cat", "a dog"]),
    ("\u{FEFF}prompt\na cat", ["a cat"]),
    ("\u{FEFF}\"prompt\"\n\"a cat\"", ["a cat"]),
    ("\n \r\nid,prompt\n\n1,a cat\n\t\n2,a dog\n\n", ["a cat", "a dog"]),
    ("id,prompt,x\n1,\"a cat, sitting\",2\n", ["a cat, sitting"]),
    ("prompt\n\"a \"\"red\"\" cat\"\n\"\"\"\"\n", ["a \"red\" cat", "\""]),
    (
      "prompt,n\n\"two\nlines\",1\n\"three\r\n\r\nlines\",2\nx,3",
      ["two\nlines", "three\r\n\r\nlines", "x"]
    ),
    ("prompt\n  a cat  \n\" a cat \"\n", ["  a cat  ", " a cat "]),
    ("prompt,n\na 5\" pipe,1\na \"b\" c,2\n", ["a 5\" pipe", "a \"b\" c"]),
    ("prompt,n\n,1\n\"\",2\n", ["", ""]), ("prompt\n\"\"\n\n\" \"\n", ["", " "]),
    ("prompt\na\rb\nc\r", ["a\rb", "c\r"]),
    ("n,prompt\n1\n2,a", ["a"]),
    ("prompt,n,m\na\nb,1\n", ["a", "b"]),
    ("prompt\n# a cat\n", ["# a cat"]),
    ("id;prompt\n1;a cat, sitting\n", ["a cat, sitting"]),
    ("\"a,b\";prompt\n1;\"x;y\"\n", ["x;y"]),
    ("Prompt,prompt,PROMPT\n1,2,3\n", ["2"]),
    ("pro\"mpt,\"p\"\"q\",prompt\n1,2,3\n", ["3"]),
    ("", []), ("\u{FEFF}", []), ("\n\n", []), ("prompt", []), ("id,prompt\n", []),
  ])
  func findsPrompts(text: String, expected: [String]) {
    let file = file(text)
    #expect(prompts(file) == expected)
    #expect(file.problems.map(\.message).allSatisfy { $0.hasPrefix("the record ends") })
  }

  @Test func readsTabs() {
    let file = file("id\tprompt\n1\ta cat, sitting; \"red\"\n2\t\"a\tb\"\n", path: "a.tsv")
    #expect(prompts(file) == ["a cat, sitting; \"red\"", "a\tb"])
    #expect(file.problems.isEmpty)
  }

  @Test(arguments: [("text", "1"), ("a \"b\"", "2"), ("é", "3"), ("", "4")])
  func takesTheFieldThatIsAskedFor(field: String, prompt: String) {
    let table = "text,\"a \"\"b\"\"\",é,,prompt\n1,2,3,4,5\n"
    #expect(prompts(file(table, field: field)) == [prompt])
    let quoted = field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\\"")
    let line = "{\"prompt\":\"5\",\"\(quoted)\":\"\(prompt)\"}"
    #expect(prompts(file(line, path: "a.jsonl", field: field)) == [prompt])
  }

  // MARK: What is wrong

  @Test(arguments: [
    (
      "id,text\n1,2\n", 1, 1,
      #"the header has no column "prompt" but "id", "text"; name the right one with --field"#
    ),
    (
      "\n\u{1B},\"a\"\"b\",\(String(repeating: "é", count: 31)),4,5,6,7,8,9\n", 2, 1,
      "the header has no column \"prompt\" but \"\u{1B}\", \"a\"b\", \"\(String(repeating: "é", count: 30))…\", \"4\", \"5\", \"6\", \"7\", \"8\", …; name the right one with --field"
    ),
    ("é,prompt,\"prompt\"\na,b,c\n", 1, 10, #"a second column "prompt""#),
    ("id,\"prompt\n1,2\n", 1, 4, "the field has no closing quote; nothing behind it was read"),
  ])
  func reportsTheHeader(text: String, line: Int, column: Int, message: String) {
    let file = file(text)
    #expect(file.problems.map(\.message) == [message])
    #expect(file.problems.map(\.location.line) == [line])
    #expect(file.problems.map(\.location.column) == [column])
    #expect(file.records.isEmpty)
  }

  static let stray = "text behind the closing quote; a quote inside a quoted field is written twice"

  @Test(arguments: [
    (
      "1,a cat, red", 9,
      "3 fields where the header has 2; a field that holds `,` needs quotes around it"
    ),
    (
      "é,a,\"b\"", 5,
      "3 fields where the header has 2; a field that holds `,` needs quotes around it"
    ),
    ("\"1\"", 1, "the record ends before the column \"prompt\""),
    ("1,\"é\" ", 6, stray), ("1,\"a\"b\"", 6, stray), ("\"a \"b\", c\"\"", 5, stray),
    ("1,\"a\"\rb", 6, stray), ("1,\"a\"\"\"b\"", 8, stray),
  ])
  func reportsRecords(record: String, column: Int, message: String) {
    let file = file("id,prompt\n\"1\n2\",x\n" + record + "\ne,ok\n")
    #expect(file.problems.map(\.message) == [message])
    #expect(file.problems.map(\.location.line) == [4])
    #expect(file.problems.map(\.location.column) == [column])
    #expect(file.records.map(\.line) == [3, 5])
    #expect(prompts(file) == ["x", "ok"])
  }

  @Test func anOpenQuoteEndsTheReading() {
    let file = file("id,prompt\n1,a\n2,é \n3,\"b\n4,c\n")
    #expect(prompts(file) == ["a", "é "])
    #expect(file.problems.map(\.location) == [SourceLocation(line: 4, utf8Column: 3, column: 3)])
    #expect(file.problems[0].message.hasPrefix("the field has no closing quote"))
  }

  // MARK: Places

  @Test func mapsOffsetsBackToTheFile() {
    let file = file("\u{FEFF}id,prompt,n\r\né,\"a \"\"é\"\"\r\n🐈 \"\"b\",x\r\n")
    let record = file.records[0]
    #expect(record.line == 2)
    #expect(record.text.string(in: record.range) == "a \"é\"\r\n🐈 \"b")
    let places = (record.range.start...record.range.end).map { file.location(of: $0, in: record) }
    // a, blank, ", é (2 bytes), ", CR, LF, then on the next line 🐈 (4 bytes), blank, ", b, the end
    #expect(places.map(\.line) == [2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3])
    #expect(places.map(\.column) == [4, 5, 6, 8, 9, 9, 11, 12, 1, 2, 2, 2, 2, 3, 5, 6])
    #expect(places.map(\.utf8Column) == [5, 6, 7, 9, 10, 11, 13, 14, 1, 2, 3, 4, 5, 6, 8, 9])
    var cursor = file.locations(in: record)
    for offset in [15, 0, 9, 3, 8, 7, 12] as [UInt32] {
      #expect(cursor.location(of: offset) == places[Int(offset)])
    }
  }

  @Test func everyOffsetPointsAtItsByte() {
    let file = file("n,prompt\n1,\"a\nb\"\n2,plain é\n\"3\n3\",\"x \"\"y\"\"\"\n4,\"\"\"\"\n")
    let index = LineIndex(file.source)
    for record in file.records {
      for offset in record.range.start..<record.range.end {
        let place = file.location(of: offset, in: record)
        let here = file.source.bytes.indices.first {
          index.location(of: UInt32($0)).line == place.line
            && index.location(of: UInt32($0)).utf8Column == place.utf8Column
        }
        #expect(here.map { file.source.bytes[$0] } == record.text.bytes[Int(offset)])
      }
    }
    #expect(file.records.map(\.line) == [2, 4, 6, 7])
  }

  @Test func invalidBytesAreKept() {
    let file = PromptFile(path: "a.csv", bytes: Array("prompt\n\"a\"\"".utf8) + [0xFF, 0x22])
    #expect(file.records.map { Array($0.bytes) } == [[0x61, 0x22, 0xFF]])
    #expect(file.problems.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func aHundredThousandRecordsAreLinear() {
    let bytes =
      Array("prompt,n\n".utf8)
      + Array(String(repeating: "\"a \"\"cat\"\"\nb\",1\r\n", count: 100_000).utf8)
    let file = PromptFile(path: "a.csv", bytes: bytes)
    #expect(file.records.count == 100_000)
    #expect(file.records.last?.line == 200_000)
  }
}
