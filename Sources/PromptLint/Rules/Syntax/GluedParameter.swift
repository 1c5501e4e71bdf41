// MJ103: a parameter that touches the text before it.

internal import PromptCore

/// `cat--ar 16:9`: a parameter needs white space before its dashes.
struct GluedParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ103", name: "glued-parameter", severity: .warning, fix: .safe)
  let interest = RuleInterest(.unusual)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for parameter in context.prompt.parameters where parameter.isGlued {
      let place = ByteRange(at: parameter.dash.start)
      let range = ByteRange(parameter.dash.start, parameter.name.end)
      sink.report(
        metadata, at: range, "no space before \(context.name(parameter))",
        help: "put a space before the dashes",
        fixes: [FixIt("insert a space", .safe, [TextEdit(place, " ")])])
    }
  }
}
