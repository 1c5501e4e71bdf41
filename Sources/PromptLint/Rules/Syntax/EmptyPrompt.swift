// MJ109: nothing to draw.

internal import PromptCore

/// A prompt without text and without images.
struct EmptyPrompt: Rule {
  let metadata = RuleMetadata(code: "MJ109", name: "empty-prompt", severity: .error)
  let interest = RuleInterest(.whole)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let prompt = context.prompt
    let hasText = prompt.parts.contains { !$0.text.isEmpty }
    let hasLostText = prompt.faults.contains { $0.kind == .unexpectedText }
    guard !hasText, !hasLostText, prompt.images.isEmpty else { return }
    let first = prompt.parameters.first
    sink.report(
      Diagnostic(
        metadata, at: first.map { ByteRange($0.dash.start, $0.name.end) } ?? prompt.range,
        first == nil ? "the prompt is empty" : "nothing stands before the parameters",
        help: "describe the image, or begin with the link of an image"))
  }
}
