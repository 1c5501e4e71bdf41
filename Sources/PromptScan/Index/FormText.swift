// The text of a listed spelling as it is compared: folded, its words with one space between.

internal import PromptCore

/// The folded text of a spelling, and the word by which it is found.
struct FormText {
  private(set) var bytes: [UInt8] = []
  /// Whether it has letters of a script without spaces, so that it is found anywhere.
  private(set) var isUnsegmented = false
  private var folded = FoldedText()

  /// More than any rank of a common word.
  private static let mostRank = 10_000

  /// Takes the text of another spelling; the memory is used again.
  mutating func read(_ text: String) {
    Folding.fold(text.utf8.span, into: &folded)
    isUnsegmented = folded.hasUnsegmented
    bytes.clear()
    var isApart = false
    for byte in folded.bytes {
      guard isWordByte(byte) else {
        isApart = true
        continue
      }
      if isApart, !bytes.isEmpty { bytes.append(0x20) }
      isApart = false
      bytes.append(byte)
    }
  }

  /// The word by which it is found; in a script without spaces the first two of its characters.
  func key() -> Range<Int> {
    guard isUnsegmented else { return rarestWord }
    var segmented: [UInt8] = []
    Folding.segmented(bytes.span, into: &segmented)
    let start = bytes.indices.first { bytes[$0] >= 0x80 && segmented[$0] == 0x20 } ?? 0
    return start..<bytes.span.pairEnd(at: start, segmented.span).end
  }

  /// The rarest word: of the words that aren't among the commonest the longest, the first of equals.
  private var rarestWord: Range<Int> {
    var best = 0..<0
    var bestCost = Int.max
    if !bytes.contains(0x20) { return 0..<bytes.count }
    bytes.eachWord { word in
      let rank = CommonWords.rank(bytes[word])
      let cost = (rank == 0 ? 0 : Self.mostRank - rank) - word.count
      if cost < bestCost { (best, bestCost) = (word, cost) }
    }
    return best
  }
}

extension [UInt8] {
  /// Calls `body` with the place of each word of a text that has one space between them.
  func eachWord(_ body: (Range<Int>) -> Void) {
    var start = 0
    for index in indices where self[index] == 0x20 {
      body(start..<index)
      start = index + 1
    }
    body(start..<count)
  }
}

extension Span<UInt8> {
  /// The ends of the character without spaces at `start` and of the next one, if that is one too.
  func pairEnd(at start: Int, _ segmented: Span<UInt8>) -> (first: Int, end: Int) {
    let first = Swift.min(start + self[start].scalarWidth, count)
    guard first < count, self[first] >= 0x80, segmented[first] == 0x20 else {
      return (first, first)
    }
    return (first, Swift.min(first + self[first].scalarWidth, count))
  }
}

extension UInt8 {
  /// How many bytes the scalar has that begins with this byte.
  var scalarWidth: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}
