// MJ305: a parameter of the first models that means nothing any more.

internal import PromptCore
internal import PromptRules

/// `--uplight`, `--height 640`: only the first models knew it.
struct RetiredParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ305", name: "retired-parameter", severity: .error, fix: .unsafe)
  let interest = RuleInterest { $0.isRetired }

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where spec.isRetired {
      let isKnown = context.isSupported(spec) && context.modelVersion != nil
      let models = context.rules.models.spelled(spec.models)
      sink.report(
        metadata, at: ByteRange(parameter.dash.start, parameter.name.end),
        "\(context.name(parameter)) is a parameter of \(models) and means nothing today",
        severity: isKnown
          ? .information : context.severity(unread: context.severity(spec.provenance.confidence)),
        help: spec.replacedBy.map { "use `--\(context.written($0))` instead" } ?? "take it out",
        notes: context.modelNotes, fixes: [fix(parameter, context)])
    }
  }

  /// A ratio in place of width and height when both are there; else nothing in its place.
  private func fix(_ parameter: Parameter, _ context: borrowing LintContext) -> FixIt {
    guard let size = PixelSize(context), size.isPart(parameter) else {
      return FixIt("take it out", .unsafe, [context.removal(of: parameter)])
    }
    return size.fix(context)
  }
}

/// A size in pixels, as prompts for the first models gave it.
struct PixelSize {
  let width: Parameter
  let height: Parameter
  let ratio: Ratio

  /// The size that a prompt gives by `--width` or `--w` and `--height` or `--h`; nil without both.
  init?(_ context: borrowing LintContext) {
    let known = context.knownParameters
    guard let height = known.first(where: { $0.spec.name == "height" })?.parameter,
      let width = known.first(where: { Self.isWidth($0, context) })?.parameter,
      let across = width.value.flatMap({ Int(context.text($0)) }),
      let down = height.value.flatMap({ Int(context.text($0)) }), 1...9999 ~= across,
      1...9999 ~= down
    else { return nil }
    self.width = width
    self.height = height
    ratio = Ratio(width: across, height: down).reduced
  }

  private static func isWidth(
    _ known: (parameter: Parameter, spec: ParameterSpec), _ context: borrowing LintContext
  ) -> Bool {
    known.spec.name == "width" || context.plainName(known.parameter) == "w"
  }

  /// Whether a parameter gives one of the sides.
  func isPart(_ parameter: Parameter) -> Bool { parameter == width || parameter == height }

  /// The ratio in place of the first side, nothing in place of the second.
  func fix(_ context: borrowing LintContext) -> FixIt {
    let (first, second) = width.range.start < height.range.start ? (width, height) : (height, width)
    let written = "--\(context.written("aspect")) \(ratio.text)"
    return FixIt(
      "write `\(written)`", .unsafe,
      [TextEdit(first.range, written), context.removal(of: second)])
  }
}
