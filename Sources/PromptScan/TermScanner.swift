// Finds listed terms in text.

internal import PCRE2
public import PromptCore
public import PromptRules

/// Finds the terms of a list in text: whole words and phrases by their words, patterns by PCRE2.
///
/// Case does not count for ASCII letters; a phrase's words may be separated by any run of spaces,
/// hyphens and underscores. A term inside longer allowed text is not reported.
public struct TermScanner: Sendable {
  /// The list that is looked for.
  public let list: TermList
  private var prefilter: Prefilter
  private var forms: [WordForm] = []
  private var patterns: [(term: Int, pattern: Pattern)] = []

  /// The version of the pattern engine, with its date.
  public static var engineVersion: String { PCRE2Library.version }

  /// A scanner for `list`.
  ///
  /// - Throws: `TermPatternError` for the first pattern that doesn't compile or matches nothing.
  /// - Complexity: O(size of the list).
  public init(_ list: TermList) throws(TermPatternError) {
    self.list = list
    let count = list.terms.reduce(list.allow.count) { $0 + $1.forms.count }
    prefilter = Prefilter(capacity: count)
    forms.reserveCapacity(count)
    for (index, term) in list.terms.enumerated() {
      if term.kind == .pattern {
        patterns.append((index, try Self.compile(term)))
      } else {
        for form in term.forms { add(WordForm(form, owner: .term(index))) }
      }
    }
    for rule in list.allow { add(WordForm(rule.text, owner: .allow)) }
  }

  private mutating func add(_ form: WordForm) {
    guard let first = form.words.first else { return }
    prefilter.add(WordHash(first).value)
    forms.append(form)
  }

  private static func compile(_ term: Term) throws(TermPatternError) -> Pattern {
    do {
      let pattern = try Pattern(term.forms[0], options: [.caseless])
      if !pattern.matchesEmpty { return pattern }
    } catch {
      throw TermPatternError(term: term.name, reason: "\(error.message) at byte \(error.offset)")
    }
    throw TermPatternError(term: term.name, reason: "it matches the empty text")
  }

  /// Finds the terms in `range` of `source` that count in `scope`.
  ///
  /// - Complexity: O(n) for words and phrases; patterns are bounded by the scratch's budget.
  public func scan(
    _ source: SourceText, in range: ByteRange, scope: TermScopes, scratch: inout ScanScratch,
    into result: inout ScanResult
  ) {
    var allowed: [ByteRange] = []
    var found: [ScanMatch] = []
    scanWords(source.bytes.span, range, scope, &found, &allowed)
    scanPatterns(source, range, scope, &scratch.match, &found, &result)
    guard !found.isEmpty else { return }
    let cover = AllowedCover(allowed)
    found.removeAll { cover.contains($0.range) }
    result.matches += longest(found)
  }
}

// MARK: The two kinds of entries

extension TermScanner {
  private func scanWords(
    _ bytes: Span<UInt8>, _ range: ByteRange, _ scope: TermScopes, _ found: inout [ScanMatch],
    _ allowed: inout [ByteRange]
  ) {
    var reader = WordReader(range.indices)
    while let word = reader.read(bytes) {
      var candidate = prefilter.candidate(word.hash)
      while let index = candidate {
        candidate = prefilter.candidate(after: index)
        guard let end = forms[index].end(bytes, from: word.range.lowerBound, reader.end) else {
          continue
        }
        let match = ByteRange(word.range.lowerBound, end)
        switch forms[index].owner {
        case .allow: allowed.append(match)
        case .term(let term):
          if list.terms[term].scopes.contains(scope) {
            found.append(ScanMatch(term: term, range: match))
          }
        }
      }
    }
  }

  /// Runs the patterns over text that is valid UTF-8; other text never reaches PCRE2, and leaves
  /// every pattern undecided.
  private func scanPatterns(
    _ source: SourceText, _ range: ByteRange, _ scope: TermScopes, _ scratch: inout MatchScratch,
    _ found: inout [ScanMatch], _ result: inout ScanResult
  ) {
    let text = source.bytes.span.extracting(range.indices)
    let isReadable = source.isValidUTF8 || (try? UTF8Span(validating: text)) != nil
    scratch.beginScan()
    for (term, pattern) in patterns where list.terms[term].scopes.contains(scope) {
      guard isReadable else {
        result.undecided.append(term)
        continue
      }
      scratch.beginPattern()
      do {
        for match in try pattern.allMatches(in: text, scratch: &scratch) {
          let match = ByteRange(match.lowerBound, match.upperBound).shifted(by: range.start)
          found.append(ScanMatch(term: term, range: match))
        }
      } catch {
        result.undecided.append(term)
      }
    }
  }

  /// The matches by place, without those inside a longer one; of equal ones the heaviest.
  private func longest(_ found: [ScanMatch]) -> [ScanMatch] {
    let sorted = found.sorted { left, right in
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      if left.range.end != right.range.end { return left.range.end > right.range.end }
      return list.terms[left.term].weight.rawValue > list.terms[right.term].weight.rawValue
    }
    var kept: [ScanMatch] = []
    for match in sorted where !(kept.last.map { $0.range.contains(match.range) } ?? false) {
      kept.append(match)
    }
    return kept
  }
}
