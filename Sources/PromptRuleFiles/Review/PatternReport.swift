// What a pattern of a sensitive list is found by, and what it costs.

public import PromptRules
public import PromptScan

/// A pattern, for those who want to know how scans go about it.
public struct PatternReport: Sendable {
  /// How a scanner comes to run a pattern, cheapest first.
  public enum Tier: String, CaseIterable, Sendable {
    /// Where one of some words stands.
    case word
    /// On texts that hold one of some literal texts.
    case text
    /// On every text.
    case always
  }

  /// The entry.
  public let term: Term
  /// How a scanner comes to run it.
  public let tier: Tier
  /// The words or the texts that it is found by, sorted; none when it always runs.
  public let keys: [String]
  /// Whether each match begins with the word, so that the pattern is tried there alone and not searched.
  public let isAnchored: Bool
  /// What may make it slow or mean something else than it seems to, by name.
  public let hazards: [String]
  /// What it costs; nil when that wasn't measured.
  public let cost: PatternCost?

  /// - Complexity: O(length of the pattern).
  init(_ term: Term, _ outline: PatternOutline, _ cost: PatternCost?) {
    (self.term, self.cost) = (term, cost)
    hazards = outline.hazards.map(\.rawValue)
    switch outline.key {
    case .words(let words, let isStart):
      (tier, isAnchored, keys) = (.word, isStart, Self.texts(words))
    case .literals(let texts): (tier, isAnchored, keys) = (.text, false, Self.texts(texts))
    case .none: (tier, isAnchored, keys) = (.always, false, [])
    }
  }

  private static func texts(_ keys: [[UInt8]]) -> [String] {
    keys.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension [PatternReport] {
  /// The dearest first: by the steps on the worst text, then on prose, then by name.
  public var byCost: [PatternReport] {
    sorted { left, right in
      let (one, other) = (left.steps, right.steps)
      return one == other ? left.term.name < right.term.name : one > other
    }
  }
}

extension PatternReport {
  fileprivate var steps: (worst: Int, prose: Int) { (cost?.worst?.steps ?? 0, cost?.prose ?? 0) }
}
