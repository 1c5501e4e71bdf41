// Patterns without a certain word or text, tried many at once.

internal import PCRE2

/// Patterns that would have to run on every text, as branches of a few larger ones: only where one of
/// these matches, or can't decide, its branches run one by one.
struct CombinedPatterns: Sendable {
  private let groups: [ArraySlice<Int>]
  private let bank: PatternBank

  /// How many patterns are combined: each more makes every place of a text dearer.
  private static let size = 32

  /// The patterns of these numbers, each of which is combinable.
  init(_ numbers: [Int], of patterns: [ListedPattern]) {
    groups = stride(from: 0, to: numbers.count, by: Self.size).map {
      numbers[$0..<min($0 + Self.size, numbers.count)]
    }
    bank = PatternBank(
      groups.map { group in
        let branches = group.map { "(?:" + patterns[$0].source + ")" }
        return ListedPattern(term: 0, source: branches.joined(separator: "|"), isStart: false)
      })
  }

  /// Appends the patterns that may match in a text, which is UTF-8.
  func find(
    in text: Span<UInt8>, shelf: inout PatternShelf, match: inout MatchScratch,
    into runs: inout PatternRuns
  ) {
    for (number, group) in groups.enumerated()
    where group.count == 1 || mayMatch(number, text, &shelf, &match) {
      for pattern in group { runs.search(pattern) }
    }
  }

  private func mayMatch(
    _ number: Int, _ text: Span<UInt8>, _ shelf: inout PatternShelf, _ match: inout MatchScratch
  ) -> Bool {
    guard case .pattern(let pattern) = shelf.pattern(number, of: bank) else { return true }
    match.beginPattern()
    do {
      return try pattern.firstMatch(in: text, scratch: &match) != nil
    } catch {
      return true
    }
  }
}
