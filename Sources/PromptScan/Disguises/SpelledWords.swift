// "n u d e": words whose letters stand apart.

internal import PromptCore

/// Reads rows of single letters with up to three other characters between them.
struct SpelledWords {
  /// The letters of the row at hand.
  private var letters: [UInt8] = []
  /// Where each of them stands.
  private var places: [UInt32] = []
  /// How wide the gap before each of them is; one with a space is wider than others of its length.
  private var gaps: [UInt32] = []

  private static let widestGap: UInt32 = 3
  private static let longestWord = 24

  /// Appends the listed words that rows of single letters spell.
  mutating func read(_ text: Span<UInt8>, _ index: TermIndex, into found: inout Replacements) {
    var offset = 0
    while offset < text.count {
      guard isWordByte(text[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < text.count, isWordByte(text[offset]) { offset += 1 }
      let isSingle = offset - start == 1 && text[start] < 0x80
      let isNear = places.last.map { UInt32(start) - $0 <= Self.widestGap + 1 } ?? true
      if !isSingle || !isNear { end(index, &found) }
      if isSingle {
        gaps.append(gap(before: start, text))
        letters.append(LeetLetters.letter(text[start]))
        places.append(UInt32(start))
      }
    }
    end(index, &found)
  }

  /// Looks for words in the row, the longest first; a short one must be the whole row, or stand between
  /// gaps that are wider than the others.
  private mutating func end(_ index: TermIndex, _ found: inout Replacements) {
    let narrowest = gaps.dropFirst().min() ?? 0
    var start = 0
    while start + ListedWord.shortestOfPhrase <= letters.count {
      start += word(at: start, narrowest, index, &found)
    }
    letters.clear()
    places.clear()
    gaps.clear()
  }

  /// Appends the word between two wider gaps, or else the longest one that begins there; returns how far
  /// to go on.
  private func word(
    at start: Int, _ narrowest: UInt32, _ index: TermIndex, _ found: inout Replacements
  ) -> Int {
    guard index.starts.mayBegin(letters.span, at: start) else { return 1 }
    if isEdge(start, narrowest) {
      let end = (start + 1...letters.count).first { isEdge($0, narrowest) } ?? letters.count
      if append(start..<end, index, &found) { return end - start }
    }
    let longest = min(letters.count - start, Self.longestWord)
    for count in stride(from: longest, through: ListedWord.shortestOfPhrase, by: -1)
    where count > ListedWord.shortest
      || isEdge(start, narrowest) && isEdge(start + count, narrowest)
    {
      if append(start..<start + count, index, &found) { return count }
    }
    return 1
  }

  /// Appends the listed word that a part of the row is; false when it is none.
  private func append(
    _ row: Range<Int>, _ index: TermIndex, _ found: inout Replacements
  ) -> Bool {
    guard ListedWord.shortestOfPhrase...Self.longestWord ~= row.count,
      let word = index.listedWord(letters.span.extracting(row))
    else { return false }
    found.append(
      ByteRange(places[row.lowerBound], places[row.upperBound - 1] + 1),
      index.letters[word.range], .spelled, isTerm: index.isTerm(word))
    return true
  }

  /// How wide the gap between the last letter and the one at `offset` is.
  private func gap(before offset: Int, _ text: Span<UInt8>) -> UInt32 {
    guard let last = places.last else { return 0 }
    let gap = Int(last) + 1..<offset
    return UInt32(2 * gap.count) + (gap.contains { text[$0] == 0x20 } ? 1 : 0)
  }

  /// Whether the row begins or ends before a letter, or a gap stands there that is wider than others.
  private func isEdge(_ index: Int, _ narrowest: UInt32) -> Bool {
    index == 0 || index == places.count || gaps[index] > narrowest
  }
}
