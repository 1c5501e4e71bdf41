// Finds the terms of a section in one view of a text.

internal import PromptCore
internal import PromptRules

extension SectionScanner {
  /// Adds what stands in a view to `findings`, in its own offsets.
  ///
  /// - Parameter mayWait: Whether patterns that need context are only noted.
  func look(
    in view: borrowing ScanView, _ scope: TermScopes, _ findings: inout Findings,
    _ result: inout ScanResult, mayWait: Bool = false
  ) {
    let text = view.text.span.extracting(first: view.count)
    let words = view.wordText.span.extracting(first: view.count)
    findings.runs.removeAll()
    for word in view.marks.candidates {
      let hash = WordSet.hash(words.extracting(word.indices))
      index.forms(of: hash, in: index.keys) {
        meet($0, at: Int(word.start), text, words, scope, &findings)
      }
    }
    if view.hasUnsegmented { lookForPairs(text, words, scope, &findings) }
    index.literals.find(in: text, isASCII: view.isASCII) { findings.runs.search($0) }
    for pattern in index.always { findings.runs.search(pattern) }
    if !index.combinable.isEmpty { lookForCombined(text, &findings) }
    if mayWait { findings.letWait { index.need(ofPattern: $0) != nil } }
    if !findings.runs.isEmpty { runPatterns(text, scope, &findings, &result) }
  }

  /// Notes the form of that number where it stands with its key at `offset`.
  private func meet(
    _ number: Int, at offset: Int, _ text: Span<UInt8>, _ words: Span<UInt8>,
    _ scope: TermScopes, _ findings: inout Findings
  ) {
    let form = index.forms[number]
    if form.kind == .term, !index.terms[form.number].scopes.contains(scope) { return }
    guard let range = index.range(of: form, at: offset, in: text, words: words) else { return }
    let place = ByteRange(range.lowerBound, range.upperBound)
    switch form.kind {
    case .term: note(form.number, place, &findings)
    case .allow: findings.allowed.append(place)
    case .context:
      findings.note(ContextWord(set: firstContext + form.number, range: place, disguises: []))
    case .pattern:
      if index.patterns[form.number].isStart {
        findings.runs.start(form.number, at: offset)
      } else {
        findings.runs.search(form.number)
      }
    }
  }

  func note(_ term: Int, _ place: ByteRange, _ findings: inout Findings) {
    let facts = index.terms[term]
    let need = facts.need.map { ContextNeed(set: firstContext + $0.set, within: $0.within) }
    findings.found.append(
      Found(term: firstTerm + term, weight: facts.weight, need: need, range: place))
  }

  /// Finds spellings of scripts without spaces by each character and the one behind it.
  private func lookForPairs(
    _ text: Span<UInt8>, _ words: Span<UInt8>, _ scope: TermScopes, _ findings: inout Findings
  ) {
    var offset = 0
    while offset < text.count {
      guard text[offset] >= 0x80, words[offset] == 0x20 else {
        offset += 1
        continue
      }
      let (first, end) = text.pairEnd(at: offset, words)
      for end in first == end ? [first] : [first, end] {
        let hash = WordSet.hash(text.extracting(offset..<end))
        index.forms(of: hash, in: index.pairs) {
          meet($0, at: offset, text, words, scope, &findings)
        }
      }
      offset = first
    }
  }
}
