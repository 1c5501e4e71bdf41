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
