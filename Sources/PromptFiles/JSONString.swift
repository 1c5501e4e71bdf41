// Decodes the inside of a JSON string and remembers where each escape stood.

import PromptCore

/// A decoded JSON string.
struct JSONString {
  private(set) var bytes: [UInt8] = []
  private(set) var escapes: [DecodedEscape] = []

  /// Decodes what stands between the quotes of a string whose escapes the scanner has checked.
  ///
  /// - Throws: at a surrogate that has no partner.
  init(decoding range: ByteRange, of file: [UInt8]) throws(JSONScanner.Failure) {
    if !file[range.indices].contains(UInt8(ascii: "\\")) {
      bytes = Array(file[range.indices])
      return
    }
    bytes.reserveCapacity(range.count)
    var position = Int(range.start)
    let end = Int(range.end)
    while position < end {
      let rest = file[position..<end]
      let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) ?? end
      bytes += file[position..<backslash]
      position = backslash
      if position < end { position += try decodeEscape(file[position..<end]) }
    }
  }

  /// Decodes the escape at the front of `rest` and returns its length.
  private mutating func decodeEscape(
    _ rest: ArraySlice<UInt8>
  ) throws(JSONScanner.Failure) -> Int {
    let start = rest.startIndex
    let kind = rest[start + 1]
    if let byte = Self.simpleEscape(kind) {
      append([byte], from: start, count: 2)
      return 2
    }
    let (scalar, count) = try Self.unicodeEscape(rest)
    append(Array(String(scalar).utf8), from: start, count: count)
    return count
  }

  private mutating func append(_ decoded: [UInt8], from start: Int, count: Int) {
    escapes.append(
      DecodedEscape(
        decodedStart: UInt32(bytes.count), fileStart: UInt32(start),
        decodedCount: UInt8(decoded.count), fileCount: UInt8(count)))
    bytes += decoded
  }

  private static func unicodeEscape(
    _ rest: ArraySlice<UInt8>
  ) throws(JSONScanner.Failure) -> (Unicode.Scalar, Int) {
    let first = codeUnit(rest)
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    let second = codeUnit(rest.dropFirst(6))
    guard first < 0xDC00, 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else {
      let message = "half of a surrogate pair without the other half"
      throw JSONScanner.Failure(offset: rest.startIndex, message: message)
    }
    return (scalar, 12)
  }

  /// The number of the `\uXXXX` at the front of `rest`, or 0 when none stands there.
  private static func codeUnit(_ rest: ArraySlice<UInt8>) -> UInt32 {
    guard rest.count >= 6, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
      return 0
    }
    return UInt32(String(decoding: rest.dropFirst(2).prefix(4), as: UTF8.self), radix: 16) ?? 0
  }

  /// What `\` and this byte stand for, or nil when that is no escape of one character.
  static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }
}
