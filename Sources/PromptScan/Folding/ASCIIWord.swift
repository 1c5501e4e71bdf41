// Eight bytes of ASCII folded at once.

/// Folds the ASCII bytes of a word: letters to lower case, `_` and controls to spaces.
enum ASCIIWord {
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The word folded; what comes of bytes from 0x80 upward has no meaning.
  @inline(__always)
  static func folded(_ bytes: UInt64) -> UInt64 {
    let word = bytes & ~tops
    let isUpper = (word &+ all(0x3F)) & ~(word &+ all(0x25)) & tops
    // `_` and DEL, and controls; rare, so that one look suffices.
    let isBlank = ((word | all(0x20)) &+ all(0x01) | ~(word &+ all(0x60))) & tops & ~bytes
    return blank(word | isUpper &>> 2, where: isBlank)
  }

  /// Whether all bytes of the word are ASCII.
  @inline(__always)
  static func isASCII(_ word: UInt64) -> Bool { word & tops == 0 }

  /// The number of ASCII bytes before the first other one.
  @inline(__always)
  static func width(_ word: UInt64) -> Int { (word & tops).trailingZeroBitCount &>> 3 }

  /// The word with spaces where the top bit is set in `tops`.
  @inline(__always)
  private static func blank(_ word: UInt64, where tops: UInt64) -> UInt64 {
    if tops == 0 { return word }
    let bytes = (tops &>> 7) &* 0xFF
    return word & ~bytes | bytes & all(0x20)
  }

  @inline(__always)
  private static func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
