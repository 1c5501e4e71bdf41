// "nuuude": words whose letters are repeated.

internal import PromptCore

extension TermIndex {
  /// The listed word that a word stands for whose letters are repeated, or nil: the longest of several.
  func wordWithoutRepeats(_ word: Span<UInt8>) -> ListedWord? {
    var (first, count) = (UInt64(0), 0)
    for index in word.indices where index == 0 || word[index] != word[index - 1] {
      if count < 8 { first |= UInt64(word[index]) << UInt64(8 * count) }
      count += 1
    }
    var best: ListedWord?
    _ = listedWord(WordSet.hash(first, count)) { known in
      let isBetter = known.count > best?.count ?? 0
      if isBetter, word.repeats(letters[known.range]) { best = known }
      return false
    }
    return best
  }

  /// The same for a word without any other sign of a disguise: "rapper" is a word of its own.
  func drawnOutWord(_ word: Span<UInt8>) -> ListedWord? {
    wordWithoutRepeats(word).flatMap { word.isDrawnOut(letters[$0.range]) ? $0 : nil }
  }
}

extension Span<UInt8> {
  /// Whether this is `word` with some of its letters written more often.
  fileprivate func repeats(_ word: ArraySlice<UInt8>) -> Bool {
    var offset = 0
    for (_, listed, written) in runs(of: word) {
      if written < listed { return false }
      offset += written
    }
    return offset == count && count > word.count
  }

  /// Whether letters are repeated as no spelling does it: three times, twice where English never doubles,
  /// or several of them.
  fileprivate func isDrawnOut(_ word: ArraySlice<UInt8>) -> Bool {
    let longer = runs(of: word).filter { $0.written > $0.listed }
    return longer.count > 1
      || longer.contains { $0.written > 2 || Self.neverDoubled.contains($0.letter) }
  }

  private static let neverDoubled = Array("ahijkquvwxy".utf8)

  /// The letters of `word` with how often each is listed in a row, and how often it is written here.
  private func runs(of word: ArraySlice<UInt8>) -> [(letter: UInt8, listed: Int, written: Int)] {
    var (offset, index) = (0, word.startIndex)
    var runs: [(letter: UInt8, listed: Int, written: Int)] = []
    while index < word.endIndex {
      let (letter, start, first) = (word[index], index, offset)
      while index < word.endIndex, word[index] == letter { index += 1 }
      while offset < count, self[offset] == letter { offset += 1 }
      runs.append((letter, index - start, offset - first))
    }
    return runs
  }
}
