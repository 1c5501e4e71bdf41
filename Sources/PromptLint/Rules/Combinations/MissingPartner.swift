// MJ402: a parameter that means nothing without another one.

internal import PromptCore
internal import PromptRules

/// `--sw 200` without `--sref`: the partner is missing.
struct MissingPartner: Rule {
  let metadata = RuleMetadata(
    code: "MJ402", name: "missing-partner", severity: .error, fix: .unsafe)
  let interest = RuleInterest { !$0.requirements.isEmpty }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where context.isSupported(spec) {
      for requirement in spec.requirements
      where context.holds(in: requirement.models)
        && !requirement.any.contains(where: { context.partner($0) != nil })
      {
        let partners = requirement.any.map(\.spelled).joined(separator: " or ")
        sink.report(
          metadata, at: parameter.range, "\(context.name(parameter)) needs \(partners)",
          severity: requirement.provenance.confidence.severity,
          help: "add \(partners), or take \(context.name(parameter)) out",
          fixes: [FixIt("take it out", .unsafe, [context.removal(of: parameter)])])
      }
    }
  }
}

extension ParameterMatch {
  /// As messages name it: a parameter, an image or a text.
  var spelled: String {
    switch name {
    case "image": "the link of an image"
    case "text": "a text"
    default: "`--\(text.replacing("=", with: " "))`"
    }
  }
}
