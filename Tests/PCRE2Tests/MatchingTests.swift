// What searches find, in which bytes.

import PCRE2
import Testing

@Suite struct MatchingTests {
  private func first(
    _ source: String, _ options: PatternOptions = [], in text: String, from offset: Int = 0
  ) throws -> Range<Int>? {
    let pattern = try Pattern(source, options: options)
    var scratch = MatchScratch()
    return try pattern.firstMatch(in: Array(text.utf8).span, from: offset, scratch: &scratch)
  }

  private func all(_ source: String, in text: String, from offset: Int = 0) throws -> [Range<Int>] {
    let pattern = try Pattern(source)
    var scratch = MatchScratch()
    return try pattern.allMatches(in: Array(text.utf8).span, from: offset, scratch: &scratch)
  }

  @Test(arguments: [
    ("cat", "a cat", 2..<5), ("é+", "cafééx", 3..<7), (".", "日本", 0..<3), ("猫", "a猫b", 1..<4),
    (#"\bnu\b"#, "änu nu", 5..<7), (#"\p{Lu}"#, "aÉ", 1..<3), (#"\w+"#, "— жук", 4..<10),
    ("😀", "x😀", 1..<5), ("a\\z", "ba", 1..<2), ("", "abc", 0..<0),
  ])
  func rangesAreInBytes(source: String, text: String, expected: Range<Int>) throws {
    #expect(try first(source, in: text) == expected)
  }

  @Test func noMatchIsNil() throws {
    #expect(try first("dog", in: "a cat") == nil)
    #expect(try first("a", in: "") == nil)
  }

  @Test func emptySubjectsCanMatch() throws {
    #expect(try first("^$", in: "") == 0..<0)
    #expect(try all("x*", in: "") == [0..<0])
  }

  @Test(arguments: [("STRASSE", "strasse"), ("äé", "ÄÉ"), ("жук", "ЖУК"), ("k", "\u{212A}")])
  func caselessFollowsUnicode(source: String, text: String) throws {
    #expect(try first(source, .caseless, in: text) == 0..<text.utf8.count)
    #expect(try first(source, in: text) == nil)
  }

  @Test func anchoredMatchesWhereTheSearchBegins() throws {
    #expect(try first("b", .anchored, in: "ab") == nil)
    #expect(try first("b", .anchored, in: "ab", from: 1) == 1..<2)
  }

  @Test func linesHaveEndsWhenMultiline() throws {
    #expect(try first("^b$", .multiline, in: "a\nb\nc") == 2..<3)
    #expect(try first("^b$", in: "a\nb\nc") == nil)
  }

  @Test func dollarIsTheVeryEnd() throws {
    #expect(try first("a$", in: "a\n") == nil)
  }

  @Test func theSearchSeesWhatStandsBeforeIt() throws {
    #expect(try first(#"\bcat"#, in: "xcat cat", from: 1) == 5..<8)
    #expect(try first("(?<=é)a", in: "éa", from: 2) == 2..<3)
    #expect(try first("^", in: "ab", from: 1) == nil)
    #expect(try first("a", in: "ba", from: 2) == nil)
  }

  @Test(arguments: [
    ("b", 0..<2, 1..<2), ("b", 0..<1, nil), ("b$", 0..<2, 1..<2), (#"b\b"#, 0..<2, 1..<2),
    ("b(?=é)", 0..<2, nil), ("b(?=é)", 0..<4, 1..<2), ("(?<=b)é", 2..<4, 2..<4), ("^", 4..<4, nil),
    ("c", 0..<4, nil), ("$", 4..<4, 4..<4),
  ])
  func aWindowIsAllThatIsSeen(source: String, window: Range<Int>, expected: Range<Int>?) throws {
    let pattern = try Pattern(source)
    let (text, start, end) = (Array("abéc".utf8), window.lowerBound, window.upperBound)
    var scratch = MatchScratch()
    let range = try pattern.firstMatch(in: text.span, from: start, upTo: end, scratch: &scratch)
    #expect(range == expected)
    let all = try pattern.allMatches(in: text.span, from: start, upTo: end, scratch: &scratch)
    #expect(all.first == expected)
  }

  @Test func zeroBytesAreOrdinary() throws {
    #expect(try first("b", in: "a\0b") == 2..<3)
    #expect(try first(#"a\x00b"#, in: "xa\0b") == 1..<4)
    #expect(try first("a\0b", in: "xa\0b") == 1..<4)
  }

  @Test func manyCapturesNeedNoRoom() throws {
    #expect(try first("(a)(b)(c)(d)", in: "xabcd") == 1..<5)
  }

  @Test(arguments: [
    ("a*", "baa", [0..<0, 1..<3, 3..<3]), ("a", "aba", [0..<1, 2..<3]),
    ("", "日é", [0..<0, 3..<3, 5..<5]),
    ("$", "ab", [2..<2]), (#"\b"#, "ab c", [0..<0, 2..<2, 3..<3, 4..<4]), ("x", "", []),
    (#"a\K"#, "aa", [1..<1, 2..<2]), ("|a", "a", [0..<0, 0..<1, 1..<1]),
  ])
  func allMatchesAdvance(source: String, text: String, expected: [Range<Int>]) throws {
    #expect(try all(source, in: text) == expected)
  }

  @Test func allMatchesBeginAtTheOffset() throws {
    #expect(try all("a", in: "aaa", from: 1) == [1..<2, 2..<3])
    #expect(try all("a", in: "aaa", from: 3) == [])
  }
}
