// MJ104: a value that touches its parameter's name, or is joined to it by `=` or `:`.

internal import PromptCore

/// `--ar16:9`, `--ar=16:9`, `--ar: 16:9`: one space stands between name and value.
struct GluedValue: Rule {
  let metadata = RuleMetadata(
    code: "MJ104", name: "glued-value", severity: .error, fix: .safe)
  let interest = RuleInterest(.unusual)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for parameter in context.prompt.parameters {
      guard let value = parameter.value, isJoined(context.text(parameter.separator)) else {
        continue
      }
      let name = context.name(parameter)
      sink.report(
        metadata, at: ByteRange(parameter.name.start, value.end),
        "\(name) and its value are not separated by a space",
        severity: context.severity(unread: .error),
        help: "write `--\(context.plainName(parameter)) \(context.text(value))`",
        fixes: [FixIt("put a space between", .safe, [TextEdit(parameter.separator, " ")])])
    }
  }

  private func isJoined(_ separator: String) -> Bool {
    separator.isEmpty || separator.contains { $0 == "=" || $0 == ":" || $0 == "：" }
  }
}
