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

  /// A spelling, which is in lower case already.
  init(_ text: String, owner: Owner) {
    let bytes = Array(text.utf8)
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

  /// Whether only what may stand between a phrase's words does; innocent text may be abbreviated too.
  private func separates(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 8
      && range.allSatisfy {
        Self.separators.contains(bytes[$0]) || isAllowed && bytes[$0] == UInt8(ascii: ".")
      }
  }

  private static let separators = Set(" \t\n\r-_'".utf8)

  private var isAllowed: Bool { if case .allow = owner { true } else { false } }

  private static func isEqual(_ bytes: Span<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    for index in word.indices {
      let byte = bytes[start + index]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word[index] else { return false }
    }
    return true
  }
}
