// The patterns of sensitive lists: which can't be used, which are dangerous, what each costs.

internal import PromptRules
internal import PromptScan

/// How much work a review goes to for each pattern.
public enum PatternEffort: Int, Comparable, Sendable {
  /// Its examples are tried.
  case examples
  /// Hostile texts are tried too, which takes milliseconds.
  case probes
  /// What it costs is measured as well.
  case costs

  /// Whether one is less work than another.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Tries every pattern once.
struct PatternReview {
  /// The patterns that can't be used.
  private(set) var problems: [RuleFileError] = []
  /// What is dangerous about those that can be used.
  private(set) var warnings: [RuleFileError] = []
  /// All patterns, in the order of the lists.
  private(set) var reports: [PatternReport] = []

  /// - Complexity: O(steps) of the texts that are tried.
  init(_ entries: RuleEntries, _ effort: PatternEffort) {
    for entry in entries.terms where entry.value.kind == .pattern {
      let admission = PatternAdmission(entry.value, isProbed: effort > .examples)
      let outline = PatternOutline(entry.value.forms[0])
      report(entry.value, outline, effort == .costs ? admission : nil)
      if let refusal = admission.refusals.first {
        problems.append(Self.problem(entry, refusal))
      } else {
        warnings += Self.warnings(entry, outline)
      }
    }
    for term in entries.lists.lazy.flatMap(\.terms) where term.kind == .pattern {
      let admission = effort == .costs ? PatternAdmission(term) : nil
      report(term, PatternOutline(term.forms[0]), admission)
    }
  }

  private mutating func report(
    _ term: Term, _ outline: PatternOutline, _ admission: PatternAdmission?
  ) {
    reports.append(PatternReport(term, outline, admission?.cost()))
  }
}

// MARK: - What is wrong with one

extension PatternReview {
  private static func problem(
    _ entry: Located<Term>, _ refusal: PatternRefusal
  ) -> RuleFileError {
    entry.problem(
      .malformed, at: "pattern", refusal.message(of: entry.value.name),
      remedy: "mend the PCRE2 pattern")
  }

  private static func warnings(
    _ entry: Located<Term>, _ outline: PatternOutline
  ) -> [RuleFileError] {
    outline.hazards.filter(explained.contains).map { hazard in
      entry.problem(
        .slow, at: "pattern",
        "the pattern `\(entry.value.name)` has \(hazard.rawValue): \(hazard.summary)",
        remedy: "let each match hold a word, and let what repeats be told apart from what follows")
    }
  }

  /// The hazards of work: what hostile texts don't meet, some text may.
  private static let explained: [PatternHazard] = [
    .notUnderstood, .noAnchor, .nestedRepeats, .overlappingBranches, .adjacentRepeats,
  ]
}
