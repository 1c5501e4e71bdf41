// Finds the terms of one section of a list in a text, view by view.

internal import PCRE2
internal import PromptCore
internal import PromptRules

/// One section of a list, prepared.
struct SectionScanner: Sendable {
  private let index: TermIndex
  private let bank: PatternBank
  private let lexicon: WordSet?
  /// The number of the section's first term in the list.
  private let firstTerm: Int

  init(_ section: TermSection, firstTerm: Int, seesDisguises: Bool) {
    let prepared = section.prepared.flatMap { TermIndex($0, termCount: section.terms.count) }
    index =
      prepared
      ?? TermIndexBuilder.index(section.terms, section.allow, hasLexicon: seesDisguises)
    bank = PatternBank(index.patterns)
    lexicon = seesDisguises ? index.lexicon : nil
    self.firstTerm = firstTerm
  }

  /// How many bytes the tables take.
  var byteCount: Int { index.byteCount }

  /// The tables of a list as bytes.
  static func prepared(_ list: TermList) -> [UInt8] {
    TermIndexBuilder.index(list.terms, list.allow, hasLexicon: true).bytes
  }

  /// Adds what stands in a text to `scratch.found` and `scratch.allowed`, in offsets of the folded text.
  func scan(
    _ input: Span<UInt8>, _ scope: TermScopes, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    let isOfUse = index.scopes.contains(scope) || index.terms.isEmpty
    guard isOfUse else { return }
    scratch.base.read(input, kernel: &scratch.kernel, index: index, lexicon: lexicon)
    look(in: scratch.base.view, scope, &scratch, &result)
    if lexicon != nil { lookBehindDisguises(input, scope, &scratch, &result) }
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
      scratch.disguise.make(scratch.base.view, scratch.replacements)
      scratch.disguise.view.mark(&scratch.kernel, index, nil)
      let (first, firstAllowed) = (scratch.found.count, scratch.allowed.count)
      look(in: scratch.disguise.view, scope, &scratch, &result)
      scratch.moveFromDisguises(first, firstAllowed)
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

  /// Finds the words that are disguised.
  private func readDisguises(_ scratch: inout ScanScratch) {
    scratch.replacements.removeAll()
    let view = scratch.base.view
    let words = (view.hasUnsegmented ? view.segmented : view.text).span.extracting(first: view.count)
    for word in view.marks.doubled {
      guard let listed = index.wordWithoutRepeats(words.extracting(word.indices)) else { continue }
      scratch.replacements.append(word, index.letters[listed.range], .repeated)
    }
    scratch.escapes.read(words, at: view.marks.oddities, into: &scratch.replacements)
    scratch.odd.read(words, at: view.marks.oddities, index, into: &scratch.replacements)
    if view.marks.hasSingleLetters {
      scratch.spelled.read(words, index, into: &scratch.replacements)
    }
    if view.hasUnsegmented {
      let text = view.text.span.extracting(first: view.count)
      SpacedCharacters.read(text, words, into: &scratch.replacements)
    }
    scratch.replacements.settle()
  }

  private func lookReversed(
    _ scope: TermScopes, _ scratch: inout ScanScratch, _ result: inout ScanResult
  ) {
    scratch.reversed.view.mark(&scratch.kernel, index, nil)
    let first = scratch.found.count
    look(in: scratch.reversed.view, scope, &scratch, &result)
    for index in first..<scratch.found.count {
      scratch.found[index].range = scratch.reversed.base(of: scratch.found[index].range.indices)
      scratch.found[index].disguises = .reversed
    }
  }
}

// MARK: One view

extension SectionScanner {
  /// Adds what stands in a view to `scratch.found` and `scratch.allowed`, in its own offsets.
  private func look(
    in view: ScanView, _ scope: TermScopes, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    let text = view.text.span.extracting(first: view.count)
    let words = view.hasUnsegmented ? view.segmented.span.extracting(first: view.count) : text
    scratch.runs.removeAll()
    for word in view.marks.candidates {
      let hash = WordSet.hash(words.extracting(word.indices))
      index.forms(of: hash, in: index.keys) {
        meet($0, at: Int(word.start), text, words, scope, &scratch)
      }
    }
    if view.hasUnsegmented { lookForPairs(text, words, scope, &scratch) }
    index.literals.find(in: text) { scratch.runs.search($0) }
    for pattern in index.always { scratch.runs.search(pattern) }
    if !scratch.runs.isEmpty { runPatterns(text, scope, &scratch, &result) }
  }

  /// Notes the form of that number where it stands with its key at `offset`.
  private func meet(
    _ number: Int, at offset: Int, _ text: Span<UInt8>, _ words: Span<UInt8>,
    _ scope: TermScopes, _ scratch: inout ScanScratch
  ) {
    let form = index.forms[number]
    if form.kind == .term, !index.terms[form.number].scopes.contains(scope) { return }
    guard let range = index.range(of: form, at: offset, in: text, words: words) else { return }
    let place = ByteRange(range.lowerBound, range.upperBound)
    switch form.kind {
    case .term: note(form.number, place, &scratch)
    case .allow: scratch.allowed.append(place)
    case .pattern:
      if index.patterns[form.number].isStart {
        scratch.runs.start(form.number, at: offset)
      } else {
        scratch.runs.search(form.number)
      }
    }
  }

  private func note(_ term: Int, _ place: ByteRange, _ scratch: inout ScanScratch) {
    scratch.found.append(
      Found(
        term: firstTerm + term, weight: index.terms[term].weight, range: place, disguises: []))
  }

  /// Finds spellings of scripts without spaces by each character and the one behind it.
  private func lookForPairs(
    _ text: Span<UInt8>, _ words: Span<UInt8>, _ scope: TermScopes, _ scratch: inout ScanScratch
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
        index.forms(of: hash, in: index.pairs) { meet($0, at: offset, text, words, scope, &scratch) }
      }
      offset = first
    }
  }
}

// MARK: Patterns

extension SectionScanner {
  private func runPatterns(
    _ text: Span<UInt8>, _ scope: TermScopes, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    for (number, offset) in scratch.runs.starts {
      run(number, text, from: offset, scope, &scratch, &result)
    }
    for number in scratch.runs.searches {
      run(number, text, from: 0, scope, &scratch, &result)
    }
  }

  private func run(
    _ number: Int, _ text: Span<UInt8>, from offset: Int, _ scope: TermScopes,
    _ scratch: inout ScanScratch, _ result: inout ScanResult
  ) {
    let term = index.patterns[number].term
    guard index.terms[term].scopes.contains(scope) else { return }
    scratch.match.beginPattern()
    guard case .pattern(let pattern) = scratch.shelf.pattern(number, of: bank) else {
      return result.leaveUndecided(firstTerm + term)
    }
    do {
      var next = offset
      while let range = try pattern.firstMatch(in: text, from: next, scratch: &scratch.match) {
        note(term, ByteRange(range.lowerBound, range.upperBound), &scratch)
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

extension ScanScratch {
  /// Makes the reversed view as the text reads upside down.
  fileprivate mutating func makeTurned(_ input: Span<UInt8>) {
    base.readOrigins(of: input)
    let (text, base) = (base.view, base)
    reversed.make(text) { offset in
      TurnedLetters.letter(text.text[offset], input, at: base.origin(of: offset))
    }
  }

  /// Gives the findings of the disguise view their places in the base view; those that have nothing
  /// disguised are known from there.
  fileprivate mutating func moveFromDisguises(_ first: Int, _ firstAllowed: Int) {
    var kept = first
    for index in first..<found.count {
      guard let base = disguise.base(of: found[index].range.indices) else { continue }
      found[kept] = found[index]
      (found[kept].range, found[kept].disguises) = (base.range, base.disguises)
      kept += 1
    }
    found.removeSubrange(kept...)
    kept = firstAllowed
    for index in firstAllowed..<allowed.count {
      guard let base = disguise.base(of: allowed[index].indices) else { continue }
      allowed[kept] = base.range
      kept += 1
    }
    allowed.removeSubrange(kept...)
  }
}
