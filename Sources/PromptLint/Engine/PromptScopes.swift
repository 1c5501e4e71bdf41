// Which parts of a prompt count as text, as `--no`, as values and as links for the scanner.

internal import PromptCore
internal import PromptRules
internal import PromptScan

extension TermScanner {
  /// Scans every part of a prompt in its scope. Text that follows a parameter by mistake and the
  /// values of unknown parameters are text: whoever moves a word there still says it.
  func scan(
    _ prompt: Prompt, _ source: SourceText, _ parameters: ParameterCatalog,
    _ scratch: inout ScanScratch
  ) -> ScanResult {
    var result = ScanResult()
    scanText(prompt.text, prompt, source, &scratch, &result)
    for fault in prompt.faults where fault.kind == .unexpectedText {
      scanText(fault.range, prompt, source, &scratch, &result)
    }
    for parameter in prompt.parameters {
      let spec = parameters[parameter]
      guard let value = parameter.value ?? (parameter.isPermuted ? parameter.name : nil) else {
        continue
      }
      let scope: TermScopes = spec == nil ? .text : spec?.shape == .text ? .no : .values
      scan(source, in: value, scope: scope, scratch: &scratch, into: &result)
    }
    result.matches.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return result
  }

  /// Scans the text between the links of a range, and the links in their own scope.
  private func scanText(
    _ range: ByteRange, _ prompt: Prompt, _ source: SourceText, _ scratch: inout ScanScratch,
    _ result: inout ScanResult
  ) {
    var next = range.start
    if prompt.kinds.contains(TokenKindSet(.url)) {
      for token in prompt.tokens[prompt.tokens.partitionPoint { $0.range.start >= range.start }...]
        .prefix(while: { $0.range.start < range.end }) where token.kind == .url
      {
        let before = ByteRange(next, token.range.start)
        scan(source, in: before, scope: .text, scratch: &scratch, into: &result)
        scan(source, in: token.range, scope: .urls, scratch: &scratch, into: &result)
        next = token.range.end
      }
    }
    let rest = ByteRange(next, range.end)
    scan(source, in: rest, scope: .text, scratch: &scratch, into: &result)
  }
}

extension PhraseIndex {
  /// Looks for phrases in a prompt, but not in its links.
  func scan(_ prompt: Prompt, _ source: SourceText) -> PhraseResult {
    guard prompt.kinds.contains(TokenKindSet(.url)) else { return scan(source, in: prompt.range) }
    let links = prompt.tokens.filter { $0.kind == .url }.map(\.range)
    return scan(source, in: prompt.range).outside(links)
  }
}
