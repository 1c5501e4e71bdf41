// MJ201: a parameter that nobody documents.

internal import PromptCore
internal import PromptRules

/// `--bogus 3`: an unknown name refuses the whole prompt, unless the account defines it.
struct UnknownParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ201", name: "unknown-parameter", severity: .error, fix: .safe)
  let interest = RuleInterest(.unusual)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for parameter in context.prompt.parameters
    where parameter.entry == nil && !parameter.isPermuted && !sink.isFull {
      let name = context.text(parameter.name)
      let near = Suggestion.nearest(to: name, in: context.rules.parameters.names)
      if near == nil && parameter.value == nil {
        sink.report(preset(parameter, name))
      } else {
        sink.report(unknown(parameter, name, near, context.severity(unread: .error)))
      }
    }
    for (parameter, _) in context.knownParameters where isWide(context.text(parameter.name)) {
      sink.report(wide(parameter, context))
    }
  }

  private func isWide(_ name: String) -> Bool {
    name.unicodeScalars.contains { $0.value >= 0x80 && WideScalar.plain($0.value) != nil }
  }

  private func wide(_ parameter: Parameter, _ context: borrowing LintContext) -> Diagnostic {
    let name = context.plainName(parameter)
    return Diagnostic(
      metadata, at: ByteRange(parameter.dash.start, parameter.name.end),
      "full-width letters name no parameter of Midjourney",
      severity: context.severity(unread: .error),
      help: "write `--\(name)`",
      fixes: [FixIt("write `--\(name)`", .safe, [TextEdit(parameter.name, name)])])
  }

  private func preset(_ parameter: Parameter, _ name: String) -> Diagnostic {
    Diagnostic(
      metadata, at: parameter.range,
      "`--\(name)` is no parameter of Midjourney; it works only for accounts that define it",
      severity: .information, help: "keep it if it is your own option, made by `/prefer option set`"
    )
  }

  private func unknown(
    _ parameter: Parameter, _ name: String, _ near: String?, _ severity: Severity
  ) -> Diagnostic {
    let range = ByteRange(parameter.dash.start, parameter.name.end)
    let message = "`--\(name)` is no parameter of Midjourney; the service refuses the whole prompt"
    guard let near else {
      return Diagnostic(
        metadata, at: range, message, severity: severity,
        help: "take it out, or see `mjprompt rules list parameters`")
    }
    return Diagnostic(
      metadata, at: range, message, severity: severity, help: "did you mean `--\(near)`?",
      fixes: [FixIt("write `--\(near)`", .unsafe, [TextEdit(parameter.name, near)])])
  }
}
