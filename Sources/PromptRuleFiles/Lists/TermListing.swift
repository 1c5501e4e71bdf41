// The terms of a list that is no YAML, as they were read.

internal import PromptRules

/// What was read of a word file or a table.
struct TermListing {
  private var terms: [Term] = []
  /// The lines of the terms, from 1.
  private var lines: [UInt32] = []
  private var seen = SeenSpellings()

  /// Makes room for terms.
  mutating func reserve(_ count: Int) {
    terms.reserveCapacity(count)
    lines.reserveCapacity(count)
    seen.reserve(count)
  }

  /// Adds a term unless it is there already, in which case the heavier of the two stays.
  ///
  /// - Returns: what is known of the first of two, or nil.
  mutating func add(_ term: Term, hash: UInt64, line: Int) -> (term: Term, line: Int)? {
    let index = seen.index(of: hash) { number in
      let other = terms[number]
      return (other.kind == .pattern) == (term.kind == .pattern)
        && (term.kind == .pattern
          ? other.forms[0] == term.forms[0] : other.forms[0].hasWords(of: term.forms[0]))
    }
    guard index < terms.count else {
      terms.append(term)
      lines.append(UInt32(clamping: line))
      return nil
    }
    let first = (terms[index], Int(lines[index]))
    if term.weight.rawValue > first.0.weight.rawValue { terms[index] = term }
    return first
  }

  /// What was read.
  var list: TermList { TermList(terms: terms) }
}
