// MJ803: groups or repetitions where the target makes one job of one prompt.

internal import PromptCore
internal import PromptRules

/// `a {red, blue} kite` for an API: it must be expanded before it is sent.
struct UnexpandedPrompt: Rule {
  let metadata = RuleMetadata(
    code: "MJ803", name: "unexpanded-prompt", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(.several)

  func isOfUse(_ rules: RuleSet, _ options: LintOptions) -> Bool {
    rules.target(options.target).map { $0.permutations != .service || $0.repetition != .service }
      ?? false
  }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let target = context.rules.target(context.options.target) else { return }
    if target.permutations != .service, let group = context.prompt.permutations.first {
      sink.report(
        metadata, at: group.range, "\(target.id) makes one task of one prompt, groups and all",
        severity: severity(target.permutations), help: "expand it first: `mjprompt expand`")
    }
    let repetition = context.knownParameters.first { $0.spec.name == "repeat" }?.parameter
    if target.repetition != .service, let repetition {
      sink.report(
        metadata, at: repetition.range, "\(target.id) makes one task of one prompt",
        severity: severity(target.repetition), help: "send the prompt as often as you want it",
        fixes: [FixIt("take it out", .unsafe, [context.removal(of: repetition)])])
    }
  }

  private func severity(_ expansion: Target.Expansion) -> Severity {
    expansion == .refused ? .error : .warning
  }
}
