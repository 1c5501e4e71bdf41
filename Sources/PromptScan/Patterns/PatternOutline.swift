// What must stand in a text for a pattern to match.

/// What is certain of every match of a pattern, read from the pattern alone.
///
/// It holds of searches as the scanner makes them: whatever the case, with `\w` and `\b` after Unicode,
/// in folded text or in ASCII. Whatever isn't certain isn't said: a pattern that isn't understood
/// has no anchor and may match anywhere.
package struct PatternOutline: Sendable {
  /// What stands in every match.
  package enum Anchor: Hashable, Sendable {
    /// One of these as a whole word; every match begins with it where `isStart`.
    case words([[UInt8]], isStart: Bool)
    /// One of these texts, anywhere in the match.
    case literals([[UInt8]])
    /// Nothing that is certain.
    case none
  }

  /// The most words of an anchor; only a pattern that would have none may have `manyWords`.
  static let fewWords = 64
  static let manyWords = 256
  /// The most texts of an anchor.
  static let fewLiterals = 16

  /// What every match holds.
  package let anchor: Anchor
  /// All words that the pattern spells out anywhere, in look-arounds too, sorted.
  package let words: [[UInt8]]
  /// The fewest bytes of a match.
  package let minimumLength: Int
  /// The most bytes of a match; nil when there is no limit.
  package let maximumLength: Int?
  /// What may make the pattern slow or mean something else than it seems to.
  package let hazards: [PatternHazard]
  /// Whether the pattern means the same as one branch of a larger one: it has no names and no numbers
  /// of groups and doesn't change what stands behind it.
  package let isCombinable: Bool

  /// The outline of a pattern in PCRE2's syntax.
  ///
  /// - Complexity: O(n) for most patterns; bounded by some thousand steps for each part.
  package init(_ source: String, cost: AnchorCost = .common) {
    guard let tree = PatternReader.read(source) else {
      (anchor, words, minimumLength, maximumLength) = (.none, [], 0, nil)
      (hazards, isCombinable) = ([.notUnderstood], false)
      return
    }
    let length = tree.root.length
    anchor = Self.anchor(of: tree.root, cost)
    words = Self.words(of: tree.root)
    (minimumLength, maximumLength) = (length.minimum, length.maximum)
    hazards = PatternHazard.all(in: tree, anchor)
    isCombinable = tree.traits.isEmpty
  }
}

extension PatternOutline {
  private static func anchor(of root: PatternNode, _ cost: AnchorCost) -> Anchor {
    if let words = WordAnchors(limit: fewWords, cost: cost).best(of: root) {
      return .words(sorted(words.words), isStart: words.isStart)
    }
    var literals = PatternLiterals(limit: fewLiterals)
    if let texts = literals.required(by: root) { return .literals(sorted(texts)) }
    if let words = WordAnchors(limit: manyWords, cost: cost).best(of: root) {
      return .words(sorted(words.words), isStart: words.isStart)
    }
    return .none
  }

  private static func words(of root: PatternNode) -> [[UInt8]] {
    var literals = PatternLiterals(limit: fewWords)
    _ = literals.required(by: root)
    return sorted(literals.words)
  }

  private static func sorted(_ texts: some Sequence<[UInt8]>) -> [[UInt8]] {
    texts.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
