// MJ804: a parameter that the target takes as a field of the request.

internal import PromptCore
internal import PromptRules

/// `--fast` for an API whose field decides on the speed.
struct TargetOwnedParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ804", name: "target-owned-parameter", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(.parameters)

  func isOfUse(_ rules: RuleSet, _ options: LintOptions) -> Bool {
    rules.target(options.target)?.ownedParameters.isEmpty == false
  }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let target = context.rules.target(context.options.target),
      !target.ownedParameters.isEmpty
    else { return }
    for (parameter, spec) in context.knownParameters
    where target.ownedParameters.contains(where: { $0.name == spec.name }) {
      sink.report(
        metadata, at: parameter.range,
        "\(target.id) decides on \(context.name(parameter)) by a field of the request",
        help: "set the field, and leave the parameter out",
        fixes: [FixIt("take it out", .unsafe, [context.removal(of: parameter)])])
    }
  }
}
