// Which characters mean something to the grammar: bytes for ASCII, scalars for the rest.

/// A set of ASCII bytes as 128 bits.
struct ByteSet: Sendable {
  private let low: UInt64
  private let high: UInt64

  init(_ isMember: (UInt8) -> Bool) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in UInt8(0)..<128 where isMember(byte) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    self.low = low
    self.high = high
  }

  func contains(_ byte: UInt8) -> Bool {
    let bits = byte < 64 ? low : high
    return byte < 128 && (bits >> UInt64(byte & 63)) & 1 == 1
  }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isNameByte: Bool { isLetter || isDigit || self == 0x5F }
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// Whether the byte continues a UTF-8 sequence.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}

/// What a scalar beyond ASCII is to the grammar.
enum ScalarClass {
  case ordinary, dash, oddSpace, invisible

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: self = .dash
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self = .oddSpace
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180E,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      self = .invisible
    default: self = .ordinary
    }
  }

  /// Whether a scalar that doesn't show is part of ordinary writing between two others: joiners in
  /// Arabic, Indic scripts and emoji, tags in flags.
  static func joins(_ scalar: UInt32) -> Bool {
    scalar == 0x200C || scalar == 0x200D || (0xE0020...0xE007F).contains(scalar)
  }
}

/// Characters that stand for others or close what others open.
public enum WideScalar {
  /// The ASCII character that this is or that a full-width one stands for; nil for anything else.
  public static func plain(_ scalar: UInt32) -> UInt8? {
    if (0xFF01...0xFF5E).contains(scalar) { return UInt8(scalar - 0xFEE0) }
    return scalar < 0x80 ? UInt8(scalar) : nil
  }

  /// Whether a scalar closes a clause or a quotation, and so ends a value or a link.
  public static func closes(_ scalar: UInt32) -> Bool { closing.contains(scalar) }

  private static let closing: Set<UInt32> = [
    0x2019, 0x201D, 0x2026, 0x3001, 0x3002, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF01, 0xFF09, 0xFF0C,
    0xFF1B, 0xFF1F,
  ]

  /// The scalar that closes what a scalar opens, when that is a quotation; nil for anything else.
  public static func closingQuote(of scalar: UInt32) -> UInt32? { quotes[scalar] }

  private static let quotes: [UInt32: UInt32] = [
    0x22: 0x22, 0x27: 0x27, 0x60: 0x60, 0x2018: 0x2019, 0x201C: 0x201D, 0x201D: 0x201D,
    0x300C: 0x300D, 0x300E: 0x300F,
  ]
}

/// Decodes the scalar at `offset`; nil when the bytes there aren't UTF-8.
func decodeScalar(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> (value: UInt32, count: Int)? {
  let first = bytes[offset]
  let count: Int
  let smallest: UInt32
  var value: UInt32
  switch first {
  case 0x00...0x7F: return (UInt32(first), 1)
  case 0xC2...0xDF: (count, smallest, value) = (2, 0x80, UInt32(first & 0x1F))
  case 0xE0...0xEF: (count, smallest, value) = (3, 0x800, UInt32(first & 0x0F))
  case 0xF0...0xF4: (count, smallest, value) = (4, 0x10000, UInt32(first & 0x07))
  default: return nil
  }
  guard offset + count <= end else { return nil }
  for index in offset + 1..<offset + count {
    guard bytes[index].isContinuation else { return nil }
    value = value << 6 | UInt32(bytes[index] & 0x3F)
  }
  return value >= smallest && Unicode.Scalar(value) != nil ? (value, count) : nil
}
