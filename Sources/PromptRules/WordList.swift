// Words that checks of the text look for; sensitive words stand in Terms/.

/// Words of one kind, such as filler.
public struct WordList: Hashable, Sendable {
  /// The name, such as `filler`: the name of its file.
  public let name: String
  /// What the words are, one line.
  public let summary: String
  /// The words and phrases with single spaces, in lower case; in capitals where only those are meant.
  public let words: [String]
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A list from its parts.
  public init(name: String, summary: String, words: [String], provenance: Provenance) {
    self.name = name
    self.summary = summary
    self.words = words
    self.provenance = provenance
  }
}
