// What a scan works with and what it finds.

internal import PCRE2
public import PromptCore

/// A listed term that was found.
public struct ScanMatch: Hashable, Sendable {
  /// The index of the term in its list.
  public let term: Int
  /// The bytes that matched.
  public let range: ByteRange
}

/// What a scan found.
public struct ScanResult: Hashable, Sendable {
  /// The matches, by place; where two overlap, the longer one alone.
  public var matches: [ScanMatch] = []
  /// Terms whose pattern ran into a limit: whether they occur is not known, and a gate must refuse.
  public var undecided: [Int] = []

  /// A result without findings.
  public init() {}
}

/// The memory of one scan after another. One for each worker; never share one between two.
public struct ScanScratch: ~Copyable {
  var match = MatchScratch()

  /// Fresh memory.
  public init() {}
}

/// A pattern of a list that can't be used.
public struct TermPatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the term.
  public let term: String
  /// What is wrong, one line.
  public let reason: String

  /// Both, one line.
  public var description: String { "the pattern `\(term)` can't be used: \(reason)" }
}
