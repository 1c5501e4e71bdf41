// MJ301: a parameter that the prompt's model does not have.

internal import PromptCore
internal import PromptRules

/// `--oref … --v 8.2`: the name is known, but to other models.
struct UnsupportedParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ301", name: "unsupported-parameter", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.unsupported)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let model = context.modelVersion else { return }
    for (parameter, spec) in context.knownParameters
    where !spec.isRetired && context.formerMeaning(parameter, spec) == nil {
      let domain = context.domain(spec)
      guard !(domain?.isSupported ?? false) else { continue }
      let confidence = (domain?.provenance ?? spec.provenance).confidence
      sink.report(
        metadata, at: ByteRange(parameter.dash.start, parameter.name.end),
        "\(context.name(parameter)) does not exist in \(model.id)",
        severity: context.severity(unread: context.severity(confidence)),
        help: help(spec, context),
        notes: context.notes(domain),
        fixes: [fix(parameter, spec, context)])
    }
  }

  /// The successor's name where the model has one that takes the same value; else nothing in its place.
  private func fix(
    _ parameter: Parameter, _ spec: ParameterSpec, _ context: borrowing LintContext
  ) -> FixIt {
    guard let successor = successor(of: spec, context),
      successor.arity == .many || MalformedValue.items(text(parameter, context)).count == 1
    else { return FixIt("take it out", .unsafe, [context.removal(of: parameter)]) }
    let edit = TextEdit(parameter.name, successor.written)
    return FixIt("write `--\(successor.written)`", .unsafe, [edit])
  }

  private func text(_ parameter: Parameter, _ context: borrowing LintContext) -> String {
    parameter.value.map { context.text($0) } ?? ""
  }

  /// The first parameter of the line of successors that the model has and the prompt has not.
  private func successor(
    of spec: ParameterSpec, _ context: borrowing LintContext
  ) -> ParameterSpec? {
    var next = spec.replacedBy
    var seen: Set<String> = []
    while let name = next, seen.insert(name).inserted,
      let candidate = context.rules.parameters[name: name]
    {
      if context.isSupported(candidate) {
        let match = ParameterMatch(name: name, value: nil)
        return context.partner(match) == nil ? candidate : nil
      }
      next = candidate.replacedBy
    }
    return nil
  }

  private func help(_ spec: ParameterSpec, _ context: borrowing LintContext) -> String {
    let models = context.rules.models.spelled(spec.models)
    let where_ = models.isEmpty ? "no model has it any more" : "it exists in \(models)"
    guard let successor = spec.replacedBy else { return where_ }
    return "\(where_); use `--\(successor)` instead"
  }
}
