// Tries the patterns of a section that may stand in a view.

internal import PCRE2
internal import PromptCore
internal import PromptRules

extension SectionScanner {
  func runPatterns(
    _ text: Span<UInt8>, _ scope: TermScopes, _ findings: inout Findings,
    _ result: inout ScanResult
  ) {
    for (number, offset) in findings.runs.starts {
      run(number, text, from: offset, scope, &findings, &result)
    }
    for number in findings.runs.searches {
      run(number, text, from: 0, scope, &findings, &result)
    }
  }

  /// Tries the patterns that need context, now that the context of all views is known.
  func runWaiting(
    _ view: borrowing ScanView, _ scope: TermScopes, _ findings: inout Findings,
    _ result: inout ScanResult
  ) {
    let text = view.text.span.extracting(first: view.count)
    findings.takeWaiting { index.need(ofPattern: $0).map { firstContext + $0.set } }
    runPatterns(text, scope, &findings, &result)
  }

  private func run(
    _ number: Int, _ text: Span<UInt8>, from offset: Int, _ scope: TermScopes,
    _ findings: inout Findings, _ result: inout ScanResult
  ) {
    let term = index.patterns[number].term
    guard index.terms[term].scopes.contains(scope) else { return }
    findings.match.beginPattern()
    guard case .pattern(let pattern) = findings.shelf.pattern(number, of: bank) else {
      return result.leaveUndecided(firstTerm + term)
    }
    // Folded text is valid; libpcre2 never gets any other.
    if !isFolded, (try? UTF8Span(validating: text)) == nil {
      return result.leaveUndecided(firstTerm + term)
    }
    do {
      var next = offset
      while let range = try pattern.firstMatch(in: text, from: next, scratch: &findings.match) {
        note(term, ByteRange(range.lowerBound, range.upperBound), &findings)
        if index.patterns[number].isStart || range.isEmpty { break }
        next = range.upperBound
      }
    } catch {
      result.leaveUndecided(firstTerm + term)
    }
  }
}

extension ScanResult {
  fileprivate mutating func leaveUndecided(_ term: Int) {
    if !undecided.contains(term) { undecided.append(term) }
  }
}
