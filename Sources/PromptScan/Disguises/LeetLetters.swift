// Which letters digits and symbols are written for.

/// Digits and symbols that look like letters.
enum LeetLetters {
  /// The letter that an ASCII character is written for, or itself.
  static func letter(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "i")
    case UInt8(ascii: "2"): UInt8(ascii: "z")
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "6"), UInt8(ascii: "9"): UInt8(ascii: "g")
    case UInt8(ascii: "7"), UInt8(ascii: "+"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    case UInt8(ascii: "("), UInt8(ascii: "<"): UInt8(ascii: "c")
    default: byte
    }
  }

  /// The other letter of those that are written for two, or nil.
  static func otherLetter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "l")
    case UInt8(ascii: "6"): UInt8(ascii: "b")
    default: nil
    }
  }

  /// Whether a symbol is written in place of any letter.
  static func isMask(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%")
  }
}
