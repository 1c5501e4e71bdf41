// What must hold of the scan of any text, disguises included.

import PromptCore
import PromptRules
import PromptTestSupport
import Testing

@testable import PromptScan

@Suite struct ScanPropertyTests {
  private static let properties = Result { try ScanProperties() }

  @Test func scansKeepTheirProperties() throws {
    let properties = try Self.properties.get()
    let list = try RepositoryRules.load().terms
    var maker = ScanTextMaker(list, words: ["a", "marble", "the", "s", "n", "u"], seed: 6)
    for _ in 0..<100 {
      let fault = properties.fault(in: maker.next())
      #expect(fault == nil)
    }
  }

  @Test(arguments: [
    "a ab", "n u d e ", "nuude", "s3x,", "{}", "é", "\u{301}", "裸体", "&#117;", "1nude",
  ])
  func textsOfOnePieceKeepThem(_ piece: String) throws {
    let properties = try Self.properties.get()
    for count in [1, 63, 300] {
      let text = Array(Array(repeating: Array(piece.utf8), count: count).joined().prefix(4_100))
      #expect(properties.fault(in: text) == nil, "\(piece)")
    }
  }
}

@Suite struct TermIndexBytesTests {
  private static func index(_ list: TermList) -> TermIndex {
    TermIndexBuilder.index(list.terms, list.allow, hasLexicon: true)
  }

  private static let list = TermList(
    terms: [
      TermScannerTests.term("nude", forms: ["nudes", "裸体"]), TermScannerTests.term("severed head"),
      TermScannerTests.term(#"\bkill(?:s|ed)?\b"#, .pattern),
      TermScannerTests.term("thunder", .pattern),
      TermScannerTests.term(#"\d{3}"#, .pattern),
      NearTermTests.term("lantern", near: ["zorbo", "blue whistle", "裸体"]),
      NearTermTests.term(#"\b1[0-7]yo\b"#, .pattern, near: ["plonk"], within: 40),
      NearTermTests.term("harbor", near: ["plonk"]),
    ], allow: [AllowRule(text: "nude mouse", reason: nil)])

  @Test func bytesGiveTheSameIndex() throws {
    for list in [Self.list, try RepositoryRules.load().terms, TermList()] {
      let bytes = Self.index(list).bytes
      let again = try #require(TermIndex(bytes[...], termCount: list.count))
      #expect(again.bytes == bytes)
      #expect(TermIndex(bytes[...], termCount: list.count + 1) == nil)
    }
  }

  @Test func cutBytesAreRefused() {
    let bytes = Self.index(Self.list).bytes
    for count in bytes.indices {
      #expect(TermIndex(bytes.prefix(count), termCount: Self.list.count) == nil)
    }
  }

  /// Places of numbers are found by what lies there: the count of sets, a term's distance and its set.
  @Test func numbersOfContextsAreChecked() throws {
    let term = NearTermTests.term("lantern", near: ["zorbo"], within: 0x27)
    let list = TermList(terms: [term])
    let bytes = Self.index(list).bytes
    let facts = try #require(bytes.firstRange(of: [3, 2, 0x27, 0, 0, 0, 0, 0])).lowerBound
    for (place, value) in [(4, 0), (4, 2), (7, 1), (facts + 2, 0), (facts + 2, 41), (facts + 4, 1)]
    {
      var changed = bytes
      changed[place] = UInt8(value)
      #expect(TermIndex(changed[...], termCount: 1) == nil, "\(place)")
    }
    #expect(TermIndex(bytes[...], termCount: 1)?.bytes == bytes)
  }

  /// Whatever the bytes say, nothing is read beyond its end: a scan with them finds this or that.
  @Test func changedBytesAreRefusedOrHarmless() {
    let bytes = Self.index(Self.list).bytes
    let texts = [
      "nude severed head kills 裸体 nude mouse thunder 123", "a lantern by a zorbo, 14yo plonk",
      "nnude s3vered n u d e nu{}de",
    ]
    var random = SeededRandom(seed: 12)
    var scratch = ScanScratch()
    var accepted = 0
    for _ in 0..<4_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = random.pick([
          0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random),
        ])
      }
      guard TermIndex(changed[...], termCount: Self.list.count) != nil else { continue }
      accepted += 1
      let scanner = TermScanner(Self.list.prepared(changed))
      for text in texts { _ = ScanComparison.scan(scanner, SourceText(text), &scratch) }
    }
    #expect(accepted > 0)
  }
}
