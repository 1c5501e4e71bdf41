// "n&#117;de", "n%75de", "nu&shy;de": letters as HTML entities and percent codes.

internal import PromptCore

/// Reads the escapes of a text, once.
struct EscapedText {
  private var folded = FoldedText()

  /// Entities for what shows nothing or a space; HTML has none for plain letters.
  private static let names: [(name: [UInt8], scalar: Unicode.Scalar)] = [
    ("shy", "\u{AD}"), ("zwj", "\u{200D}"), ("zwnj", "\u{200C}"), ("zerowidthspace", "\u{200B}"),
    ("nobreak", "\u{2060}"), ("nbsp", " "), ("lowbar", "_"), ("period", "."), ("hyphen", "-"),
  ].map { (Array(($0 + ";").utf8), $1) }

  /// Appends what each escape stands for whose second byte is an oddity.
  mutating func read(
    _ text: Span<UInt8>, at oddities: [UInt32], into found: inout Replacements
  ) {
    var end = 0
    for oddity in oddities where Int(oddity) > end {
      let start = Int(oddity) - 1
      let rest = text.extracting(start..<text.count)
      guard let escape = Self.percent(rest) ?? Self.entity(rest) else { continue }
      end = start + escape.count
      Folding.fold(escape.bytes.span, into: &folded)
      found.append(ByteRange(start, end), folded.bytes, .escaped)
    }
  }

  /// `%75`, `%c3%bc`: the scalar whose bytes stand there in hexadecimal digits.
  private static func percent(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int)? {
    guard let first = byte(text, at: 0), first >= 0x20 else { return nil }
    if first < 0x80 { return ([first], 3) }
    var bytes = [first]
    while bytes.count < first.scalarWidth, let next = byte(text, at: 3 * bytes.count) {
      bytes.append(next)
    }
    return String(validating: bytes, as: UTF8.self).map { _ in (bytes, 3 * bytes.count) }
  }

  /// The byte of `%` and two digits.
  private static func byte(_ text: Span<UInt8>, at offset: Int) -> UInt8? {
    guard text.count >= offset + 3, text[offset] == UInt8(ascii: "%"),
      let high = digit(text[offset + 1], 16), let low = digit(text[offset + 2], 16)
    else { return nil }
    return UInt8(high << 4 | low)
  }

  /// `&#117;`, `&#x75;`, `&shy;`: the scalar of that number or name.
  private static func entity(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int)? {
    guard text.count >= 4, text[0] == UInt8(ascii: "&") else { return nil }
    guard text[1] == UInt8(ascii: "#") else { return named(text.extracting(1..<text.count)) }
    let isHex = text[2] == UInt8(ascii: "x")
    var (offset, value): (Int, UInt32) = (isHex ? 3 : 2, 0)
    while offset < text.count, value <= 0x10FFFF, let digit = digit(text[offset], isHex ? 16 : 10) {
      value = value * (isHex ? 16 : 10) + digit
      offset += 1
    }
    guard value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    if offset < text.count, text[offset] == UInt8(ascii: ";") { offset += 1 }
    return (Array(String(scalar).utf8), offset)
  }

  private static func named(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int)? {
    let entity = names.first { entity in
      entity.name.count <= text.count
        && entity.name.indices.allSatisfy { text[$0] == entity.name[$0] }
    }
    return entity.map { (Array(String($0.scalar).utf8), $0.name.count + 1) }
  }

  private static func digit(_ byte: UInt8, _ base: UInt32) -> UInt32? {
    let value: UInt32 =
      byte &- 0x30 < 10 ? UInt32(byte - 0x30) : byte &- 0x61 < 6 ? UInt32(byte - 0x57) : 99
    return value < base ? value : nil
  }
}
