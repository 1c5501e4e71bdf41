// What runs without spaces hold, to leave the ordinary ones alone.

/// What a run holds, from one look at its bytes: most are ordinary, such as `well-known` or `8k`.
struct OddSigns {
  /// Symbols that may hide a letter.
  private(set) var masks = 0
  private var letters = 0
  private var digits = 0
  /// Digits and symbols that look like letters.
  private var leet = 0
  private var pieces = 0
  private var shortest = Int.max
  private var hasHardGap = false

  init(_ text: Span<UInt8>, _ run: Range<Int>) {
    var length = 0
    for offset in run {
      let byte = text[offset]
      if byte &- 0x61 < 26 || byte >= 0x80 {
        length += 1
        continue
      }
      end(&length)
      note(byte, OddToken.gap(text, offset, in: run))
    }
    end(&length)
  }

  private mutating func end(_ length: inout Int) {
    guard length > 0 else { return }
    letters += length
    pieces += 1
    shortest = min(shortest, length)
    length = 0
  }

  private mutating func note(_ byte: UInt8, _ gap: OddToken.Gap) {
    if byte &- 0x30 < 10 { digits += 1 }
    if LeetLetters.isMask(byte) { masks += 1 }
    if LeetLetters.letter(byte) != byte { leet += 1 }
    hasHardGap = hasHardGap || gap == .hard
  }

  private static let fewest = ListedWord.shortestOfPhrase

  /// Whether its letters may be a word that something separates or follows.
  var mayBeJoined: Bool {
    letters >= Self.fewest && (digits > 0 || pieces > 1 && (hasHardGap || shortest <= 2))
  }

  /// Whether digits and symbols may be letters of a word: `8k` and `16:9` are numbers.
  var mayBeLeet: Bool { leet > 0 && letters + leet - digits >= Self.fewest }

  /// Whether a symbol may hide a letter.
  var mayBeMasked: Bool { masks == 1 && letters + 1 >= Self.fewest }
}
