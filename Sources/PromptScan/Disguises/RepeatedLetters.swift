// "nuuude": words whose letters are repeated.

internal import PromptCore

extension TermIndex {
  /// The listed word that a word stands for whose letters are repeated, or nil: the longest of several.
  func wordWithoutRepeats(_ word: Span<UInt8>) -> ListedWord? {
    var squeezed: [UInt8] = []
    for index in word.indices where squeezed.last != word[index] { squeezed.append(word[index]) }
    var best: ListedWord?
    _ = listedWord(WordSet.hash(squeezed.span)) { known in
      let isBetter = known.count > best?.count ?? 0
      if isBetter, word.repeats(letters[known.range]) { best = known }
      return false
    }
    return best
  }

  /// The same for a word between others, where one letter more is no disguise of a very short word.
  func drawnOut(_ word: Span<UInt8>) -> ListedWord? {
    guard let listed = wordWithoutRepeats(word) else { return nil }
    let isShort = listed.range.count < ListedWord.shortest
    return isShort && word.count == listed.range.count + 1 ? nil : listed
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
      while index < word.endIndex, word[index] == letter {
        (index, listed) = (index + 1, listed + 1)
      }
      var written = 0
      while offset < count, self[offset] == letter { (offset, written) = (offset + 1, written + 1) }
      if written < listed { return false }
    }
    return offset == count && count > word.count
  }
}
