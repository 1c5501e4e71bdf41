// Terms that count only near certain words: how far, in which order, behind which disguises.

import PromptCore
import PromptRules
import PromptTestSupport
import Testing

@testable import PromptScan

@Suite struct NearTermTests {
  /// A term that counts near `words`.
  static func term(
    _ name: String, _ kind: Term.Kind = .word, near words: [String], within: Int = 3,
    weight: TermWeight = .medium, scopes: TermScopes = [.text, .no]
  ) -> Term {
    Term(
      name: name, kind: kind, forms: [name], near: Term.Context(words: words, within: within),
      category: "test", weight: weight, scopes: scopes, reason: nil, replacement: nil, match: [],
      clean: [])
  }

  static let list = TermList(
    terms: [
      term("lantern", near: ["zorbo", "blue whistle", "裸体"]),
      term(#"\b1[0-7]yo\b"#, .pattern, near: ["plonk"], within: 1),
      term("灯笼", near: ["zorbo", "口哨"], within: 4),
      term("secret", near: ["zorbo"], scopes: .no), TermScannerTests.term("harbor"),
    ],
    allow: [
      AllowRule(text: "zorbo melon", reason: nil), AllowRule(text: "paper lantern", reason: nil),
    ])

  private static func matches(
    _ text: String, _ list: TermList = list, scope: TermScopes = .text
  ) -> (matches: [ScanMatch], texts: [String]) {
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText(text)
    TermScanner(list).scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    return (result.matches, result.matches.map { source.string(in: $0.range) })
  }

  @Test(arguments: [
    ("a lantern, a zorbo, b", ["lantern, a zorbo"]), ("a zorbo lantern", ["zorbo lantern"]),
    ("the Zorbo's old Lantern", ["Zorbo's old Lantern"]), ("lantern", []), ("zorbo", []), ("", []),
    ("a zorbo one two three lantern", ["zorbo one two three lantern"]),
    ("a zorbo one two three four lantern", []), ("lantern 1 2 3 zorbo", ["lantern 1 2 3 zorbo"]),
    ("lantern 1 2 3 4 zorbo", []), ("a 14yo plonk", ["14yo plonk"]),
    ("plonk, one 14yo", ["plonk, one 14yo"]), ("plonk, one two 14yo", []),
    ("a 14yo zorbo", []), ("a blue-whistle by a lantern", ["blue-whistle by a lantern"]),
    ("a blue, whistle by a lantern", []), ("zorbos lantern", []),
    ("zorbo one lantern two zorbo lantern", ["zorbo one lantern", "zorbo lantern"]),
    ("lantern zorbo lantern", ["lantern zorbo", "zorbo lantern"]),
    ("zorbo two lantern one zorbo", ["zorbo two lantern"]),
    ("zorbo two more lantern one zorbo", ["lantern one zorbo"]),
    ("a harbor, a zorbo, a lantern", ["harbor", "zorbo, a lantern"]),
    ("zorbo harbor lantern", ["zorbo harbor lantern"]),
  ])
  func nearWordsCount(_ text: String, _ expected: [String]) {
    #expect(Self.matches(text).texts == expected)
  }

  @Test(arguments: [
    ("zorbo. lantern", false), ("zorbo! lantern", false), ("zorbo? lantern", false),
    ("zorbo; lantern", false), ("zorbo.\nlantern", false), ("zorbo, lantern", true),
    ("zorbo.lantern", true), ("zorbo\nlantern", true), ("zorbo: lantern", true),
    ("zorbo v1.5 lantern", true), ("zorbo. a lantern zorbo", true), ("zorbo lantern. zorbo", true),
    ("zorbo… lantern", false), ("裸体。lantern", false), ("裸体，lantern", true),
  ])
  func sentencesEnd(_ text: String, _ counts: Bool) {
    #expect(Self.matches(text).texts.isEmpty != counts)
  }

  @Test(arguments: [
    ("a zorbo melon and a lantern", []), ("a paper lantern, zorbo", []),
    ("a zorbo melon, lantern, zorbo", ["lantern, zorbo"]),
    ("zorbo melon lantern", []), ("zorbo paper lantern", []),
  ])
  func innocentTextCovers(_ text: String, _ expected: [String]) {
    #expect(Self.matches(text).texts == expected)
  }

  @Test(arguments: [
    ("a lantern, z0rbo", ["lantern, z0rbo"], "digits or symbols for letters"),
    ("a l4ntern, zorbo", ["l4ntern, zorbo"], "digits or symbols for letters"),
    ("a lantern, z o r b o", ["lantern, z o r b o"], "letters apart"),
    ("a lantern, zorrrbo", ["lantern, zorrrbo"], "repeated letters"),
    ("a lantern, z.o.r.b.o", ["lantern, z.o.r.b.o"], "symbols between letters"),
    ("a lantern, zörbo", ["lantern, zörbo"], "accents"),
    ("a lantern, zorb\u{43E}", ["lantern, zorb\u{43E}"], "look-alikes"),
    ("a 14yo pl0nk", ["14yo pl0nk"], "digits or symbols for letters"),
    ("\u{202E}obroz a ,nretnal\u{202C}", ["obroz a ,nretnal"], "reversed letters"),
  ])
  func disguisesAreSeenThrough(_ text: String, _ expected: [String], _ disguise: String) {
    let found = Self.matches(text)
    #expect(found.texts == expected)
    #expect(found.matches.first?.disguises.names.contains(disguise) == true, "\(found.matches)")
  }

  /// What stands between a term and its context is no part of the finding's disguise.
  @Test func theGapHasNoDisguise() {
    #expect(Self.matches("a lantern, café, zorbo").matches.map(\.disguises) == [[]])
  }

  @Test(arguments: [
    ("一个灯笼和口哨", ["灯笼和口哨"]), ("口哨的一个灯笼", ["口哨的一个灯笼"]),
    ("口哨一二三四灯笼", ["口哨一二三四灯笼"]), ("口哨一二三四五灯笼", []),
    ("灯笼 zorbo", ["灯笼 zorbo"]), ("口哨。灯笼", []), ("裸体 lantern", ["裸体 lantern"]),
    ("lantern的裸体", ["lantern的裸体"]),
  ])
  func scriptsWithoutSpacesCountByCharacter(_ text: String, _ expected: [String]) {
    #expect(Self.matches(text).texts == expected)
  }

  @Test func scopesCount() {
    #expect(Self.matches("secret zorbo").texts.isEmpty)
    #expect(Self.matches("secret zorbo", scope: .no).texts == ["secret zorbo"])
  }

  /// A term whose context is missing doesn't hide what stands in it.
  @Test func termsWithoutTheirContextHideNothing() {
    let list = TermList(terms: [
      Self.term("tin harbor", .phrase, near: ["zorbo"]), TermScannerTests.term("harbor"),
    ])
    #expect(Self.matches("a tin harbor", list).texts == ["harbor"])
    #expect(Self.matches("a tin harbor, zorbo", list).texts == ["tin harbor, zorbo"])
  }

  /// A term may stand near itself, but not over itself.
  @Test func termsMayBeTheirOwnContext() {
    let list = TermList(terms: [Self.term("zorbo", near: ["zorbo"])])
    #expect(Self.matches("zorbo", list).texts.isEmpty)
    #expect(Self.matches("zorbo, zorbo", list).texts == ["zorbo, zorbo"])
  }

  /// Words of one section are no context for terms of another.
  @Test func sectionsKeepTheirContexts() {
    var list = TermList(terms: [Self.term("lantern", near: ["zorbo"])])
    list += TermList(terms: [Self.term("harbor", near: ["plonk"])])
    #expect(Self.matches("harbor zorbo, 1 2 3 4, plonk lantern", list).texts.isEmpty)
    #expect(Self.matches("harbor plonk, zorbo lantern", list).texts.count == 2)
  }

  @Test func orderOfTheListMakesNoDifference() {
    let terms = Self.list.terms
    let other = TermList(
      terms: terms.reversed().map { term in
        guard let near = term.near else { return term }
        return Self.term(
          term.name, term.kind, near: near.words.reversed(), within: near.within,
          scopes: term.scopes)
      }, allow: Self.list.allow.reversed())
    for text in ["zorbo one lantern two blue whistle", "plonk 14yo, 裸体lantern", "灯笼口哨zorbo"] {
      #expect(Self.matches(text).texts == Self.matches(text, other).texts)
      #expect(!Self.matches(text).texts.isEmpty)
    }
  }

  @Test func longTextsAreReadInTime() {
    let text = String(repeating: "zorbo lantern 灯笼 ", count: 10_000)
    #expect(Self.matches(text).matches.count > 10_000)
  }
}
