// "n&#117;de", "n%75de": letters as HTML entities and percent codes.

/// Reads the escapes of a run of text, once.
struct EscapedText {
  private var text = FoldedText()

  /// The text without escapes, folded.
  var folded: [UInt8] { text.bytes }

  /// Whether a run has escapes of letters; `folded` is then what they stand for.
  mutating func read(_ source: Span<UInt8>, _ run: Range<Int>) -> Bool {
    var bytes: [UInt8] = []
    var offset = run.lowerBound
    var hasEscape = false
    while offset < run.upperBound {
      let rest = source.extracting(offset..<run.upperBound)
      if let escape = Self.percent(rest) ?? Self.entity(rest) {
        bytes += escape.bytes
        offset += escape.count
        hasEscape = true
      } else {
        bytes.append(source[offset])
        offset += 1
      }
    }
    if hasEscape { Folding.fold(bytes.span, into: &text) }
    return hasEscape
  }

  /// `%75`: the byte of two hexadecimal digits.
  private static func percent(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int)? {
    guard text.count >= 3, text[0] == UInt8(ascii: "%"), let high = digit(text[1], 16),
      let low = digit(text[2], 16)
    else { return nil }
    return ([UInt8(high << 4 | low)], 3)
  }

  /// `&#117;` or `&#x75;`: the scalar of that number.
  private static func entity(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int)? {
    guard text.count >= 4, text[0] == UInt8(ascii: "&"), text[1] == UInt8(ascii: "#") else {
      return nil
    }
    let isHex = text[2] == UInt8(ascii: "x")
    var (offset, value): (Int, UInt32) = (isHex ? 3 : 2, 0)
    while offset < text.count, value <= 0x10FFFF, let digit = digit(text[offset], isHex ? 16 : 10) {
      value = value * (isHex ? 16 : 10) + digit
      offset += 1
    }
    guard value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    if offset < text.count, text[offset] == UInt8(ascii: ";") { offset += 1 }
    return (Array(String(Character(scalar)).utf8), offset)
  }

  private static func digit(_ byte: UInt8, _ base: UInt32) -> UInt32? {
    let value: UInt32 =
      byte &- 0x30 < 10 ? UInt32(byte - 0x30) : byte &- 0x61 < 6 ? UInt32(byte - 0x57) : 99
    return value < base ? value : nil
  }
}
