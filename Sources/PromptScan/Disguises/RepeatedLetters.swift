// "nuuude": words whose letters are repeated.

internal import PromptCore

extension TermIndex {
  /// The listed word that a word stands for whose letters are repeated, or nil.
  func wordWithoutRepeats(_ word: Span<UInt8>) -> ListedWord? {
    var (first, count) = (UInt64(0), 0)
    for index in word.indices where index == 0 || word[index] != word[index - 1] {
      if count < 8 { first |= UInt64(word[index]) << UInt64(8 * count) }
      count += 1
    }
    return listedWord(WordSet.hash(first, count)) { word.repeats(letters[$0.range]) }
  }
}

extension Span<UInt8> {
  /// Whether this is `word` with some of its letters written more often.
  fileprivate func repeats(_ word: ArraySlice<UInt8>) -> Bool {
    var offset = 0
    var index = word.startIndex
    while index < word.endIndex {
      let letter = word[index]
      var listed = 0
      while index < word.endIndex, word[index] == letter { (index, listed) = (index + 1, listed + 1) }
      var written = 0
      while offset < count, self[offset] == letter { (offset, written) = (offset + 1, written + 1) }
      if written < listed { return false }
    }
    return offset == count && count > word.count
  }
}
