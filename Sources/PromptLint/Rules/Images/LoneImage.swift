// MJ507: one image and nothing else.

internal import PromptCore
internal import PromptRules

/// `https://example.com/a.png --v 7`: most models want a text or a second image beside it.
struct LoneImage: Rule {
  let metadata = RuleMetadata(code: "MJ507", name: "lone-image", severity: .error)
  let interest = RuleInterest(.images)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let prompt = context.prompt
    guard prompt.images.count == 1, let image = prompt.images.first, !context.hasText,
      let model = context.modelVersion, context.domain(.imagePrompts)?.isSupported ?? false
    else { return }
    let domain = context.domain(.loneImage)
    if domain?.isSupported ?? false { return }
    sink.report(
      metadata, at: image.range, "\(model.id) does not draw from a single image alone",
      severity: context.severity(domain?.provenance.confidence ?? .official),
      help: "say what to draw, or add a second image", notes: context.notes(domain))
  }
}

extension LintContext {
  /// Whether the prompt has text, be it behind its parameters by mistake.
  var hasText: Bool {
    partner(ParameterMatch(name: "text", value: nil)) != nil
      || prompt.faults.contains { $0.kind == .unexpectedText }
  }
}
