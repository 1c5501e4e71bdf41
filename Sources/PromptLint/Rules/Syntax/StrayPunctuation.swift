// MJ106: punctuation among the parameters.

internal import PromptCore
internal import PromptRules

/// `--ar 16:9, --v 7.`: parameters are separated by spaces alone.
struct StrayPunctuation: Rule {
  let metadata = RuleMetadata(
    code: "MJ106", name: "stray-punctuation", severity: .error, fix: .safe)
  let interest = RuleInterest(tokens: TokenKindSet(.comma), .faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where fault.kind == .unexpectedPunctuation {
      report(fault.range, context, into: &sink)
    }
    for (parameter, spec) in context.knownParameters {
      guard let value = parameter.value, [.many, .optionalMany].contains(spec.arity) else {
        continue
      }
      for token in context.prompt.tokens
      where token.kind == .comma && value.contains(token.range) && !isGrouped(token, context) {
        report(token.range, context, into: &sink)
      }
    }
  }

  private func isGrouped(_ token: Token, _ context: borrowing LintContext) -> Bool {
    context.prompt.permutations.contains { $0.range.contains(token.range) }
  }

  private func report(
    _ range: ByteRange, _ context: borrowing LintContext, into sink: inout DiagnosticSink
  ) {
    let end = Int(range.end)
    let touchesNext =
      end < Int(context.prompt.range.end) && context.source.bytes[end] > 0x20
    sink.report(
      Diagnostic(
        metadata, at: range,
        "`\(context.text(range))` after a parameter's value, where only a space may stand",
        help: "take it out",
        fixes: [FixIt("take it out", .safe, [TextEdit(range, touchesNext ? " " : "")])]))
  }
}
