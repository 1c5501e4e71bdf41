// A scanner that is slow and plainly right: every spelling and every pattern is searched for by itself.

internal import PCRE2
package import PromptCore
package import PromptRules
internal import PromptScan

/// What was found of a term, as `ScanMatch` says it.
package struct ReferenceMatch: Hashable, Comparable, Sendable {
  /// The number of the term in its list.
  package let term: Int
  /// The bytes of the text.
  package let range: ByteRange

  package init(term: Int, range: ByteRange) { (self.term, self.range) = (term, range) }

  package static func < (one: ReferenceMatch, other: ReferenceMatch) -> Bool {
    (one.range.start, one.range.end, one.term) < (other.range.start, other.range.end, other.term)
  }
}

/// Finds the terms of a list in text without disguises, each by a search of its own.
package struct ReferenceScanner {
  private let terms: [Entry]
  private let allow: [ReferenceForm]

  private struct Entry {
    let forms: [ReferenceForm]
    let weight: UInt8
    let scopes: TermScopes
    let context: ReferenceContext?
  }

  private struct Found {
    let term: Int
    let weight: UInt8
    var range: Range<Int>
  }

  /// A scanner for a list.
  package init(_ list: TermList) throws {
    terms = try list.terms.map { term in
      Entry(
        forms: term.kind == .pattern
          ? [try ReferenceForm(pattern: term.forms[0])]
          : try term.forms.compactMap { try ReferenceForm(spelling: $0) },
        weight: term.weight.rawValue, scopes: term.scopes,
        context: try ReferenceContext(term.near))
    }
    // Innocent text may be abbreviated.
    allow = try list.allow.compactMap { rule in
      try ReferenceForm(spelling: rule.text, gap: #"[ \t\n\r'.-]"#)
    }
  }

  /// What stands in a text, sorted; and the terms that took too many steps.
  package func scan(
    _ source: [UInt8], scope: TermScopes = .text
  ) -> (matches: [ReferenceMatch], undecided: Set<Int>) {
    let text = ReferenceText(source)
    var scratch = MatchScratch()
    var found: [Found] = []
    var undecided: Set<Int> = []
    for (number, term) in terms.enumerated() where term.scopes.contains(scope) {
      // What can't count isn't tried, so it can't take too many steps either.
      if term.context?.places(in: text, &scratch, without: []).isEmpty == true { continue }
      for form in term.forms {
        var ranges: [Range<Int>] = []
        let isDecided = form.appendRanges(in: text, &scratch, to: &ranges)
        if !isDecided { undecided.insert(number) }
        found += ranges.map { Found(term: number, weight: term.weight, range: $0) }
      }
    }
    var innocent: [Range<Int>] = []
    for form in allow { _ = form.appendRanges(in: text, &scratch, to: &innocent) }
    found.removeAll { next in innocent.contains { Self.covers($0, next.range) } }
    let counting = found.compactMap { joined($0, text, &scratch, innocent) }
    let matches = Self.settled(counting).map { kept in
      ReferenceMatch(term: kept.term, range: text.original(kept.range))
    }
    return (matches.sorted(), undecided)
  }

  /// A match with what it needs near it; nil where that is missing.
  private func joined(
    _ found: Found, _ text: ReferenceText, _ scratch: inout MatchScratch, _ innocent: [Range<Int>]
  ) -> Found? {
    guard let context = terms[found.term].context else { return found }
    let places = context.places(in: text, &scratch, without: innocent)
    var joined = found
    guard let range = context.joined(found.range, places, in: text) else { return nil }
    joined.range = range
    return joined
  }

  private static func covers(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    range.lowerBound <= other.lowerBound && other.upperBound <= range.upperBound
  }

  /// Without what lies within a longer match that is as heavy; of equals the first term stays.
  private static func settled(_ found: [Found]) -> [Found] {
    found.enumerated().filter { index, one in
      !found.enumerated().contains { place, other in
        guard covers(other.range, one.range), other.weight >= one.weight else { return false }
        let isAlike = other.range == one.range && other.weight == one.weight
        return !isAlike || (other.term, place) < (one.term, index)
      }
    }
    .map(\.element)
  }
}
