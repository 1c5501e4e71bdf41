// JSON out, straight into bytes.

internal import PromptCore

/// Writes JSON values one after another; commas, colons and indentation come by themselves.
///
/// The caller opens and closes what nests, in order. Text is escaped so that the output is valid
/// JSON, safe inside JavaScript (U+2028 and U+2029) and harmless to terminals (control characters).
public struct JSONWriter: Sendable {
  private let isIndented: Bool
  private var output: [UInt8] = []
  /// For each open container whether it has an element already.
  private var hasElements: [Bool] = []
  private var isAfterKey = false

  /// A writer of compact JSON, or of JSON indented by two spaces.
  public init(indented: Bool = false) {
    isIndented = indented
  }

  /// Opens an object.
  public mutating func beginObject() { begin("{") }
  /// Closes the object.
  public mutating func endObject() { end("}") }
  /// Opens an array.
  public mutating func beginArray() { begin("[") }
  /// Closes the array.
  public mutating func endArray() { end("]") }

  /// Writes a member's name; its value comes next.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    output += isIndented ? Array(": ".utf8) : Array(":".utf8)
    isAfterKey = true
  }

  /// Writes a string.
  ///
  /// - Complexity: O(n).
  public mutating func value(_ text: String) {
    separate()
    appendQuoted(text)
  }

  /// Writes a string, or null for nil.
  public mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  /// Writes a whole number.
  public mutating func value(_ number: some BinaryInteger) { raw(String(number)) }

  /// Writes a number, or null for one that is not finite.
  public mutating func value(_ number: Double) {
    if number.isFinite { raw(String(number)) } else { null() }
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Ends a line between top-level values.
  public mutating func newline() { output.append(UInt8(ascii: "\n")) }

  /// Gives away what has been written so far; writing goes on where it was.
  public mutating func takeBytes() -> [UInt8] {
    defer { output = [] }
    return output
  }
}

extension JSONWriter {
  private mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    output.append(UInt8(ascii: bracket))
    hasElements.append(false)
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    if hasElements.popLast() == true { breakLine() }
    output.append(UInt8(ascii: bracket))
  }

  private mutating func raw(_ text: String) {
    separate()
    output += Array(text.utf8)
  }

  /// Writes what stands between the last value and the next.
  private mutating func separate() {
    defer { isAfterKey = false }
    guard !isAfterKey, let isFollowing = hasElements.last else { return }
    if isFollowing { output.append(UInt8(ascii: ",")) }
    hasElements[hasElements.count - 1] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    newline()
    output += [UInt8](repeating: UInt8(ascii: " "), count: hasElements.count * 2)
  }

  private mutating func appendQuoted(_ text: String) {
    output.append(UInt8(ascii: "\""))
    Self.appendEscaped(text, to: &output)
    output.append(UInt8(ascii: "\""))
  }
}

// MARK: - Escapes

extension JSONWriter {
  /// Appends the inside of a JSON string: escaped where it must be, otherwise UTF-8 as it is.
  ///
  /// - Complexity: O(n).
  package static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    if isPlain(text.utf8.span) {
      output += text.utf8
    } else {
      appendEscaped(Array(text.utf8)[...], to: &output)
    }
  }

  /// The same of valid UTF-8.
  package static func appendEscaped(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if isPlain(text.span) { return output += text }
    var start = text.startIndex
    var position = start
    let bytes = text.span
    while position < text.endIndex {
      if isPlain(bytes[position - text.startIndex]) {
        position += 1
        continue
      }
      let count = escapedCount(text, at: position)
      if count > 0 {
        output += text[start..<position]
        appendEscape(text[position..<(position + count)], to: &output)
        start = position + count
      }
      position += max(count, 1)
    }
    output += text[start...]
  }

  /// Whether nothing must be escaped; without a way out of the loop, so that many bytes are looked at at
  /// once.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var odd: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      odd |= byte.flag(outsideASCIIFrom: 0x20) | byte.flag(is: 0x7F)
      odd |= byte.flag(is: UInt8(ascii: "\"")) | byte.flag(is: UInt8(ascii: "\\"))
    }
    return odd & .yes == 0
  }

  /// Whether a byte is itself in a string, whatever stands around it.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// How many bytes at an offset must be escaped together; 0 when none must.
  @inline(__always)
  private static func escapedCount(_ text: ArraySlice<UInt8>, at position: Int) -> Int {
    let byte = text[position]
    if byte < 0x7F {
      return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
    }
    if byte == 0x7F { return 1 }
    if byte == 0xC2 { return text[position + 1] < 0xA0 ? 2 : 0 }
    if byte == 0xE2, text[position + 1] == 0x80 { return text[position + 2] & 0xFE == 0xA8 ? 3 : 0 }
    return 0
  }

  /// Appends a whole number that is not negative.
  package static func append(_ number: Int, to output: inout [UInt8]) {
    var (rest, divisor) = (max(0, number), 1)
    while rest / divisor > 9 { divisor *= 10 }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  private static func appendEscape(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    switch text[text.startIndex] {
    case UInt8(ascii: "\""): output += #"\""#.utf8
    case UInt8(ascii: "\\"): output += #"\\"#.utf8
    case UInt8(ascii: "\n"): output += #"\n"#.utf8
    case UInt8(ascii: "\r"): output += #"\r"#.utf8
    case UInt8(ascii: "\t"): output += #"\t"#.utf8
    case let byte where byte < 0x80: LineEscapes.append(UInt32(byte), to: &output)
    case 0xC2: LineEscapes.append(UInt32(text[text.startIndex + 1]), to: &output)
    default: LineEscapes.append(0x2000 + UInt32(text[text.startIndex + 2] & 0x3F), to: &output)
    }
  }
}
