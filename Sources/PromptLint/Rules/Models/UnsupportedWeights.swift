// MJ304: `::` where the model does not know it.

internal import PromptCore
internal import PromptRules

/// `hot::2 dog --v 8.2`: models without multi-prompts refuse or ignore the separator, and the oldest
/// take whole numbers only.
struct UnsupportedWeights: Rule {
  let metadata = RuleMetadata(
    code: "MJ304", name: "unsupported-weights", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.weights)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let model = context.modelVersion else { return }
    let domain = context.domain(.weights)
    guard let domain, domain.isSupported else {
      return reportSeparator(model, domain, context, into: &sink)
    }
    guard domain.values == ["integer"] else { return }
    for weight in context.prompt.parts.compactMap(\.weight) where isFraction(weight, context) {
      sink.report(
        Diagnostic(
          metadata, at: weight, "\(model.id) takes whole numbers as weights",
          severity: context.severity(domain.provenance.confidence),
          help: "multiply all weights until they are whole", notes: context.notes(domain)))
    }
  }

  private func reportSeparator(
    _ model: ModelVersion, _ domain: ParameterDomain?, _ context: borrowing LintContext,
    into sink: inout DiagnosticSink
  ) {
    guard let separator = context.prompt.parts.lazy.compactMap(\.separator).first else { return }
    sink.report(
      Diagnostic(
        metadata, at: separator, "\(model.id) does not know `::`",
        severity: context.severity(domain?.provenance.confidence ?? .official),
        help: "write one text with commas, or choose a model that has multi-prompts",
        notes: context.notes(domain), fixes: flattened(context).map { [$0] } ?? []))
  }

  private func isFraction(_ weight: ByteRange, _ context: borrowing LintContext) -> Bool {
    context.text(weight).contains(".")
  }

  /// Commas in place of all separators, spaces behind links; nil when a weight is negative, which no
  /// comma can say.
  private func flattened(_ context: borrowing LintContext) -> FixIt? {
    let prompt = context.prompt
    let weights = prompt.parts.compactMap(\.weight) + prompt.images.compactMap(\.weight)
    for weight in weights where context.text(weight).hasPrefix("-") { return nil }
    var edits: [TextEdit] = []
    for part in prompt.parts {
      guard let separator = part.separator else { continue }
      let start = context.spaceStart(before: separator.start)
      let range = ByteRange(start, part.weight?.end ?? separator.end)
      edits.append(TextEdit(range, range.end == prompt.text.end ? "" : ","))
    }
    for image in prompt.images {
      guard let separator = image.separator else { continue }
      edits.append(TextEdit(ByteRange(separator.start, image.weight?.end ?? separator.end), " "))
    }
    return FixIt("write commas", .unsafe, edits)
  }
}
