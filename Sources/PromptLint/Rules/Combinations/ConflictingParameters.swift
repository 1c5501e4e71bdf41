// MJ401: parameters that contradict each other.

internal import PromptCore
internal import PromptRules

/// `--fast --relax`: two parameters that can't both hold.
struct ConflictingParameters: Rule {
  let metadata = RuleMetadata(
    code: "MJ401", name: "conflicting-parameters", severity: .error, fix: .unsafe)
  let interest = RuleInterest { !$0.conflicts.isEmpty }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where context.isSupported(spec) {
      for conflict in spec.conflicts where context.holds(in: conflict.models) {
        for opponent in conflict.with where isMeant(opponent, beside: spec, context) {
          if let other = context.partner(opponent) {
            report(parameter, other, opponent, conflict, context, into: &sink)
          }
        }
      }
    }
  }

  /// Whether no other check reports the pair: two models, or what the model does not have.
  private func isMeant(
    _ opponent: ParameterMatch, beside spec: ParameterSpec, _ context: borrowing LintContext
  ) -> Bool {
    !VersionWithNiji.isPair(spec.name, opponent.name)
      && (context.rules.parameters[name: opponent.name].map { context.isSupported($0) } ?? true)
  }

  /// A conflict of some models is no error when the model was only assumed.
  private func severity(_ conflict: Conflict, _ context: borrowing LintContext) -> Severity {
    let confidence = conflict.provenance.confidence
    return conflict.models == .all ? confidence.severity : context.severity(confidence)
  }

  private func report(
    _ parameter: Parameter, _ other: ByteRange, _ opponent: ParameterMatch, _ conflict: Conflict,
    _ context: borrowing LintContext, into sink: inout DiagnosticSink
  ) {
    let isLater = parameter.range.start > other.start
    let (later, earlier) = isLater ? (parameter.range, other) : (other, parameter.range)
    let why = conflict.note.map { [DiagnosticNote($0)] } ?? []
    sink.report(
      metadata, at: later,
      "\(context.name(parameter)) and \(opponent.spelled) don't go together",
      severity: severity(conflict, context), help: "keep one of them",
      notes: [DiagnosticNote("the other one", at: earlier)] + why,
      fixes: [FixIt("keep the first", .unsafe, [context.removal(of: later)])])
  }
}
