// MJ404: weights that sum to nothing.

internal import PromptCore
internal import PromptRules

/// `hot::1 dog::-2`: the sum of all weights must be above 0.
struct NonpositiveWeights: Rule {
  let metadata = RuleMetadata(code: "MJ404", name: "nonpositive-weights", severity: .error)
  let interest = RuleInterest(.weights)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    if context.modelVersion != nil, !(context.domain(.weights)?.isSupported ?? false) { return }
    let parts = context.prompt.parts.filter { !$0.text.isEmpty }
    let sum = parts.reduce(0) { $0 + weight($1, context) }
    guard sum <= 0, let first = parts.first, let last = parts.last else { return }
    let end = last.weight?.end ?? last.separator?.end ?? last.text.end
    sink.report(
      metadata, at: ByteRange(first.text.start, end),
      "the weights sum to \(spelled(sum)), and the service refuses sums that are not above 0",
      help: "raise a positive weight, or move what you don't want into `--no`")
  }

  private func weight(_ part: TextPart, _ context: borrowing LintContext) -> Double {
    part.weight.flatMap { Double(context.text($0)) } ?? 1
  }

  private func spelled(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
