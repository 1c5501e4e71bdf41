// What is refused, in which words and where.

import Testing
import YAML

@Suite struct RefusalTests {
  private func error(_ text: String) -> YAMLError? {
    error(Array(text.utf8))
  }

  private func error(_ bytes: [UInt8]) -> YAMLError? {
    #expect(throws: YAMLError.self) { try Node.parse(bytes) }
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", #"3:1: duplicate key "a", first at line 1, column 1"#),
    ("x: {k: 1, 'k': 2}", #"1:11: duplicate key "k", first at line 1, column 5"#),
    ("\"\\e\": 1\n\"\\e\": 2", #"2:1: duplicate key "\u{1B}", first at line 1, column 1"#),
    ("a: &x b", #"1:4: anchors aren't supported; remove "&x""#),
    ("&x [a]", #"1:1: anchors aren't supported; remove "&x""#),
    ("a: *x", #"1:4: aliases aren't supported; write "x" out"#),
    ("*x", #"1:1: aliases aren't supported; write "x" out"#),
    ("a: !!int 3", #"1:4: tags aren't supported; remove "tag:yaml.org,2002:int""#),
    ("- !mine {}", #"1:3: tags aren't supported; remove "!mine""#),
    ("a\n---\nb", "2:1: a second document; a file holds one"),
    ("---\n---\n", "2:1: a second document; a file holds one"),
    ("? [a]\n: b", "1:3: a key must be text, not a collection"),
    ("{{a: b}: c}", "1:2: a key must be text, not a collection"),
  ])
  func validYAMLOutsideTheSubset(text: String, expected: String) {
    #expect(error(text)?.description == expected)
  }

  @Test(arguments: [
    ("a: 'open", 1, 9), ("a: b: c", 1, 5), ("a:\n\t- b", 2, 1), ("[a, b", 1, 6), ("a: ]", 1, 4),
    ("- a\nb", 2, 2), ("a: \"\\q\"", 1, 5), ("é: @", 1, 4), ("a: \"\\ud800\"", 1, 7),
    ("%FOO\n", 1, 5), ("a: 1\n b: 2", 2, 3), ("{a: 1", 1, 6), ("\u{FEFF}]", 1, 2),
  ])
  func brokenYAMLHasAPlace(text: String, line: Int, column: Int) {
    let error = error(text)
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.message.isEmpty == false)
  }

  private static let invalid: [([UInt8], Int, Int)] = [
    ([0x61, 0x0A, 0xFF], 2, 1), ([0xC3], 1, 1), ([0x61, 0x80], 1, 2), ([0xED, 0xA0, 0x80], 1, 1),
    ([0xC3, 0xA9, 0xC0, 0x80], 1, 2), ([0xFE, 0xFF, 0x00, 0x61], 1, 1),
  ]

  @Test(arguments: invalid)
  func invalidUTF8HasAPlace(bytes: [UInt8], line: Int, column: Int) {
    let error = error(bytes)
    #expect(error?.message == "invalid UTF-8")
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test(arguments: [
    ("a\0b", 1, 2), ("é: x\ny: \u{7}", 2, 4), ("\u{FEFF}ab\u{1B}", 1, 4), ("\0", 1, 1),
  ])
  func controlCharactersHaveAPlace(text: String, line: Int, column: Int) {
    let error = error(text)
    #expect(error?.message == "control characters are not allowed")
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func deepNestingIsRefused(opening: String) {
    let text = String(repeating: opening, count: 50_000)
    #expect(error(text)?.message == "nested deeper than 64 levels")
  }

  @Test func theLimitHasAPlace() {
    let text = String(repeating: "[", count: Node.maximumDepth + 1)
    #expect(error(text)?.column == Node.maximumDepth + 1)
  }

  @Test func quotationsAreCutShort() {
    let key = String(repeating: "k", count: 500)
    let message = error("\(key): 1\n\(key): 2")?.message ?? ""
    #expect(message.count < 100)
    #expect(message.contains("k\"…"))
  }

  /// No prefix or single changed byte of a busy file may crash.
  @Test func damagedFilesFailCleanly() throws {
    let text =
      "# é\na: [1, {b: 'c', d: \"\\x41\"}]\n? e\n: |\n  f\n  g\n"
      + "h:\n- >-\n i\n- *j\n- &k !!l m\n...\n"
    let whole = Array(text.utf8)
    for end in whole.indices {
      _ = try? Node.parse(Array(whole[..<end]))
      for byte in stride(from: 0, through: 255, by: 5) {
        var damaged = whole
        damaged[end] = UInt8(byte)
        do { _ = try Node.parse(damaged) } catch {
          #expect(error.mark.offset <= damaged.count)
          #expect(error.line >= 1 && error.column >= 1)
        }
      }
    }
  }
}
