// MJ307: no model is named, and the default moves.

internal import PromptCore
internal import PromptRules

/// A prompt without `--v` or `--niji`: it means another model each season.
struct UnnamedModel: Rule {
  let metadata = RuleMetadata(code: "MJ307", name: "unnamed-model", severity: .hint)
  let interest = RuleInterest(.written)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard context.model.origin == .assumed, let model = context.modelVersion,
      !(context.prompt.text.isEmpty && context.prompt.images.isEmpty),
      context.prompt.faults.isEmpty
    else { return }
    let moves = context.rules.models.defaultMoves(inYearBefore: context.options.asOf)
    guard moves > 0 else { return }
    let times = moves == 1 ? "once" : moves == 2 ? "twice" : "\(moves) times"
    sink.report(
      metadata, at: ByteRange(at: context.spaceStart(before: context.prompt.range.end)),
      "no model is named; it is \(model.id) today, and the default moved \(times) within a year",
      help: "name the model: `--\(model.family == .niji ? "niji" : "v") \(model.value)`")
  }
}
