// What a word is to the scanner: letters and digits of any script, nothing else.

/// Walks over the words of a range of bytes.
///
/// A word is a run of ASCII letters and digits and of alphabetic or combining scalars beyond ASCII;
/// `_`, hyphens, apostrophes and dashes separate, so that `red_dress` is two words. Bytes that aren't
/// UTF-8 separate too.
struct WordReader {
  private(set) var next: Int
  let end: Int

  init(_ range: Range<Int>) {
    next = range.lowerBound
    end = range.upperBound
  }

  /// The next word and the hash of its bytes in lower case; nil at the end.
  mutating func read(_ bytes: Span<UInt8>) -> (range: Range<Int>, hash: UInt64)? {
    while next < end, Self.width(bytes, next, end) == 0 { next += 1 }
    guard next < end else { return nil }
    let start = next
    var hash = WordHash()
    while next < end {
      let width = Self.width(bytes, next, end)
      if width == 0 { break }
      for offset in next..<next + width { hash.add(bytes[offset]) }
      next += width
    }
    return (start..<next, hash.value)
  }

  /// The number of bytes of the word character at `offset`; 0 when none stands there.
  private static func width(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 1 : 0 }
    return wideWidth(bytes, offset, end)
  }

  private static func wideWidth(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Int {
    let first = bytes[offset]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard count > 0, offset + count <= end else { return 0 }
    var value = UInt32(first) & (0xFF >> UInt32(count + 1))
    for index in offset + 1..<offset + count { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    guard let properties = Unicode.Scalar(value)?.properties else { return 0 }
    let isWord =
      properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
    return isWord ? count : 0
  }
}

/// A hash of a word's bytes, ASCII letters in lower case.
struct WordHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ byte: UInt8) {
    let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
    value = (value ^ UInt64(folded)) &* 0x2545_F491_4F6C_DD1D
    value ^= value >> 32
  }

  init() {}

  init(_ word: some Sequence<UInt8>) {
    for byte in word { add(byte) }
  }
}
