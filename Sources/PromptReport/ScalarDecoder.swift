// Scalars from bytes that need not be valid UTF-8, in both directions.

/// Reads single scalars out of bytes.
enum ScalarDecoder {
  /// The scalar that begins at `offset`, with its length; nil with length 1 for an invalid byte.
  static func scalar(
    at offset: Int, in bytes: ArraySlice<UInt8>
  ) -> (scalar: Unicode.Scalar?, count: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    guard count > 0, offset + count <= bytes.endIndex else { return (nil, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for byte in bytes[(offset + 1)..<(offset + count)] {
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let minimum: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= minimum[count], let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, count)
  }

  /// Where the scalar or invalid byte begins that holds the byte at `offset`.
  static func start(around offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
    for start in (max(bytes.startIndex, offset - 3)...offset).reversed()
    where bytes[start] & 0xC0 != 0x80 {
      return start + scalar(at: start, in: bytes).count > offset ? start : offset
    }
    return offset
  }
}
