// MJ308: a value that has become a parameter of its own.

internal import PromptCore
internal import PromptRules

/// `--style raw --v 8.2`: gateways still take it; the documented form is `--raw`.
struct FormerSpelling: Rule {
  let metadata = RuleMetadata(
    code: "MJ308", name: "former-spelling", severity: .information, fix: .safe)
  let interest = RuleInterest { !$0.spellings.isEmpty }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where !spec.spellings.isEmpty {
      guard let value = parameter.value,
        let spelling = spec.spellings.first(where: { $0.value == context.text(value) }),
        let successor = context.rules.parameters[name: spelling.parameter],
        context.modelVersion != nil, context.isSupported(successor),
        context.domain(spec)?.provenance.confidence != .official
      else { continue }
      let written = "--\(successor.written)"
      sink.report(
        metadata, at: parameter.range,
        "`\(context.text(parameter.range))` is written `\(written)` since this model",
        help: "write `\(written)`", notes: context.notes(context.domain(spec)),
        fixes: [FixIt("write `\(written)`", .safe, [TextEdit(parameter.range, written)])])
    }
  }
}
