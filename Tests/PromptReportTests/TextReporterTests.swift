// Snippets for people, compared whole.

import PromptCore
import PromptFiles
import PromptReport
import Testing

@Suite struct TextReporterTests {
  /// The snippet's lines between the empty bar and the remarks.
  private func snippet(
    _ text: String, at needle: String, width: Int = 100, path: String = "a.prompt"
  ) -> String {
    let file = sample(text, path: path) { record in
      [Diagnostic(hiddenCharacter, at: record.range(of: needle), "m")]
    }
    let lines = TextReporter(width: width).text(file).split(separator: "\n")
    return lines.dropFirst(3).joined(separator: "\n")
  }

  @Test func showsThePromptWithCarets() {
    let expected = """
      error[MJ203] value-out-of-range: `--s 5000` is above 1000, the highest value v7 takes
        --> prompts.prompt:3:11
         |
       3 | a cat --s 5000 --v 7
         |           ^^^^
         = help: use a number from 0 to 1000
         = fix (unsafe): write `--s 1000`


      """
    #expect(TextReporter().text(clampSample()) == expected)
  }

  @Test func placesNotes() {
    let file = sample("a cat --s 50 --s 60") { record in
      let notes = [
        DiagnosticNote("first given here", at: record.range(of: "--s 50")),
        DiagnosticNote("the last one counts"),
        DiagnosticNote("overlaps", at: record.range(of: "60")),
      ]
      let fix = FixIt("drop `--s 50`", .safe, [TextEdit(record.range(of: "--s 50 "), "")])
      let range = record.range(of: "--s 60")
      return [Diagnostic(outOfRange, at: range, "twice", notes: notes, fixes: [fix])]
    }
    let expected = """
      error[MJ203] value-out-of-range: twice
        --> prompts.prompt:1:14
         |
       1 | a cat --s 50 --s 60
         |       ------ ^^^^^^
         |       first given here
         = note: the last one counts
         = note: overlaps (1:18)
         = fix: drop `--s 50`


      """
    #expect(TextReporter().text(file) == expected)
  }

  @Test func widensTheGutterForLongNumbers() {
    let text = String(repeating: "\n", count: 1233) + "a cat --s 5000"
    let expected = """
      error[MJ203] value-out-of-range: `--s 5000` is above 1000, the highest value v7 takes
           --> prompts.prompt:1234:11
            |
       1234 | a cat --s 5000
            |           ^^^^
      """
    #expect(TextReporter().text(clampSample(text)).hasPrefix(expected))
  }

  @Test func paints() {
    let text = TextReporter(colors: .colored).text(clampSample("--s 5000"))
    let expected =
      "\u{1B}[1;31merror[MJ203]\u{1B}[0m\u{1B}[1m value-out-of-range: `--s 5000` is above 1000, "
      + "the highest value v7 takes\u{1B}[0m\n"
      + "  \u{1B}[2m-->\u{1B}[0m prompts.prompt:1:5\n"
      + "\u{1B}[2m   |\u{1B}[0m\n"
      + "\u{1B}[2m 1 |\u{1B}[0m --s 5000\n"
      + "\u{1B}[2m   |\u{1B}[0m     \u{1B}[1;31m^^^^\u{1B}[0m\n"
      + "   \u{1B}[2m=\u{1B}[0m \u{1B}[1mhelp:\u{1B}[0m use a number from 0 to 1000\n"
      + "   \u{1B}[2m=\u{1B}[0m \u{1B}[1mfix (unsafe):\u{1B}[0m write `--s 1000`\n\n"
    #expect(text == expected)
  }

  @Test(arguments: [
    ("猫 と犬 x", "犬", " 1 | 猫 と犬 x\n   |      ^^"),
    ("🐈 cat", "cat", " 1 | 🐈 cat\n   |    ^^^"),
    ("e\u{301}a\u{308}x", "x", " 1 | e\u{301}a\u{308}x\n   |   ^"),
    ("한글 x", "x", " 1 | 한글 x\n   |      ^"),
    ("ａ：x", "x", " 1 | ａ：x\n   |     ^"),
    ("❤️ 👩‍💻 x", "x", " 1 | ❤ 👩💻 x\n   |        ^"),
    ("a\tb", "b", " 1 | a b\n   |   ^"),
    ("a\u{200B}b", "b", " 1 | a\\u{200B}b\n   |          ^"),
    ("a\u{200B}b", "\u{200B}", " 1 | a\\u{200B}b\n   |  ^^^^^^^^"),
    ("\u{202E}x", "x", " 1 | \\u{202E}x\n   |         ^"),
    ("a\u{A0}b", "b", " 1 | a\\u{A0}b\n   |        ^"),
    ("a\u{1B}[31mb\rc", "c", " 1 | a\\u{1B}[31mb\\rc\n   |               ^"),
    ("a\u{9B}2Jb", "b", " 1 | a\\u{9B}2Jb\n   |          ^"),
    ("cat\u{200D}s", "s", " 1 | cat\\u{200D}s\n   |            ^"),
    ("a cat", "nothing", " 1 | a cat\n   |      ^"),
  ])
  func alignsCarets(text: String, needle: String, expected: String) {
    #expect(snippet(text, at: needle) == expected)
  }

  @Test func showsInvalidBytes() {
    let file = PromptFile(path: "a.prompt", bytes: [0x61, 0xFF, 0xE2, 0x82, 0x62])
    let diagnostic = Diagnostic(hiddenCharacter, at: ByteRange(2, 4), "m")
    let text = TextReporter().text(ReportedFile(file, [[diagnostic]]))
    #expect(text.contains(" 1 | a\\xFF\\xE2\\x82b\n   |      ^^^^^^^^\n"))
  }

  @Test func escapesMessagesAndPaths() {
    let file = sample("cat", path: "a\u{1B}c.prompt") { record in
      let fix = FixIt("\u{7}", .displayOnly, [])
      let note = DiagnosticNote("\u{202E}")
      return [
        Diagnostic(
          hiddenCharacter, at: record.range, "a\u{1B}]0;x\u{7}\nb", help: "\u{200B}",
          notes: [note], fixes: [fix])
      ]
    }
    let expected = #"""
      warning[MJ601] hidden-character: a\u{1B}]0;x\u{7}\nb
        --> a\u{1B}c.prompt:1:1
         |
       1 | cat
         | ^^^
         = note: \u{202E}
         = help: \u{200B}
         = fix (display-only): \u{7}


      """#
    #expect(TextReporter().text(file) == expected)
  }

  @Test func cutsLongPromptsAroundTheCaret() {
    let long =
      String(repeating: "abcdefghi ", count: 20) + "HERE" + String(repeating: " xyz", count: 50)
    let expected = """
       1 | …i abcdefghi HERE xyz xyz xyz xyz xyz …
         |              ^^^^
      """
    #expect(snippet(long, at: "HERE", width: 44) == expected)
    let start = " 1 | HERE" + String(repeating: " xyz", count: 8) + " xy…\n   | ^^^^"
    #expect(snippet("HERE" + String(repeating: " xyz", count: 50), at: "HERE", width: 45) == start)
    let end = String(repeating: "xyz ", count: 50) + "HERE"
    #expect(
      snippet(end, at: "HERE", width: 30) == " 1 | …xyz xyz xyz xyz xyz HERE\n   |  "
        + String(repeating: " ", count: 20) + "^^^^")
  }

  @Test func neverPassesTheWidth() {
    let text = String(repeating: "猫\u{200B}e\u{301}x", count: 300)
    for offset in stride(from: 0, through: 3000, by: 7) {
      let file = sample(text) { record in
        let range = ByteRange(UInt32(offset), UInt32(offset + 5))
        return [Diagnostic(hiddenCharacter, at: range, "m")]
      }
      let lines = TextReporter(width: 60).text(file).split(separator: "\n")
      let columns = lines[3].unicodeScalars.reduce(0) {
        $0 + ($1 == "猫" ? 2 : $1 == "\u{301}" ? 0 : 1)
      }
      #expect(columns <= 60 && lines[4].unicodeScalars.count <= 60)
      #expect(lines[4].contains("^"))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func manyFindingsInALongLineAreQuick() {
    let text = String(repeating: "cat ", count: 250_000)
    let file = sample(text) { _ in
      (0..<500).map { Diagnostic(hiddenCharacter, at: ByteRange($0 * 2000, $0 * 2000 + 3), "m") }
    }
    #expect(TextReporter().text(file).utf8.count > 50_000)
  }

  @Test func showsTheLineOfAPromptOfManyLines() {
    let json = #"{"id":1,"prompt":"one\ntwo HERE\u00e9\nthree"}"#
    #expect(
      snippet("\n" + json, at: "HEREé\nth", path: "a.jsonl")
        == " 2 | two HEREé\n   |     ^^^^^")
    #expect(snippet(json, at: "\nthree", path: "a.jsonl") == " 1 | two HEREé\n   |          ^")
  }
}
