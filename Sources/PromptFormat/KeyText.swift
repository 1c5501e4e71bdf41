// The text of a key, piece by piece: dashes and white space all alike.

internal import PromptCore

/// Writes pieces with a space between them; within one, a run of dashes is one hyphen, a run of white
/// space one space, and none stands at either end.
struct KeyText {
  private var bytes: [UInt8] = []
  /// Where the piece at hand begins.
  private var start = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// What was written, the pieces without text left out.
  var text: String {
    String(decoding: bytes.last == Self.space ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// Ends a piece.
  mutating func endPiece() {
    while bytes.count > start, bytes.last == Self.space { bytes.removeLast() }
    if bytes.count > start { bytes.append(Self.space) }
    start = bytes.count
  }

  /// Appends text as it is.
  mutating func append(plain text: String) { bytes += text.utf8 }

  /// Appends text; bytes that aren't UTF-8 become U+FFFD.
  ///
  /// - Complexity: O(n).
  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar) }
  }

  /// Appends a range of a source.
  ///
  /// - Complexity: O(n).
  mutating func append(_ range: ByteRange, of source: SourceText) {
    let text = source.bytes.span
    if Self.isPlain(text.extracting(range.indices)) { return bytes += source.bytes[range.indices] }
    for index in range.indices {
      if text[index] >= 0x80 {
        return append(source.string(in: ByteRange(index, Int(range.end))))
      }
      append(text[index])
    }
  }
}

extension KeyText {
  private static let space = UInt8(ascii: " ")
  private static let hyphen = UInt8(ascii: "-")

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return append(UInt8(scalar.value)) }
    if Self.mayBeAlike(scalar.value) {
      if scalar.properties.generalCategory == .dashPunctuation { return append(Self.hyphen) }
      if scalar.properties.isWhitespace { return append(Self.space) }
    }
    bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  /// Whether text is already as it is to be, wherever it stands; without a way out of the loop, so that
  /// many bytes are looked at at once.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard let first = text.isEmpty ? nil : text[0], first != space, first != hyphen else {
      return false
    }
    var odd = first.flag(outsideASCIIFrom: 0x20)
    for index in 1..<text.count {
      let (last, next) = (text[index - 1], text[index])
      let isAlike = next.flag(is: space) | next.flag(is: hyphen)
      odd |= next.flag(outsideASCIIFrom: 0x20) | last.flag(is: next) & isAlike
    }
    return odd & .yes == 0
  }

  /// Whether a character beyond ASCII may be a dash or white space; Latin, Greek, Cyrillic and Chinese
  /// letters are none, which spares asking.
  static func mayBeAlike(_ scalar: UInt32) -> Bool {
    !(0xA1..<0x58A ~= scalar || 0x3100..<0xFE30 ~= scalar)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    let byte = byte &- 0x09 < 5 ? Self.space : byte
    if byte == Self.space || byte == Self.hyphen {
      if bytes.count == start ? byte == Self.space : bytes[bytes.count - 1] == byte { return }
    }
    bytes.append(byte)
  }
}
