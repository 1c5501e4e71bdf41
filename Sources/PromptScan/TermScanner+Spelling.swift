// What a list may hold: spellings that the scanner can find.

extension TermScanner {
  /// Whether a spelling holds anything that is looked for.
  package static func canFind(_ spelling: String) -> Bool {
    for byte in spelling.utf8 where byte &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
    for byte in spelling.utf8 where (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
    var text = FormText()
    text.read(spelling)
    return !text.bytes.isEmpty
  }
}
