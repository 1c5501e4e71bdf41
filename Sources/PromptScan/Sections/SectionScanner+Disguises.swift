// Looks at a text as it reads without its disguises.

internal import PromptCore
internal import PromptRules

extension SectionScanner {
  func lookBehindDisguises(
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
