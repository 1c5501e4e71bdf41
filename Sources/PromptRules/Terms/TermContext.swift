// Words that a term needs beside it, so that it counts.

extension Term {
  /// Words near which a term counts.
  public struct Context: Hashable, Sendable {
    /// The words and phrases, in lower case; one of them must stand near.
    public let words: [String]
    /// How many words at most may stand between.
    public let within: Int

    /// The distances that a list may ask for.
    public static let distances = 1...40
    /// The distance of a list that asks for none.
    public static let usualDistance = 8

    /// A context from its parts; a distance beyond `distances` is the next one that may be asked for.
    public init(words: [String], within: Int = usualDistance) {
      self.words = words
      self.within = min(max(within, Self.distances.lowerBound), Self.distances.upperBound)
    }
  }

  /// The same term wherever it stands.
  public var withoutContext: Term {
    Term(
      name: name, kind: kind, forms: forms, category: category, language: language,
      isReviewed: isReviewed, weight: weight, scopes: scopes, isReported: isReported,
      reason: reason, replacement: replacement, match: match, clean: clean)
  }
}
