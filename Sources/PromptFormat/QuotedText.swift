// White space outside of double quotes.

/// Text with `"…"` in it.
enum QuotedText {
  /// The text with each run of ASCII white space made one space, but not inside double quotes.
  ///
  /// A quote that is never closed opens nothing.
  static func collapsed(_ text: String) -> String {
    var result: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    let lastQuote = bytes.lastIndex(of: quote)
    for (index, byte) in bytes.enumerated() {
      if byte == quote { isQuoted = !isQuoted && index != lastQuote }
      guard !isQuoted, [0x20, 0x09, 0x0A, 0x0D].contains(byte) else {
        result.append(byte)
        continue
      }
      if result.last != 0x20 { result.append(0x20) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let quote = UInt8(ascii: "\"")
}
