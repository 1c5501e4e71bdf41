// Values and names as they are meant, without the marks of keyboards and word processors.

internal import PromptCore

/// Full-width characters, characters that don't show and quotation marks undone.
enum PlainText {
  /// The text with full-width characters as ASCII, without quotation marks around it and without what
  /// doesn't show.
  static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || 0x22...0x27 ~= $0 || $0 == 0x60 }) else {
      return text
    }
    return String(String.UnicodeScalarView(unquoted(text.unicodeScalars[...]).compactMap(plain)))
  }

  private static func unquoted(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    guard text.count > 2, let first = text.first, let last = text.last,
      WideScalar.closingQuote(of: first.value) == last.value
    else { return text }
    return text.dropFirst().dropLast()
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.properties.isDefaultIgnorableCodePoint { return nil }
    return WideScalar.plain(scalar.value).map { Unicode.Scalar($0) } ?? scalar
  }
}
