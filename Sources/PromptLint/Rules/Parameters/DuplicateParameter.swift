// MJ206: a parameter that is written twice.

internal import PromptCore
internal import PromptRules

/// `--c 30 --c 50`: which one counts is not documented, or they belong together.
struct DuplicateParameter: Rule {
  let metadata = RuleMetadata(
    code: "MJ206", name: "duplicate-parameter", severity: .warning, fix: .safe)
  let interest = RuleInterest(.repeated)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let known = context.knownParameters
    for (index, (parameter, spec)) in known.enumerated() {
      let earlier = known[..<index]
      guard let first = earlier.first(where: { $0.spec.name == spec.name })?.parameter,
        let previous = earlier.last(where: { $0.spec.name == spec.name })?.parameter
      else { continue }
      let joinsFirst = spec.repetition == .merge || spec.repetition == .first
      sink.report(
        metadata, at: parameter.range,
        "\(context.name(parameter)) stands here for the second time",
        help: Self.help(spec.repetition),
        notes: [DiagnosticNote("the first one", at: first.range)],
        fixes: [fix(joinsFirst ? first : previous, parameter, spec.repetition, context)])
    }
  }

  private static func help(_ repetition: ParameterSpec.Repetition) -> String {
    switch repetition {
    case .merge: "put everything into the first one"
    case .first: "keep one; the service takes the first"
    case .last: "keep one; the service takes the last"
    case .error: "keep one; which of them counts is not documented"
    }
  }

  private func bytes(_ range: ByteRange, _ context: borrowing LintContext) -> ArraySlice<UInt8> {
    context.source.bytes[range.indices]
  }

  /// What becomes of two uses: the first and a later one, or neighbours when the last one counts.
  private func fix(
    _ first: Parameter, _ second: Parameter, _ repetition: ParameterSpec.Repetition,
    _ context: borrowing LintContext
  ) -> FixIt {
    let values = (first.value.map { bytes($0, context) }, second.value.map { bytes($0, context) })
    if values.0 == values.1 {
      return FixIt("take the repetition out", .safe, [context.removal(of: second)])
    }
    if repetition == .merge, let value = first.value,
      let addition = second.value.flatMap({ context.exactText($0) })
    {
      let comma = first.entry?.shape == .text ? "," : ""
      return FixIt(
        "join the two", .safe,
        [TextEdit(ByteRange(at: value.end), "\(comma) \(addition)"), context.removal(of: second)])
    }
    let keepsFirst = repetition == .first
    return FixIt(
      keepsFirst ? "keep the first" : "keep the last", .unsafe,
      [context.removal(of: keepsFirst ? second : first)])
  }
}
