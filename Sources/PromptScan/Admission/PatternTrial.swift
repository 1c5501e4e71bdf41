// Runs a pattern on its examples and on hostile texts.

internal import PCRE2

/// A pattern with the memory of its searches.
struct PatternTrial: ~Copyable {
  let pattern: Pattern
  var scratch: MatchScratch

  init(_ pattern: Pattern, budget: MatchBudget = MatchBudget()) {
    self.pattern = pattern
    scratch = MatchScratch(budget: budget)
  }

  /// Whether the pattern occurs in `text`; nil when it spends its budget.
  private mutating func occurs(in text: [UInt8]) -> Bool? {
    scratch.beginScan()
    return try? !pattern.allMatches(in: text.span, scratch: &scratch).isEmpty
  }

  mutating func refusal(of example: String, wanted: Bool) -> PatternRefusal? {
    guard let occurs = occurs(in: Array(example.utf8)) else { return .undecidedExample(example) }
    if occurs == wanted { return nil }
    return wanted ? .missesExample(example) : .catchesExample(example)
  }

  mutating func steps(_ text: [UInt8]) -> (steps: Int, isDecided: Bool) {
    let isDecided = occurs(in: text) != nil
    return (scratch.patternSteps, isDecided)
  }

  /// Whether a text costs about twice as much as its half: the pattern is dear then, but doesn't explode.
  mutating func isSteady(_ text: [UInt8]) -> Bool {
    let half = text[(text.count / 2)...].drop { $0 & 0xC0 == 0x80 }
    let (whole, part) = (steps(text), steps(Array(half)))
    return whole.isDecided && part.isDecided && whole.steps * 2 <= part.steps * 5
  }
}
