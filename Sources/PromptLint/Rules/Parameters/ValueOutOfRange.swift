// MJ203: a number or word that the prompt's model does not take.

internal import PromptCore
internal import PromptRules

/// `--s 5000`: the value has the right form, but the model takes others.
struct ValueOutOfRange: Rule {
  let metadata = RuleMetadata(
    code: "MJ203", name: "value-out-of-range", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.parameters)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where spec.shape != .ratio {
      guard let value = parameter.value, !context.isPermuted(value),
        let domain = context.domain(spec), domain.isSupported
      else { continue }
      let text = context.text(value)
      guard MalformedValue.expectation(text, spec.shape) == nil else { continue }
      guard let wrong = Self.verdict(text, domain, spec.shape) else { continue }
      sink.report(
        Diagnostic(
          metadata, at: value, message(parameter, text, wrong, context),
          severity: context.severity(domain.provenance.confidence), help: wrong.help,
          notes: context.modelNotes + (domain.note.map { [DiagnosticNote($0)] } ?? []),
          fixes: wrong.near.map { near in
            [FixIt("write `\(near)`", .unsafe, [TextEdit(value, near)])]
          } ?? []))
    }
  }

  private func message(
    _ parameter: Parameter, _ text: String, _ wrong: Verdict, _ context: borrowing LintContext
  ) -> String {
    let name = "--" + context.text(parameter.name).lowercased()
    let model = context.modelVersion?.id ?? "this model"
    return "`\(name) \(text)` is \(wrong.what) in \(model)"
  }

  struct Verdict {
    let what: String
    let help: String
    let near: String?
  }

  static func verdict(_ text: String, _ domain: ParameterDomain, _ shape: ValueShape) -> Verdict? {
    let number = Double(text)
    if let range = domain.range, let number, shape == .integer || shape == .decimal {
      if range.contains(number) { return nil }
      let nearest = spelled(number < range.lowerBound ? range.lowerBound : range.upperBound)
      return Verdict(
        what: number < range.lowerBound
          ? "below \(nearest), the least value" : "above \(nearest), the greatest value",
        help: "use a number from \(spelled(range.lowerBound)) to \(spelled(range.upperBound))",
        near: nearest)
    }
    guard !domain.values.isEmpty, !domain.isOpen else { return nil }
    if domain.values.contains(where: { isEqual($0, text, number) }) { return nil }
    return Verdict(
      what: "not one of the values", help: "use one of \(domain.values.joined(separator: ", "))",
      near: nearest(text, number, domain.values))
  }

  private static func isEqual(_ value: String, _ text: String, _ number: Double?) -> Bool {
    value == text || (number != nil && Double(value) == number)
  }

  private static func nearest(_ text: String, _ number: Double?, _ values: [String]) -> String? {
    guard let number else { return Suggestion.nearest(to: text, in: values) }
    return values.min { left, right in
      abs((Double(left) ?? .infinity) - number) < abs((Double(right) ?? .infinity) - number)
    }
  }

  private static func spelled(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
