// The terms of a list that is no YAML, as they were read.

internal import PromptRules

/// What was read of a word file, a table or an image.
struct TermListing: Sendable {
  var terms: [Term] = []
  var allow: [AllowRule] = []
  /// The lines of the terms, from 1.
  private var lines: [UInt32] = []
  private var seen = SeenSpellings()

  /// What a file is about to give.
  init(terms: [Term] = [], allow: [AllowRule] = []) {
    self.terms = terms
    self.allow = allow
  }

  /// Makes room for terms.
  mutating func reserve(_ count: Int) {
    terms.reserveCapacity(count)
    lines.reserveCapacity(count)
    seen.reserve(count)
  }

  /// Adds a term unless it is there already, in which case the heavier of the two stays.
  ///
  /// - Returns: what is known of the first of two, or nil.
  mutating func add(_ term: Term, line: Int) -> (term: Term, line: Int)? {
    let index = seen.index(of: term.forms[0], isPattern: term.kind == .pattern)
    guard index < terms.count else {
      terms.append(term)
      lines.append(UInt32(clamping: line))
      return nil
    }
    let first = (terms[index], Int(lines[index]))
    if term.weight.rawValue > first.0.weight.rawValue { terms[index] = term }
    return first
  }

  /// The same without what was only of use while it was read.
  var finished: TermListing { TermListing(terms: terms, allow: allow) }
}
