// MJ302: a model that does not exist, no longer exists, or is newer than the rules.

internal import PromptCore
internal import PromptRules

/// `--v 99`, `--v 8`: the number names no model that answers.
struct UnavailableModel: Rule {
  let metadata = RuleMetadata(
    code: "MJ302", name: "unavailable-model", severity: .error, fix: .unsafe)
  let interest = RuleInterest { $0.shape == .version }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where spec.shape == .version {
      guard let value = parameter.value, !context.isPermuted(value),
        let family = ModelChoice.family(spec, context.rules.models)
      else { continue }
      let text = context.text(value)
      if MalformedValue.plain(text, spec.shape) != nil { continue }
      if let index = context.rules.models.index(family, value: text) {
        checkState(context.rules.models.models[index], value, context, into: &sink)
      } else {
        reportUnknown(text, family, value, context, into: &sink)
      }
    }
  }

  private func checkState(
    _ model: ModelVersion, _ value: ByteRange, _ context: borrowing LintContext,
    into sink: inout DiagnosticSink
  ) {
    guard model.state == .removed else { return }
    let day = model.removed.map { " on \($0.text)" } ?? ""
    let newest = context.rules.models.newest(model.family)
    sink.report(
      metadata, at: value, "the model \(model.id) was removed\(day)",
      severity: model.provenance.confidence.severity,
      help: newest.map { "use \($0.id), the newest of its line" },
      fixes: newest.map { [FixIt("write `\($0.value)`", .unsafe, [TextEdit(value, $0.value)])] }
        ?? [])
  }

  private func reportUnknown(
    _ text: String, _ family: ModelVersion.Family, _ value: ByteRange,
    _ context: borrowing LintContext, into sink: inout DiagnosticSink
  ) {
    let known = context.rules.models.models.filter { $0.family == family && $0.state != .removed }
    let list = "use one of " + known.map(\.value).joined(separator: ", ")
    if let newest = known.last, isSuccessor(text, of: newest.value) {
      sink.report(
        metadata, at: value, "`\(text)` is newer than any model that the rules know",
        severity: .warning, help: list,
        notes: [DiagnosticNote("the rules are of \(context.rules.date.text)")])
    } else {
      let kind = family == .niji ? "niji model" : "model"
      sink.report(metadata, at: value, "`\(text)` is no \(kind) of Midjourney", help: list)
    }
  }

  /// Whether a version could follow the newest one: above it, by less than two.
  private func isSuccessor(_ text: String, of newest: String) -> Bool {
    guard let version = Double(text), let newest = Double(newest) else { return false }
    return version > newest && version < newest + 2
  }
}
