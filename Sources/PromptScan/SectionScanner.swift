// Finds the terms of one section of a list in a text, view by view.

internal import PCRE2
internal import PromptCore
internal import PromptRules

/// One section of a list, prepared.
final class SectionScanner: Sendable {
  let index: TermIndex
  let bank: PatternBank
  let lexicon: WordSet?
  /// Whether there is innocent text, which counts for the terms of other sections too.
  private let hasAllow: Bool
  let isFolded: Bool
  /// The number of the section's first term in the list.
  let firstTerm: Int
  /// The number of the section's first set of context words in the list.
  let firstContext: Int

  init(_ section: TermSection, firstTerm: Int, firstContext: Int, depth: ScanDepth) {
    let prepared = section.prepared.flatMap { TermIndex($0, termCount: section.terms.count) }
    index =
      prepared
      ?? TermIndexBuilder.index(section.terms, section.allow, hasLexicon: depth == .disguises)
    bank = PatternBank(index.patterns)
    lexicon = depth == .disguises ? index.lexicon : nil
    isFolded = depth != .letterCase
    hasAllow = !section.allow.isEmpty
    self.firstTerm = firstTerm
    self.firstContext = firstContext
  }

  /// How many sets of context words it has.
  var contextCount: Int { index.contextCount }

  /// How many bytes the tables take.
  var byteCount: Int { index.byteCount }

  /// The tables of a list as bytes.
  static func prepared(_ list: TermList) -> [UInt8] {
    TermIndexBuilder.index(list.terms, list.allow, hasLexicon: true).bytes
  }

  /// Adds what stands in a text to the findings of `scratch`, in offsets of the folded text.
  func scan(
    _ input: Span<UInt8>, _ scope: TermScopes, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    guard hasAllow || index.scopes.contains(scope) else { return }
    scratch.base.read(
      input, kernel: &scratch.kernel, index: index, lexicon: lexicon, isFolded: isFolded)
    scratch.findings.waiting.removeAll()
    look(in: scratch.base.view, scope, &scratch.findings, &result, mayWait: true)
    if lexicon != nil { lookBehindDisguises(input, scope, &scratch, &result) }
    if !scratch.findings.waiting.isEmpty {
      runWaiting(scratch.base.view, scope, &scratch.findings, &result)
    }
  }
}

// MARK: One view

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
    index.literals.find(in: text) { findings.runs.search($0) }
    for pattern in index.always { findings.runs.search(pattern) }
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
