// Finds listed terms in text.

internal import PCRE2
public import PromptCore
public import PromptRules

/// Finds the terms of a list in text: words and phrases by their words, patterns by PCRE2.
///
/// Text and terms are folded alike first, so case, width, accents and look-alikes don't count; then
/// words that are disguised are looked up as what they stand for. A phrase's words may be separated by
/// any run of spaces, hyphens and underscores. A term inside longer innocent text is not reported.
public struct TermScanner: Sendable {
  /// The list that is looked for.
  public let list: TermList
  private let index: TermIndex
  private let bank: PatternBank
  private let lexicon: WordSet?

  /// The version of the pattern engine, with its date.
  public static var engineVersion: String { PCRE2Library.version }

  /// A scanner for `list`.
  ///
  /// - Parameter seesDisguises: Whether disguised words are looked up; if not, only case, width,
  ///   accents and look-alikes are folded.
  /// - Complexity: O(size of the list).
  public init(_ list: TermList, seesDisguises: Bool = true) {
    self.list = list
    index = TermIndexBuilder.index(list, hasLexicon: seesDisguises)
    bank = PatternBank(index.patterns)
    lexicon = seesDisguises ? index.lexicon : nil
  }

  /// How many bytes the prepared list takes.
  public var byteCount: Int { index.byteCount }

  /// Finds the terms in `range` of `source` that count in `scope`, and adds them to `result`.
  ///
  /// - Complexity: O(n) for words and phrases; patterns are bounded by their budget.
  public func scan(
    _ source: SourceText, in range: ByteRange, scope: TermScopes, scratch: inout ScanScratch,
    into result: inout ScanResult
  ) {
    guard index.scopes.contains(scope), !range.isEmpty else { return }
    let input = source.bytes.span.extracting(range.indices)
    scratch.found.removeAll(keepingCapacity: true)
    scratch.allowed.removeAll(keepingCapacity: true)
    scratch.match.beginScan()
    scratch.base.read(input, kernel: &scratch.kernel, index: index, lexicon: lexicon)
    look(in: scratch.base.view, scope, &scratch, &result)
    if lexicon != nil { lookBehindDisguises(scope, &scratch, &result) }
    if !scratch.found.isEmpty { report(input, range, &scratch, &result) }
  }
}

// MARK: Views

extension TermScanner {
  private func lookBehindDisguises(
    _ scope: TermScopes, _ scratch: inout ScanScratch, _ result: inout ScanResult
  ) {
    readDisguises(&scratch)
    if !scratch.replacements.isEmpty {
      scratch.disguise.make(scratch.base.view, scratch.replacements)
      scratch.disguise.view.mark(&scratch.kernel, index, nil)
      let (first, firstAllowed) = (scratch.found.count, scratch.allowed.count)
      look(in: scratch.disguise.view, scope, &scratch, &result)
      moveToBase(first, firstAllowed, &scratch)
    }
    if !scratch.base.changes.isDisjoint(with: [.bidi, .turned]) {
      lookReversed(scope, &scratch, &result)
    }
  }

  /// Finds the words that are disguised.
  private func readDisguises(_ scratch: inout ScanScratch) {
    scratch.replacements.removeAll()
    let view = scratch.base.view
    let marks = view.marks
    let words = (view.hasUnsegmented ? view.segmented : view.text).span.extracting(first: view.count)
    for word in marks.doubled {
      guard let listed = index.wordWithoutRepeats(words.extracting(word.indices)) else { continue }
      scratch.replacements.append(word, index.letters[listed.range], .repeated)
    }
    scratch.odd.read(words, at: marks.oddities, index, into: &scratch.replacements)
    if marks.hasSingleLetters {
      scratch.spelled.read(words, index, into: &scratch.replacements)
    }
    scratch.replacements.settle()
  }

  /// Gives the findings of the disguise view their places in the base view; those that have nothing
  /// disguised are known from there.
  private func moveToBase(_ first: Int, _ firstAllowed: Int, _ scratch: inout ScanScratch) {
    var kept = first
    for index in first..<scratch.found.count {
      let found = scratch.found[index]
      guard let base = scratch.disguise.base(of: found.range.indices) else { continue }
      scratch.found[kept] = Found(term: found.term, range: base.range, disguises: base.disguises)
      kept += 1
    }
    scratch.found.removeSubrange(kept...)
    kept = firstAllowed
    for index in firstAllowed..<scratch.allowed.count {
      guard let base = scratch.disguise.base(of: scratch.allowed[index].indices) else { continue }
      scratch.allowed[kept] = base.range
      kept += 1
    }
    scratch.allowed.removeSubrange(kept...)
  }

  private func lookReversed(
    _ scope: TermScopes, _ scratch: inout ScanScratch, _ result: inout ScanResult
  ) {
    scratch.reversed.make(scratch.base.view)
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

extension TermScanner {
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
    case .term: scratch.found.append(Found(term: form.number, range: place, disguises: []))
    case .allow: scratch.allowed.append(place)
    case .pattern:
      if index.patterns[form.number].isStart {
        scratch.runs.start(form.number, at: offset)
      } else {
        scratch.runs.search(form.number)
      }
    }
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

  // MARK: Patterns

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
    guard case .pattern(let pattern) = scratch.shelf.pattern(number, of: bank) else {
      result.undecided.append(term)
      return
    }
    scratch.match.beginPattern()
    do {
      var next = offset
      while let range = try pattern.firstMatch(in: text, from: next, scratch: &scratch.match) {
        let place = ByteRange(range.lowerBound, range.upperBound)
        scratch.found.append(Found(term: term, range: place, disguises: []))
        if index.patterns[number].isStart || range.isEmpty { break }
        next = range.upperBound
      }
    } catch {
      if !result.undecided.contains(term) { result.undecided.append(term) }
    }
  }
}

// MARK: The result

extension TermScanner {
  /// Adds the findings to `result` as ranges of the source, without what innocent text covers.
  private func report(
    _ input: Span<UInt8>, _ range: ByteRange, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    let cover = AllowedCover(scratch.allowed.sorted { $0.start < $1.start })
    scratch.found.removeAll { cover.contains($0.range) }
    scratch.found.sort { left, right in
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      if left.range.end != right.range.end { return left.range.end > right.range.end }
      return index.terms[left.term].weight.rawValue > index.terms[right.term].weight.rawValue
    }
    var end: UInt32 = 0
    for found in scratch.found where found.range.end > end {
      end = found.range.end
      let original = scratch.base.original(found.range, of: input)
      var disguises = found.disguises
      if !scratch.base.changes.isEmpty { disguises.formUnion(changes(of: original, input)) }
      result.matches.append(
        ScanMatch(term: found.term, range: original.shifted(by: range.start), disguises: disguises))
    }
  }

  /// What folding changes in a range of the text.
  private func changes(of range: ByteRange, _ input: Span<UInt8>) -> Disguises {
    var folded = FoldedText()
    Folding.fold(input.extracting(range.indices), into: &folded)
    return Disguises(folded.changes)
  }
}
