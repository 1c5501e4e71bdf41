// MJ101: a parameter that begins with something other than two hyphens.

internal import PromptCore

/// `—ar`, `–ar`, `-ar`, `---ar`: the em dash is read as two hyphens, the others are not.
struct WrongDash: Rule {
  let metadata = RuleMetadata(
    code: "MJ101", name: "wrong-dash", severity: .warning, fix: .safe)
  let interest = RuleInterest(.unusual)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for parameter in context.prompt.parameters where parameter.dashStyle != .doubleHyphen {
      let name = context.name(parameter)
      let (what, severity) = Self.verdict(parameter.dashStyle)
      // Behind a link two hyphens would be read as a part of it.
      let dashes = parameter.isGlued ? " --" : "--"
      sink.report(
        metadata, at: parameter.dash, "\(what) before \(name)",
        severity: context.severity(unread: severity),
        help: "write two hyphens: \(name)",
        fixes: [FixIt("write `--`", .safe, [TextEdit(parameter.dash, dashes)])])
    }
  }

  private static func verdict(_ style: Parameter.DashStyle) -> (String, Severity) {
    switch style {
    case .emDash: ("an em dash, which the service reads as two hyphens,", .information)
    case .enDash: ("an en dash, which the service refuses,", .error)
    case .singleHyphen: ("a single hyphen, which begins no parameter,", .warning)
    case .doubleHyphen, .other: ("dashes that are not two hyphens", .warning)
    }
  }
}
