// What a list may hold: spellings that the scanner can find.

extension TermScanner {
  /// Whether a spelling holds anything that is looked for.
  package static func canFind(_ spelling: String) -> Bool {
    var text = FormText()
    text.read(spelling)
    return !text.bytes.isEmpty
  }
}
