// What the scanner finds and where, over small lists of its own.

import PromptCore
import PromptRules
import PromptScan
import Testing

@Suite struct TermScannerTests {
  static func term(
    _ name: String, _ kind: Term.Kind = .word, forms: [String] = [], weight: TermWeight = .medium,
    scopes: TermScopes = [.text, .no]
  ) -> Term {
    Term(
      name: name, kind: kind, forms: [name] + forms, category: "test", weight: weight,
      scopes: scopes, reason: nil, replacement: nil, match: [], clean: [])
  }

  static let list = TermList(
    terms: [
      term("cutting"), term("edge", weight: .light), term("severed head", .phrase),
      term("head", weight: .soft), term(#"\b1[0-7] ?yo\b"#, .pattern), term("élan"),
      term("nude", forms: ["nudes"]), term("secret", scopes: .no),
    ],
    allow: [AllowRule(text: "cutting-edge", reason: nil)])

  private func found(_ text: String, scope: TermScopes = .text) throws -> [String] {
    let scanner = TermScanner(Self.list)
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText(text)
    scanner.scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    return result.matches.map { source.string(in: $0.range) }
  }

  @Test(arguments: [
    ("a cutting tool", ["cutting"]), ("a Cutting tool", ["Cutting"]), ("shortcutting", []),
    ("cutting-edge", []), ("cutting edge", []), ("CUTTING_EDGE and cutting", ["cutting"]),
    ("a severed head", ["severed head"]), ("a Severed--head", ["Severed--head"]),
    ("severed\n head", ["severed\n head"]), ("severed, head", ["head"]), ("headed", []),
    ("nude_art nudes", ["nude", "nudes"]), ("élan", ["élan"]), ("pélan", []),
    ("a 14yo and a 14 yo, not 18yo", ["14yo", "14 yo"]), ("secret", []), ("", []),
    ("日本cutting", ["cutting"]), ("日本 cutting。", ["cutting"]),
    ("edge—cutting", ["edge", "cutting"]),
  ])
  func matches(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected)
  }

  @Test func scopesCount() throws {
    #expect(try found("secret", scope: .no) == ["secret"])
    #expect(try found("cutting", scope: .urls).isEmpty)
  }

  @Test func onlyTheRangeIsSearched() throws {
    let scanner = TermScanner(Self.list)
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText("nude 14yo nude 14yo nude")
    scanner.scan(source, in: ByteRange(5, 19), scope: .text, scratch: &scratch, into: &result)
    #expect(result.matches.map(\.range) == [ByteRange(5, 9), ByteRange(10, 14), ByteRange(15, 19)])
  }

  /// Bytes that are no text are folded to spaces, so patterns are decided there too.
  @Test func invalidTextIsSearched() throws {
    let scanner = TermScanner(Self.list)
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText(Array("nude ".utf8) + [0xFF, 0x20] + Array("14yo".utf8))
    scanner.scan(source, in: source.range, scope: .text, scratch: &scratch, into: &result)
    #expect(result.matches.map(\.term) == [6, 4])
    #expect(result.undecided.isEmpty)
  }

  @Test func spentLimitIsUndecided() throws {
    let scanner = TermScanner(TermList(terms: [Self.term(#"(?:a|a)*[bc]"#, .pattern)]))
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText(String(repeating: "a", count: 60))
    scanner.scan(source, in: source.range, scope: .text, scratch: &scratch, into: &result)
    #expect(result.undecided == [0])
  }
}
