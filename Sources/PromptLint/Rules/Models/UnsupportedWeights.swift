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

  /// Commas in place of all separators; nil when a weight is negative, which no comma can say.
  private func flattened(_ context: borrowing LintContext) -> FixIt? {
    var edits: [TextEdit] = []
    let parts = context.prompt.parts
    for (index, part) in parts.enumerated() {
      guard let separator = part.separator else { continue }
      if let weight = part.weight, context.text(weight).hasPrefix("-") { return nil }
      let start = context.spaceStart(before: separator.start)
      let range = ByteRange(start, part.weight?.end ?? separator.end)
      edits.append(TextEdit(range, index == parts.count - 1 ? "" : ","))
    }
    return FixIt("write commas", .unsafe, edits)
  }
}
