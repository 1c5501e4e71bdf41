// MJ306: a name that meant something else to older models.

internal import PromptCore
internal import PromptRules

/// `--hd --v 3`, `--w 448 --h 640`: the name is known, but with two meanings.
struct ReusedName: Rule {
  let metadata = RuleMetadata(code: "MJ306", name: "reused-name", severity: .warning, fix: .unsafe)
  let interest = RuleInterest { $0.formerly != nil }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where spec.formerly != nil {
      if let meaning = context.formerMeaning(parameter, spec) {
        report(parameter, former: meaning, context, into: &sink)
      } else if let size = PixelSize(context), size.width == parameter, spec.name != "width" {
        report(parameter, size, spec, context, into: &sink)
      }
    }
  }

  private func report(
    _ parameter: Parameter, former meaning: String, _ context: borrowing LintContext,
    into sink: inout DiagnosticSink
  ) {
    let model = context.modelVersion?.id ?? "this model"
    sink.report(
      metadata, at: ByteRange(parameter.dash.start, parameter.name.end),
      "\(context.name(parameter)) means \(meaning) in \(model), and something else today",
      severity: .information, help: "keep it if that is what you want", notes: context.modelNotes)
  }

  private func report(
    _ parameter: Parameter, _ size: PixelSize, _ spec: ParameterSpec,
    _ context: borrowing LintContext, into sink: inout DiagnosticSink
  ) {
    sink.report(
      metadata, at: parameter.range,
      "\(context.name(parameter)) no longer means \(spec.formerly?.meaning ?? ""): "
        + "it is short for `--\(spec.name)`",
      help: "write `--\(context.written("aspect")) \(size.ratio.text)`",
      notes: [DiagnosticNote("the other side", at: size.height.range)],
      fixes: [size.fix(context)])
  }
}
