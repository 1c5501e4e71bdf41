// MJ403: two models in one prompt.

internal import PromptCore
internal import PromptRules

/// `--v 7 --niji 6`: each names a model, and sources differ on which one wins.
struct VersionWithNiji: Rule {
  let metadata = RuleMetadata(
    code: "MJ403", name: "version-with-niji", severity: .warning, fix: .unsafe)
  let interest = RuleInterest { $0.shape == .version }

  /// Whether two parameter names are the pair that this check reports.
  static func isPair(_ left: String, _ right: String) -> Bool {
    [left, right].sorted() == ["niji", "version"]
  }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let models = context.knownParameters.filter { $0.spec.shape == .version }
    guard let first = models.first,
      let other = models.first(where: { Self.isPair(first.spec.name, $0.spec.name) })
    else { return }
    let niji = first.spec.name == "niji" ? first.parameter : other.parameter
    sink.report(
      metadata, at: other.parameter.range,
      "\(context.name(other.parameter)) and \(context.name(first.parameter)) name two models",
      help: "keep the one that you mean",
      notes: [DiagnosticNote("the other model", at: first.parameter.range)],
      fixes: [FixIt("take `--niji` out", .unsafe, [context.removal(of: niji)])])
  }
}
