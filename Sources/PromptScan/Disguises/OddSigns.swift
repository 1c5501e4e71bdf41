// What runs without spaces hold, to leave the ordinary ones alone.

/// What a run holds, from one look at its bytes: most are ordinary, such as `well-known` or `8k`.
struct OddSigns {
  private(set) var letters = 0
  private(set) var hasDigits = false
  private(set) var hasLeet = false
  private(set) var others = 0
  private(set) var masks = 0
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
    hasDigits = hasDigits || byte &- 0x30 < 10
    if LeetLetters.isMask(byte) { masks += 1 }
    if LeetLetters.letter(byte) != byte {
      hasLeet = true
      letters += 1
      if LeetLetters.otherLetter(byte) != nil { others += 1 }
    }
    hasHardGap = hasHardGap || gap == .hard
  }

  /// Whether it has as many letters as the shortest word that is looked for.
  var mayHide: Bool { letters + masks >= ListedWord.shortestOfPhrase }

  /// Whether letters may belong together that something separates.
  var mayBeJoined: Bool { hasDigits || pieces > 1 && (hasHardGap || shortest <= 2) }
}
