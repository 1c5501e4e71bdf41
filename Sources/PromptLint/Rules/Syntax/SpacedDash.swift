// MJ102: spaces between the dashes and the name.

internal import PromptCore

/// `-- ar`, `- -ar`: the dashes and the name must touch.
struct SpacedDash: Rule {
  let metadata = RuleMetadata(
    code: "MJ102", name: "spaced-dash", severity: .error, fix: .safe)
  let interest = RuleInterest(.unusual)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for parameter in context.prompt.parameters where parameter.isSpaced(in: context.source) {
      let name = context.name(parameter)
      let range = ByteRange(parameter.dash.start, parameter.name.start)
      sink.report(
        metadata, at: range, "spaces inside \(name), so that it is not read as a parameter",
        severity: context.severity(unread: .error),
        help: "write \(name) without spaces",
        fixes: [FixIt("close the gap", .safe, [TextEdit(range, "--")])])
    }
  }
}
