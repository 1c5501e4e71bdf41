// What a scan finds.

public import PromptCore

/// A listed term that was found.
public struct ScanMatch: Hashable, Sendable {
  /// The index of the term in its list.
  public let term: Int
  /// The bytes that matched.
  public let range: ByteRange
  /// How the term was disguised.
  public let disguises: Disguises
}

/// What a scan found.
public struct ScanResult: Hashable, Sendable {
  /// The matches, by place; where two overlap, the longer one alone.
  public var matches: [ScanMatch] = []
  /// Terms whose pattern spent its budget: whether they occur is not known, and a gate must refuse.
  public var undecided: [Int] = []

  /// A result without findings.
  public init() {}

  /// Forgets all findings and keeps the memory.
  public mutating func removeAll() {
    matches.clear()
    undecided.clear()
  }
}
