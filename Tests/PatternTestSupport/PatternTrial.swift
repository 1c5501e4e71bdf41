// One pattern against one text: what comes out, and what it costs.

public import PCRE2

/// What came of a search.
public enum TrialOutcome: Hashable, Sendable {
  /// There is a match, or there is none.
  case decided(Range<Int>?)
  /// The search gave up.
  case undecided(MatchError.Kind)
}

/// One search.
public struct PatternTrial: Sendable {
  /// What came of it.
  public let outcome: TrialOutcome
  /// The steps it took.
  public let steps: Int
  /// The time it took; not the same in two runs.
  public let time: Duration

  /// Searches for the first match of `pattern` in `text`.
  public init(_ pattern: Pattern, in text: [UInt8], scratch: inout MatchScratch) {
    scratch.beginScan()
    let clock = ContinuousClock()
    let start = clock.now
    do {
      outcome = .decided(try pattern.firstMatch(in: text.span, scratch: &scratch))
    } catch {
      outcome = .undecided(error.kind)
    }
    time = clock.now - start
    steps = scratch.scanSteps
  }

  /// Whether `other` came to the same with as many steps.
  public func agrees(with other: PatternTrial) -> Bool {
    outcome == other.outcome && steps == other.steps
  }

  /// The first patterns of `seed` that libpcre2 takes and makes machine code of.
  public static func patterns(_ count: Int, seed: UInt64) -> [Pattern] {
    Array(CatastrophicPatterns(seed: seed).lazy.compactMap { try? Pattern($0) }.prefix(count))
  }
}
