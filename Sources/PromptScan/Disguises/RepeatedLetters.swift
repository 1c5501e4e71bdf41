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
    var runs = LetterRuns(word)
    while let run = runs.next(in: self) {
      if run.written < run.listed { return false }
    }
    return runs.offset == count && count > word.count
  }

  /// Whether letters are repeated as no spelling does it: three times, twice where English never doubles
  /// them, or several of them.
  fileprivate func isDrawnOut(_ word: ArraySlice<UInt8>) -> Bool {
    var (runs, longer, isUnusual) = (LetterRuns(word), 0, false)
    while let run = runs.next(in: self) {
      guard run.written > run.listed else { continue }
      longer += 1
      isUnusual = isUnusual || run.written > 2 || run.isNeverDoubled || run.isUnusualPlace
    }
    return longer > 1 || isUnusual
  }
}

/// The letters of a listed word with how often each stands in a row, there and in a text.
private struct LetterRuns {
  struct Run {
    let letter: UInt8
    let listed: Int
    let written: Int
    let isFirst: Bool
    let isLast: Bool

    /// Whether English doesn't double the letter where it stands: "llama" and "add" are words, but no
    /// longer ones end like "severedd".
    var isUnusualPlace: Bool {
      if isFirst { return letter != UInt8(ascii: "l") }
      switch letter {
      case UInt8(ascii: "b")...UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "m"),
        UInt8(ascii: "p"), UInt8(ascii: "r"):
        return isLast
      default: return false
      }
    }

    /// Whether English never doubles the letter.
    var isNeverDoubled: Bool {
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "j"),
        UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "u")...UInt8(ascii: "y"):
        true
      default: false
      }
    }
  }

  /// Words of as many letters end in doubled ones: "add", "egg", "purr".
  private static let longestEndingInDoubles = 3

  private let word: ArraySlice<UInt8>
  private var index: Int
  /// How much of the text was read.
  private(set) var offset = 0

  init(_ word: ArraySlice<UInt8>) { (self.word, index) = (word, word.startIndex) }

  mutating func next(in text: Span<UInt8>) -> Run? {
    guard index < word.endIndex else { return nil }
    let (letter, start, first) = (word[index], index, offset)
    while index < word.endIndex, word[index] == letter { index += 1 }
    while offset < text.count, text[offset] == letter { offset += 1 }
    return Run(
      letter: letter, listed: index - start, written: offset - first,
      isFirst: start == word.startIndex,
      isLast: index == word.endIndex && word.count > LetterRuns.longestEndingInDoubles)
  }
}
