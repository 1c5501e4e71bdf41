// What a list may hold: spellings that the scanner can find.

extension TermScanner {
  /// Whether a spelling, in lower case, holds anything that is looked for.
  package static func canFind(_ spelling: String) -> Bool {
    !WordForm(spelling, owner: .allow).words.isEmpty
  }
}
