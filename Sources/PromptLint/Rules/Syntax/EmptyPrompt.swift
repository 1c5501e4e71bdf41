// MJ109: nothing to draw.

internal import PromptCore

/// A prompt without images and without text that shows.
struct EmptyPrompt: Rule {
  let metadata = RuleMetadata(code: "MJ109", name: "empty-prompt", severity: .error)
  let interest = RuleInterest(.whole)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let prompt = context.prompt
    let hasText = prompt.parts.contains { shows($0.text, context) }
    let hasLostText = prompt.faults.contains { $0.kind == .unexpectedText }
    guard !hasText, !hasLostText, prompt.images.isEmpty else { return }
    let first = prompt.parameters.first
    sink.report(
      metadata, at: first.map { ByteRange($0.dash.start, $0.name.end) } ?? prompt.range,
      first == nil ? "the prompt is empty" : "nothing stands before the parameters",
      help: "describe the image, or begin with the link of an image")
  }

  /// Whether a text holds anything but white space and characters that don't show.
  private func shows(_ text: ByteRange, _ context: borrowing LintContext) -> Bool {
    let hidden = TokenKindSet(.invisible, .control, .oddSpace)
    if context.prompt.kinds.isDisjoint(with: hidden) { return !text.isEmpty }
    return context.prompt.tokens.contains { token in
      text.overlaps(token.range) && hidden.isDisjoint(with: TokenKindSet(token.kind))
        && context.spaceEnd(after: token.range.start) < token.range.end
    }
  }
}
