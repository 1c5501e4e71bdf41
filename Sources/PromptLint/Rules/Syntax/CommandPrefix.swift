// MJ110: the Discord command pasted along with the prompt.

internal import PromptCore

/// `/imagine prompt: a cat`: the command is not part of the prompt.
struct CommandPrefix: Rule {
  let metadata = RuleMetadata(
    code: "MJ110", name: "command-prefix", severity: .warning, fix: .safe)
  let interest = RuleInterest(.faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where fault.kind == .unexpectedCommand {
      let end = context.spaceEnd(after: fault.range.end)
      let removed = ByteRange(fault.range.start, end)
      sink.report(
        metadata, at: fault.range, "`/imagine` is the command, not part of the prompt",
        help: "begin with the text",
        fixes: [FixIt("take the command out", .safe, [TextEdit(removed, "")])])
    }
  }
}
