// Finds listed terms in text.

internal import PCRE2
public import PromptCore
public import PromptRules

/// How deep a scanner looks.
public enum ScanDepth: Sendable {
  /// At ASCII letters of either case; everything beyond ASCII separates words. Phrases, words and
  /// patterns without it.
  case letterCase
  /// At folded text: width, accents, look-alikes and what doesn't show make no difference either.
  case folded
  /// Also at disguised words: digits for letters, letters apart, letters repeated.
  case disguises
}

/// Finds the terms of a list in text: words and phrases by their words, patterns by PCRE2.
///
/// Text and terms are folded alike first, so case, width, accents and look-alikes don't count; then
/// words that are disguised are looked up as what they stand for. A phrase's words may be separated by
/// any run of spaces, hyphens and underscores. A term inside longer innocent text is not reported.
public struct TermScanner: Sendable {
  /// The list that is looked for.
  public let list: TermList
  private let sections: [SectionScanner]
  /// Where terms of the list count; elsewhere nothing is looked for.
  private let scopes: TermScopes

  /// The version of the pattern engine, with its date.
  public static var engineVersion: String { PCRE2Library.version }

  /// A scanner for `list`; no pattern is compiled before it could match.
  ///
  /// - Parameter depth: How deep it looks.
  /// - Complexity: O(size of the list); what was prepared is only copied.
  public init(_ list: TermList, depth: ScanDepth = .disguises) {
    self.list = list
    var (first, firstContext) = (0, 0)
    sections = list.sections.map { section in
      let scanner = SectionScanner(
        section, firstTerm: first, firstContext: firstContext, depth: depth)
      first += section.terms.count
      firstContext += scanner.contextCount
      return scanner
    }
    scopes = sections.reduce(into: []) { $0.formUnion($1.index.scopes) }
  }

  /// How many bytes the prepared list takes.
  public var byteCount: Int { sections.reduce(0) { $0 + $1.byteCount } }

  /// The list as one section with what a scanner needs of it, for an image.
  ///
  /// - Complexity: O(size of the list).
  public static func prepared(_ list: TermList) -> TermList {
    list.prepared(SectionScanner.prepared(list))
  }

  /// Finds the terms in `range` of `source` that count in `scope`, and adds them to `result`.
  ///
  /// - Complexity: O(n) for words and phrases; patterns are bounded by their budget.
  public func scan(
    _ source: SourceText, in range: ByteRange, scope: TermScopes, scratch: inout ScanScratch,
    into result: inout ScanResult
  ) {
    if range.isEmpty || scopes.isDisjoint(with: scope) { return }
    let input = source.bytes.span.extracting(range.indices)
    scratch.begin()
    for section in sections { section.scan(input, scope, &scratch, &result) }
    if !scratch.findings.found.isEmpty { report(input, range, &scratch, &result) }
  }

  // MARK: The result

  /// Adds the findings to `result` as ranges of the source, without what innocent text covers.
  private func report(
    _ input: Span<UInt8>, _ range: ByteRange, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    scratch.settle()
    for found in scratch.findings.found {
      let original = scratch.base.original(found.range, of: input)
      var disguises = found.disguises
      if !scratch.base.changes.isEmpty {
        disguises.formUnion(changes(of: found, original, input, &scratch.base))
      }
      result.matches.append(
        ScanMatch(term: found.term, range: original.shifted(by: range.start), disguises: disguises))
    }
  }

  /// What folding changes in a finding, but for what stands between its two parts.
  private func changes(
    of found: Found, _ original: ByteRange, _ input: Span<UInt8>, _ base: inout BaseView
  ) -> Disguises {
    guard let gap = found.gap else { return changes(of: original, input) }
    let first = base.original(ByteRange(found.range.start, gap.start), of: input)
    let last = base.original(ByteRange(gap.end, found.range.end), of: input)
    return changes(of: first, input).union(changes(of: last, input))
  }

  /// What folding changes in a range of the text.
  private func changes(of range: ByteRange, _ input: Span<UInt8>) -> Disguises {
    var folded = FoldedText()
    Folding.fold(input.extracting(range.indices), into: &folded)
    return Disguises(folded.changes)
  }
}
