// Finds the terms of one section of a list in a text, view by view.

internal import PromptCore
internal import PromptRules

/// One section of a list, prepared.
final class SectionScanner: Sendable {
  let index: TermIndex
  let bank: PatternBank
  let combined: CombinedPatterns
  private let lexicon: WordSet?
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
    combined = CombinedPatterns(index.combinable, of: index.patterns)
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
