// MJ107: text behind a parameter.

internal import PromptCore

/// `a cat --ar 16:9 on a mat`: the text must stand before the first parameter.
struct TextAfterParameters: Rule {
  let metadata = RuleMetadata(
    code: "MJ107", name: "text-after-parameters", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.faults)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for fault in context.prompt.faults where fault.kind == .unexpectedText {
      sink.report(
        metadata, at: fault.range,
        "text after a parameter; the service reads each word as a parameter and refuses it",
        severity: context.severity(unread: .error),
        help: "move it in front of the first parameter",
        fixes: fix(fault.range, context).map { [$0] } ?? [])
    }
  }

  private func fix(_ range: ByteRange, _ context: borrowing LintContext) -> FixIt? {
    guard let first = context.prompt.parameters.first, first.range.end <= range.start,
      let text = context.exactText(range)
    else { return nil }
    let place = context.prompt.text.isEmpty ? first.range.start : context.prompt.text.end
    let removed = ByteRange(context.spaceStart(before: range.start), range.end)
    return FixIt(
      "move it to the text", .unsafe,
      [
        TextEdit(ByteRange(at: place), context.prompt.text.isEmpty ? text + " " : " " + text),
        TextEdit(removed, ""),
      ])
  }
}
