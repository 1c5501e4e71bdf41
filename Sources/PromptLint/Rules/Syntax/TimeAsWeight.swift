// MJ111: a time with two colons, which the service reads as a separator.

internal import PromptCore

/// `a clock at 10::30`: the time that is meant has one colon.
struct TimeAsWeight: Rule {
  let metadata = RuleMetadata(
    code: "MJ111", name: "time-as-weight", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(.faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where fault.kind == .doubledColon {
      sink.report(
        metadata, at: fault.range, "`::` in a time; the service cuts the text there",
        help: "write one colon",
        fixes: [FixIt("write `:`", .unsafe, [TextEdit(fault.range, ":")])])
    }
  }
}
