// MJ301: a parameter that the prompt's model does not have.

internal import PromptCore
internal import PromptRules

/// `--oref … --v 8.2`: the name is known, but to other models.
struct UnsupportedParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ301", name: "unsupported-parameter", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.parameters)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let model = context.modelVersion else { return }
    for (parameter, spec) in context.knownParameters
    where !spec.isRetired && context.formerMeaning(parameter, spec) == nil {
      let domain = context.domain(spec)
      guard !(domain?.isSupported ?? false) else { continue }
      let confidence = (domain?.provenance ?? spec.provenance).confidence
      sink.report(
        Diagnostic(
          metadata, at: ByteRange(parameter.dash.start, parameter.name.end),
          "\(context.name(parameter)) does not exist in \(model.id)",
          severity: context.severity(unread: context.severity(confidence)),
          help: help(spec, context),
          notes: context.notes(domain),
          fixes: [FixIt("take it out", .unsafe, [context.removal(of: parameter)])]))
    }
  }

  private func help(_ spec: ParameterSpec, _ context: borrowing LintContext) -> String {
    let models = context.rules.models.spelled(spec.models)
    let where_ = models.isEmpty ? "no model has it any more" : "it exists in \(models)"
    guard let successor = spec.replacedBy else { return where_ }
    return "\(where_); use `--\(successor)` instead"
  }
}
