// MJ108: a brace without its partner.

internal import PromptCore

/// `a {red, blue cat`: braces make permutations and must come in pairs.
struct UnbalancedBraces: Rule {
  let metadata = RuleMetadata(
    code: "MJ108", name: "unbalanced-braces", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(.faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where !sink.isFull {
      switch fault.kind {
      case .missingCloseBrace: report("`{` is never closed", fault.range, into: &sink)
      case .missingOpenBrace: report("`}` closes nothing", fault.range, into: &sink)
      default: continue
      }
    }
  }

  private func report(_ message: String, _ range: ByteRange, into sink: inout DiagnosticSink) {
    sink.report(
      metadata, at: range, "\(message), so that no permutation is made",
      help: "close the group, as in `{red, blue}`, or take the brace out",
      fixes: [FixIt("take the brace out", .unsafe, [TextEdit(range, "")])])
  }
}
