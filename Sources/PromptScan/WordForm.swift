// One spelling of a word or phrase, as the words it consists of.

/// A spelling and what it belongs to.
struct WordForm: Sendable {
  /// What the spelling belongs to.
  enum Owner: Sendable {
    /// The term of this index.
    case term(Int)
    /// An allow rule.
    case allow
  }

  let words: [[UInt8]]
  let owner: Owner

  init(_ text: String, owner: Owner) {
    let bytes = Array(text.lowercased().utf8)
    var reader = WordReader(0..<bytes.count)
    var words: [[UInt8]] = []
    while let word = reader.read(bytes.span) { words.append(Array(bytes[word.range])) }
    self.words = words
    self.owner = owner
  }

  /// The end of this form where it stands at `start` in whole words, else nil.
  func end(_ bytes: Span<UInt8>, from start: Int, _ limit: Int) -> Int? {
    var reader = WordReader(start..<limit)
    var end = start
    for (index, word) in words.enumerated() {
      guard let found = reader.read(bytes), found.range.count == word.count,
        index == 0 || separates(bytes, end..<found.range.lowerBound),
        Self.isEqual(bytes, found.range.lowerBound, word)
      else { return nil }
      end = found.range.upperBound
    }
    return end
  }

  private func separates(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 8
      && range.allSatisfy {
        [0x20, 0x09, 0x0A, 0x0D, 0x2D, 0x5F, 0x27].contains(bytes[$0])
      }
  }

  private static func isEqual(_ bytes: Span<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    for index in word.indices {
      let byte = bytes[start + index]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word[index] else { return false }
    }
    return true
  }
}
