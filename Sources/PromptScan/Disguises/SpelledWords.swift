// "n u d e": words whose letters stand apart.

internal import PromptCore

/// Reads rows of single letters with up to three other characters between them.
struct SpelledWords {
  /// The letters of the row at hand.
  private var letters: [UInt8] = []
  /// Where each of them stands.
  private var places: [UInt32] = []

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
        letters.append(LeetLetters.letter(text[start]))
        places.append(UInt32(start))
      }
    }
    end(index, &found)
  }

  /// Looks for words in the row, the longest first; a short one must be the whole row, or stand between
  /// gaps that are wider than the others.
  private mutating func end(_ index: TermIndex, _ found: inout Replacements) {
    let narrowest = places.indices.dropFirst().reduce(UInt32.max) { min($0, gap(before: $1)) }
    var start = 0
    while start + ListedWord.shortestOfPhrase <= letters.count {
      start += word(at: start, narrowest, index, &found)
    }
    letters.clear()
    places.clear()
  }

  /// Appends the longest word that begins there; returns how far to go on.
  private func word(
    at start: Int, _ narrowest: UInt32, _ index: TermIndex, _ found: inout Replacements
  ) -> Int {
    guard index.starts.mayBegin(letters.span, at: start) else { return 1 }
    let longest = min(letters.count - start, Self.longestWord)
    for count in stride(from: longest, through: ListedWord.shortestOfPhrase, by: -1)
    where count > ListedWord.shortest
      || isEdge(start, narrowest) && isEdge(start + count, narrowest)
    {
      let row = letters.span.extracting(start..<start + count)
      guard let word = index.listedWord(row) else { continue }
      found.append(
        ByteRange(places[start], places[start + count - 1] + 1), index.letters[word.range],
        .spelled, isTerm: index.isTerm(word))
      return count
    }
    return 1
  }

  /// How far a letter is from the one before it.
  private func gap(before index: Int) -> UInt32 { places[index] - places[index - 1] }

  /// Whether the row begins or ends before a letter, or a gap stands there that is wider than others.
  private func isEdge(_ index: Int, _ narrowest: UInt32) -> Bool {
    index == 0 || index == places.count || gap(before: index) > narrowest
  }
}
