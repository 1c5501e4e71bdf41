// Text on one line, for programs that take more than LF for the end of one.

internal import PromptCore

/// Writes what some programs take for the end of a line as `\uXXXX`: VT, FF, U+0085, U+2028 and U+2029.
package enum LineEscapes {
  /// Appends UTF-8 with these characters escaped; `ending` stands in the place of CR, unless it is nil.
  ///
  /// - Complexity: O(n).
  package static func append(
    _ text: ArraySlice<UInt8>, to output: inout [UInt8], return ending: String? = nil
  ) {
    let bytes = text.span
    if isPlain(bytes) { return output += text }
    var start = text.startIndex
    var position = start
    while position < text.endIndex {
      if isPlain(bytes[position - text.startIndex]) {
        position += 1
        continue
      }
      let count = count(text, at: position, ending != nil)
      if count > 0 {
        output += text[start..<position]
        if text[position] == UInt8(ascii: "\r") {
          output += (ending ?? "").utf8
        } else {
          append(scalar(text[position..<(position + count)]), to: &output)
        }
        start = position + count
      }
      position += max(count, 1)
    }
    output += text[start...]
  }

  /// Whether there is no such character, and nothing that could be a part of one.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var odd: UInt8 = 0
    for index in text.indices { odd |= text[index].flag(outsideASCIIFrom: 0x0E) }
    return odd & .yes == 0
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x0E < 0x72 }

  /// How many bytes at an offset are such a character; 0 when none are.
  @inline(__always)
  private static func count(
    _ text: ArraySlice<UInt8>, at position: Int, _ takesReturn: Bool
  ) -> Int {
    let byte = text[position]
    if byte < 0x80 { return byte == 0x0B || byte == 0x0C || takesReturn && byte == 0x0D ? 1 : 0 }
    let rest = text.endIndex - position
    if byte == 0xC2, rest > 1 { return text[position + 1] == 0x85 ? 2 : 0 }
    guard byte == 0xE2, rest > 2, text[position + 1] == 0x80 else { return 0 }
    return text[position + 2] & 0xFE == 0xA8 ? 3 : 0
  }

  private static func scalar(_ text: ArraySlice<UInt8>) -> UInt32 {
    switch text.count {
    case 1: UInt32(text[text.startIndex])
    case 2: 0x85
    default: 0x2000 + UInt32(text[text.startIndex + 2] & 0x3F)
    }
  }

  /// Appends `\u` and four digits.
  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    let digits = String(scalar, radix: 16)
    output += #"\u"#.utf8
    output += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    output += digits.utf8
  }
}
