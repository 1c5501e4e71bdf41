// MJ802: more than the plan includes.

internal import PromptCore
internal import PromptRules

/// 60 permutations, `--stealth` on a small plan: the service refuses what the account has not paid for.
struct BeyondPlan: Rule {
  let metadata = RuleMetadata(code: "MJ802", name: "beyond-plan", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.written)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let plan = context.options.plan.flatMap { context.rules.plan($0) }
    let jobs = JobCount(context)
    if jobs.place != nil,
      let limit = plan ?? context.rules.plans.max(by: { $0.maximumJobs < $1.maximumJobs })
    {
      check(jobs, limit, isGiven: plan != nil, into: &sink)
    }
    guard let plan else { return }
    for (parameter, spec) in context.knownParameters
    where plan.lacks.contains(where: { $0.name == spec.name }) {
      sink.report(
        metadata, at: parameter.range,
        "\(context.name(parameter)) is not included in the plan \(plan.id)",
        severity: plan.provenance.confidence.severity, help: help(plan, spec, context),
        fixes: [FixIt("take it out", .unsafe, [context.removal(of: parameter)])])
    }
  }

  private func help(
    _ plan: Plan, _ spec: ParameterSpec, _ context: borrowing LintContext
  ) -> String {
    let larger = context.rules.plans.first { other in
      !other.lacks.contains { $0.name == spec.name }
    }
    return larger.map { "it comes with the plan \($0.id)" } ?? "no plan includes it"
  }

  private func check(
    _ jobs: JobCount, _ plan: Plan, isGiven: Bool, into sink: inout DiagnosticSink
  ) {
    let most = UInt64(plan.maximumJobs)
    let name = isGiven ? "the plan \(plan.id)" : "the largest plan"
    let isRepeated = isGiven && jobs.repetitions > most
    guard jobs.permutations > most || isRepeated, let place = jobs.place else { return }
    let count = jobs.permutations > most ? jobs.permutations : jobs.repetitions
    let spelled = count == .max ? "more than \(count)" : "\(count)"
    sink.report(
      metadata, at: place, "\(spelled) jobs at once, and \(name) takes \(most)",
      severity: plan.provenance.confidence.severity,
      help:
        "split the prompt, or expand it with `mjprompt expand` and send the prompts one by one"
    )
  }
}
