// Makes texts to scan: listed spellings in every dress among other words, signs and broken bytes.

package import PromptRules
internal import PromptScan

/// A maker of texts for a list; a seed makes the same ones anywhere.
package struct ScanTextMaker {
  private let spellings: [String]
  private var samplers: [PatternSampler]
  private let words: [String]
  private var random: SeededRandom

  /// Sizes at which the scanner's blocks end.
  private static let borders = [63, 64, 65, 127, 128, 129, 4_095, 4_096, 4_097]
  private static let separators = [
    " ", " ", " ", " ", ", ", ". ", "-", "_", "'", "\n", "  ", " - ", "\t", "", "/", "--no ",
    "::2 ",
  ]
  private static let others = [
    "裸", "漢字", "ヌード", "ไทย", "한글", "жд", "é", "ﬁ", "½", "🙂", "\u{200B}", "\u{301}", "\u{202E}",
    "\u{E0061}", "ß", "№", "٣", "—", "’", "…", "ﾞ", "\u{FE0F}", "s", "ing", "7", "14", "3d", "k.",
  ]

  /// A maker for the terms of a list, its innocent text, and other words.
  package init(_ list: TermList, words: [String], seed: UInt64) {
    let terms = list.terms
    spellings =
      terms.filter { $0.kind != .pattern }.flatMap(\.forms) + list.allow.map(\.text)
      + terms.flatMap { $0.near?.words ?? [] }
    samplers = terms.filter { $0.kind == .pattern }.compactMap { term in
      PatternReader.read(term.forms[0]).map { PatternSampler($0.root, seed: seed) }
    }
    self.words = words.isEmpty ? ["a"] : words
    random = SeededRandom(seed: seed)
  }

  /// The next text, of up to 2,000 bytes, now and then of a block's size.
  package mutating func next() -> [UInt8] {
    let isAtBorder = random.oneIn(60)
    let size = isAtBorder ? random.pick(Self.borders) : size()
    var text: [UInt8] = []
    while text.count < size { text += piece() + Array(random.pick(Self.separators).utf8) }
    return isAtBorder || random.oneIn(4) ? Array(text.prefix(size)) : text
  }

  /// A text that holds `piece` among a few others.
  package mutating func text(around piece: String) -> [UInt8] {
    let (before, behind) = (random.pick(Self.separators), random.pick(Self.separators))
    return self.piece() + Array((before + dressed(piece) + behind).utf8) + self.piece()
  }

  /// A text that holds two pieces, in either order, with up to `most` words between.
  package mutating func text(around piece: String, near other: String, most: Int) -> [UInt8] {
    let pieces = random.oneIn(2) ? [piece, dressed(other)] : [dressed(other), piece]
    let count = Int.random(in: 0...most, using: &random)
    let between = (0..<count).map { _ in random.pick(words) + random.pick(Self.separators) }
    let gap = random.pick(Self.separators) + between.joined(separator: " ")
    return text(around: pieces[0] + gap + pieces[1])
  }

  private mutating func size() -> Int {
    let most = random.pick([0, 20, 60, 60, 60, 200, 200, random.oneIn(4) ? 2_000 : 100])
    return Int.random(in: 0...most, using: &random)
  }

  private mutating func piece() -> [UInt8] {
    switch Int.random(in: 0..<40, using: &random) {
    case 0..<16 where !spellings.isEmpty: return Array(dressed(random.pick(spellings)).utf8)
    case 16..<19 where !samplers.isEmpty:
      return Array(samplers[Int.random(in: samplers.indices, using: &random)].next().utf8)
    case 19..<22: return Array(random.pick(Self.others).utf8)
    case 22: return (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 23: return Array(String(UInt16.random(in: 0...9_999, using: &random)).utf8)
    default: return Array(random.pick(words).utf8)
    }
  }
}

// MARK: Dresses

extension ScanTextMaker {
  private static let lookAlikes: [Character: String] = [
    "a": "а", "c": "ｃ", "e": "é", "i": "ı", "n": "𝐧", "o": "ο", "p": "р", "s": "ꜱ", "u": "ⓤ",
    "x": "х",
  ]

  /// A spelling as somebody may write it: some of it in capitals, in other letters, with other gaps.
  private mutating func dressed(_ spelling: String) -> String {
    var text = spelling
    if random.oneIn(3) { text = random.oneIn(2) ? text.uppercased() : text.capitalized() }
    if random.oneIn(3), text.contains(" ") {
      let gap = random.pick([
        "-", "_", "  ", "\n", " - ", "'", "\u{3000}", "        ", "         ", ", ",
      ])
      text = text.split(separator: " ").joined(separator: gap)
    }
    if random.oneIn(6) { text = text.map { Self.lookAlikes[$0] ?? String($0) }.joined() }
    if random.oneIn(12) {
      let sign = random.pick(["\u{200B}", "\u{301}", "\u{FE0F}", "\u{E0062}"])
      text = text.map(String.init).joined(separator: sign)
    }
    if random.oneIn(8) { text += random.pick(["s", "ed", "7", "é", "裸", "\u{301}"]) }
    if random.oneIn(10) { text = random.pick(["un", "4", "ж", "体", "."]) + text }
    return text
  }
}

extension String {
  fileprivate func capitalized() -> String { prefix(1).uppercased() + dropFirst() }
}
