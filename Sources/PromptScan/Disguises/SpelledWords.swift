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
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    let narrowest = gaps.min() ?? 0
    var start = 0
    while start + ListedWord.shortestOfPhrase <= letters.count {
      start += word(at: start, index, &found) {
        $0 == 0 || $0 > gaps.count || gaps[$0 - 1] > narrowest
      }
    }
    letters.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Appends the longest word that begins there; returns how far to go on.
  private func word(
    at start: Int, _ index: TermIndex, _ found: inout Replacements, isEdge: (Int) -> Bool
  ) -> Int {
    let longest = min(letters.count - start, Self.longestWord)
    for count in stride(from: longest, through: ListedWord.shortestOfPhrase, by: -1)
    where count > ListedWord.shortest || isEdge(start) && isEdge(start + count) {
      let row = letters.span.extracting(start..<start + count)
      guard let word = index.listedWord(row) else { continue }
      found.append(
        ByteRange(places[start], places[start + count - 1] + 1), index.letters[word.range],
        .spelled, isTerm: index.isTerm(word))
      return count
    }
    return 1
  }
}
