// What an index of word lists finds and where.

import PromptCore
import PromptRules
import PromptScan
import Testing

@Suite struct PhraseIndexTests {
  private static func list(_ name: String, _ words: [String]) -> WordList {
    WordList(
      name: name, summary: "", words: words,
      provenance: Provenance(
        sources: [], verified: Day(rawValue: 2026_01_01), confidence: .secondary))
  }

  private static let index = PhraseIndex([
    list("praise", ["8 k", "best quality", "quality", "trending on site", "élan"]),
    list("shapes", ["(*:#)", "[*|*]", "<tag:*>", "steps: #", "size: #x#", "STOP"]),
  ])

  private func found(_ text: String) -> [String] {
    let source = SourceText(text)
    return Self.index.scan(source, in: source.range).matches.map { source.string(in: $0.range) }
  }

  @Test(arguments: [
    ("an 8k owl, 8 K, 8-k", ["8k", "8 K", "8-k"]), ("18k 8km 8 kites", []), ("8", []),
    ("Best  Quality", ["Best  Quality"]), ("best_quality", ["best_quality"]),
    ("quality best", ["quality"]), ("inequality", []), ("qualityé", []), ("élan", ["élan"]),
    ("pélan", []), ("trending on site", ["trending on site"]), ("trending on", []),
  ])
  func wordsAndPhrasesAreFoundWhole(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("a (red moon:1.2)", ["(red moon:1.2)"]), ("(16:9) (at 10:30) (a: 2)", []),
    ("((a:1.1), b:2)", ["(a:1.1)"]), ("(a:1.)", []), ("[a|b] [a|b|c]", ["[a|b]"]),
    ("<tag:ink_v2:0.8>", ["<tag:ink_v2:0.8>"]), ("<tag:>", []), ("Steps: 20,", ["Steps: 20"]),
    ("steps:20", ["steps:20"]), ("steps: 20th", []), ("size: 5x7", ["size: 5x7"]),
    ("STOP stop Stop", ["STOP"]), ("NONSTOP", []), ("(", []), ("(a:", []), ("[a\n|b]", []),
  ])
  func shapesAreFound(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func aStarCapturesItsText() {
    let source = SourceText("é (red moon:1.2) [a|b]")
    let matches = Self.index.scan(source, in: source.range).matches
    #expect(matches.map { $0.captured.map(source.string(in:)) } == ["red moon", nil])
  }

  @Test func listsAndRangesAreKeptApart() {
    let source = SourceText("quality (8k:1.2) quality")
    let all = Self.index.scan(source, in: source.range)
    #expect(all.lists == Self.index.bits(of: ["praise", "shapes"]))
    #expect(all.matches(of: "praise").count == 3 && all.matches(of: "shapes").count == 1)
    #expect(all.outside([ByteRange(0, 7), ByteRange(20, 24)]).matches.count == 2)
    let part = Self.index.scan(source, in: ByteRange(1, 8))
    #expect(part.matches == [] && part.lists == 0 && !part.isWide)
    #expect(Self.index.scan(SourceText("é"), in: ByteRange(0, 2)).isWide)
  }

  /// Openings without their ends cost a look at the text up to the next one, not to the end.
  @Test func longTextsEnd() {
    for piece in ["(a", "[a|", "(a:1 ", "<tag:", "size: 1x", "8 - ", "[", "quality "] {
      let source = SourceText(String(repeating: piece, count: 20_000))
      let count = Self.index.scan(source, in: source.range).matches.count
      #expect(count == (piece == "quality " ? 20_000 : 0), "\(piece)")
    }
  }
}
