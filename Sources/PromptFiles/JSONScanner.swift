// A strict scanner of JSON text (RFC 8259): says where values end, builds nothing.

import PromptCore

/// Walks over JSON in some bytes.
///
/// Nesting costs a byte of heap a level, never stack, so no input can overflow it.
struct JSONScanner {
  /// What is wrong, and at which offset.
  struct Failure: Error {
    let offset: Int
    let message: String
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  init(_ bytes: [UInt8], in range: ByteRange) {
    self.bytes = bytes
    position = Int(range.start)
    end = Int(range.end)
  }

  /// The offset of the next byte.
  var offset: Int { position }

  func failure(_ message: String) -> Failure { Failure(offset: position, message: message) }

  /// The next byte past white space, or nil at the end.
  mutating func next() -> UInt8? {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
    return current
  }

  /// The offset of the next byte past white space.
  mutating func nextOffset() -> Int {
    _ = next()
    return position
  }

  /// Steps over a punctuation mark if it comes next.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ mark: Unicode.Scalar, _ message: String) throws(Failure) {
    if !take(mark) { throw failure(message) }
  }

  mutating func expectEnd() throws(Failure) {
    if next() != nil { throw failure("text after the JSON object") }
  }

  private var current: UInt8? { position < end ? bytes[position] : nil }
}

// MARK: - Values

extension JSONScanner {
  /// Whether a member's name, its escapes decoded, is `name`.
  func isName(_ range: ByteRange, _ name: String) -> Bool {
    if range.count < name.utf8.count { return false }
    let written = bytes[range.indices]
    if !written.contains(UInt8(ascii: "\\")) {
      return written.count == name.utf8.count && written.elementsEqual(name.utf8)
    }
    return (try? JSONString(decoding: range, of: bytes))?.bytes == Array(name.utf8)
  }

  /// Steps over a member's name and the colon; returns what stands between the quotes of the name.
  @discardableResult
  mutating func key() throws(Failure) -> ByteRange {
    guard next() == UInt8(ascii: "\"") else { throw failure("expected a field name in quotes") }
    let range = try string()
    try expect(":", "expected `:` after a field name")
    return range
  }

  /// Steps over a value of any kind; returns where it stands.
  mutating func value() throws(Failure) -> ByteRange {
    let start = nextOffset()
    try skipValue()
    return ByteRange(start, position)
  }

  /// Steps over a value of any kind.
  mutating func skipValue() throws(Failure) {
    var closers: [UInt8] = []
    repeat {
      guard try !openContainer(&closers) else { continue }
      while let closer = closers.last {
        if take(Unicode.Scalar(closer)) {
          closers.removeLast()
        } else {
          let mark = Unicode.Scalar(closer)
          try expect(",", "expected `,` or `\(mark)`")
          if closer == UInt8(ascii: "}") { try key() }
          break
        }
      }
    } while !closers.isEmpty
  }

  /// Steps over a simple value, an empty container or the beginning of one.
  ///
  /// - Returns: Whether a container was opened, in which a value comes next.
  private mutating func openContainer(_ closers: inout [UInt8]) throws(Failure) -> Bool {
    if take("{") {
      if take("}") { return false }
      closers.append(UInt8(ascii: "}"))
      try key()
      return true
    }
    if take("[") {
      if take("]") { return false }
      closers.append(UInt8(ascii: "]"))
      return true
    }
    try skipSimpleValue()
    return false
  }

  private mutating func skipSimpleValue() throws(Failure) {
    guard let byte = next() else { throw failure("expected a JSON value") }
    switch byte {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: throw failure("expected a JSON value")
    }
  }

  private mutating func word(_ word: String) throws(Failure) {
    guard bytes[position..<end].starts(with: word.utf8) else {
      throw failure("expected a JSON value")
    }
    position += word.utf8.count
  }

  private mutating func number() throws(Failure) {
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return }
    position += 1
    if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
    try digits()
  }

  private mutating func digits() throws(Failure) {
    let start = position
    while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    if position == start { throw failure("expected a digit") }
  }
}

// MARK: - Strings

extension JSONScanner {
  /// Steps over a string; the opening quote is the next byte.
  ///
  /// - Returns: What stands between the quotes; its escapes are well formed.
  mutating func string() throws(Failure) -> ByteRange {
    let quote = position
    position += 1
    while true {
      position = plainEnd
      guard let byte = current else { break }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return ByteRange(quote + 1, position - 1)
      case UInt8(ascii: "\\"): try escape()
      default: throw failure("a control character in a string must be escaped")
      }
    }
    throw Failure(offset: quote, message: "the string has no closing quote")
  }

  /// Where the bytes end that are themselves in a string.
  private var plainEnd: Int {
    let text = bytes.span
    var next = position
    while next < end, Self.isPlain(text[next]) { next += 1 }
    return next
  }

  /// Whether a byte is itself in a string.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape() throws(Failure) {
    guard position + 1 < end else { throw failure("unknown escape") }
    switch bytes[position + 1] {
    case UInt8(ascii: "u"):
      let digits = bytes[(position + 2)..<min(position + 6, end)]
      guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
      else { throw failure("expected four hexadecimal digits after `\\u`") }
      position += 6
    case let byte where JSONString.simpleEscape(byte) != nil: position += 2
    default: throw failure("unknown escape")
    }
  }
}
