// Finds the terms of one section of a list in a text, view by view.

internal import PCRE2
internal import PromptCore
internal import PromptRules

/// One section of a list, prepared.
final class SectionScanner: Sendable {
  private let index: TermIndex
  private let bank: PatternBank
  private let lexicon: WordSet?
  /// Whether there is innocent text, which counts for the terms of other sections too.
  private let hasAllow: Bool
  private let isFolded: Bool
  /// The number of the section's first term in the list.
  private let firstTerm: Int
  /// The number of the section's first set of context words in the list.
  private let firstContext: Int

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

// MARK: Views

extension SectionScanner {
  private func lookBehindDisguises(
    _ input: Span<UInt8>, _ scope: TermScopes, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    readDisguises(&scratch)
    if !scratch.replacements.isEmpty {
      var rest = Self.mostReadings
      repeat {
        lookDisguised(scope, &scratch, &result)
        rest -= 1
      } while rest > 0 && scratch.replacements.takeOthers()
    }
    if scratch.base.changes.contains(.bidi) {
      scratch.reversed.make(scratch.base.view)
      lookReversed(scope, &scratch, &result)
    }
    if scratch.base.changes.contains(.turned) {
      scratch.makeTurned(input)
      lookReversed(scope, &scratch, &result)
    }
  }

  /// How often a text is read whose disguised words may stand for several listed ones.
  private static let mostReadings = 4

  private func lookDisguised(
    _ scope: TermScopes, _ scratch: inout ScanScratch, _ result: inout ScanResult
  ) {
    scratch.disguise.make(scratch.base.view, scratch.replacements)
    scratch.disguise.view.mark(&scratch.kernel, index, nil)
    let mark = scratch.findings.mark
    look(in: scratch.disguise.view, scope, &scratch.findings, &result)
    scratch.moveDisguised(since: mark)
  }

  /// Finds the words that are disguised.
  private func readDisguises(_ scratch: inout ScanScratch) {
    scratch.replacements.removeAll()
    let text = scratch.base.view.wordText
    let words = text.span.extracting(first: scratch.base.view.count)
    for word in scratch.base.view.marks.doubled {
      guard let listed = index.drawnOutWord(words.extracting(word.indices)) else { continue }
      scratch.replacements.append(word, index.letters[listed.range], .repeated)
    }
    let oddities = scratch.base.view.marks.oddities
    scratch.escapes.read(words, at: oddities, into: &scratch.replacements)
    scratch.odd.read(words, at: oddities, index, into: &scratch.replacements)
    if scratch.base.view.marks.hasSingleLetters {
      scratch.spelled.read(words, index, into: &scratch.replacements)
    }
    if scratch.base.view.hasUnsegmented {
      let whole = scratch.base.view.text
      SpacedCharacters.read(
        whole.span.extracting(first: words.count), words, into: &scratch.replacements)
    }
    scratch.replacements.settle()
  }

  private func lookReversed(
    _ scope: TermScopes, _ scratch: inout ScanScratch, _ result: inout ScanResult
  ) {
    scratch.reversed.view.mark(&scratch.kernel, index, nil)
    let mark = scratch.findings.mark
    look(in: scratch.reversed.view, scope, &scratch.findings, &result)
    scratch.moveReversed(since: mark)
  }
}

// MARK: One view

extension SectionScanner {
  /// Adds what stands in a view to `findings`, in its own offsets.
  ///
  /// - Parameter mayWait: Whether patterns that need context are only noted.
  private func look(
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

  private func note(_ term: Int, _ place: ByteRange, _ findings: inout Findings) {
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

// MARK: Patterns

extension SectionScanner {
  private func runPatterns(
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
  private func runWaiting(
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
