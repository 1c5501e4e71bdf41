// MJ203: a number, a word or a list that the prompt's model does not take.

internal import PromptCore
internal import PromptRules

/// `--s 5000`: the value has the right form, but the model takes others.
struct ValueOutOfRange: Rule {
  let metadata = RuleMetadata(
    code: "MJ203", name: "value-out-of-range", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.doubtful)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters where spec.shape != .ratio {
      guard let value = parameter.value, !context.isPermuted(value),
        context.formerMeaning(parameter, spec) == nil,
        let domain = context.domain(spec), domain.isSupported, let text = context.exactText(value)
      else { continue }
      guard MalformedValue.expectation(text, spec.shape) == nil,
        let wrong = ValueVerdict.of(text, domain, spec.shape)
      else { continue }
      let confidence = wrong.isDisputed ? .disputed : domain.provenance.confidence
      sink.report(
        metadata, at: value, message(parameter, text, wrong, context),
        severity: context.severity(confidence), help: wrong.help, notes: context.notes(domain),
        fixes: [fix(wrong, value, parameter, context)])
    }
  }

  private func fix(
    _ wrong: ValueVerdict, _ value: ByteRange, _ parameter: Parameter,
    _ context: borrowing LintContext
  ) -> FixIt {
    guard let near = wrong.near else {
      return FixIt("take it out", .unsafe, [context.removal(of: parameter)])
    }
    return FixIt("write `\(near)`", .unsafe, [TextEdit(value, near)])
  }

  private func message(
    _ parameter: Parameter, _ text: String, _ wrong: ValueVerdict, _ context: borrowing LintContext
  ) -> String {
    let name = "--" + context.plainName(parameter)
    let model = context.modelVersion?.id ?? "this model"
    return "`\(name) \(text)` \(wrong.what) in \(model)"
  }
}

/// What is wrong with a value of the right form.
struct ValueVerdict {
  let what: String
  let help: String
  /// The nearest value that is allowed.
  let near: String?
  /// Whether some source allows it.
  var isDisputed = false

  /// The verdict on a value; nil when the domain allows it.
  static func of(_ text: String, _ domain: ParameterDomain, _ shape: ValueShape) -> ValueVerdict? {
    let isNumber = shape == .integer || shape == .decimal
    if isNumber, let range = domain.range, let number = Double(text) {
      return outside(range, number)
        ?? domain.agreedRange.flatMap { disputed(outside($0, number)) }
    }
    if let most = domain.maximumCount { return surplus(text, most) }
    guard !domain.values.isEmpty, !domain.isOpen else { return nil }
    return outside(domain.values, text)
      ?? (domain.agreedValues.isEmpty ? nil : disputed(outside(domain.agreedValues, text)))
  }

  private static func disputed(_ verdict: ValueVerdict?) -> ValueVerdict? {
    var verdict = verdict
    verdict?.isDisputed = true
    return verdict
  }

  private static func outside(_ range: ClosedRange<Double>, _ number: Double) -> ValueVerdict? {
    if range.contains(number) { return nil }
    let isBelow = number < range.lowerBound
    let nearest = spelled(isBelow ? range.lowerBound : range.upperBound)
    return ValueVerdict(
      what: isBelow
        ? "is below \(nearest), the least value" : "is above \(nearest), the greatest value",
      help: "use a number from \(spelled(range.lowerBound)) to \(spelled(range.upperBound))",
      near: nearest)
  }

  private static func outside(_ values: [String], _ text: String) -> ValueVerdict? {
    let number = Double(text)
    if values.contains(where: { $0 == text || (number != nil && Double($0) == number) }) {
      return nil
    }
    return ValueVerdict(
      what: "is not one of the values", help: "use one of \(values.joined(separator: ", "))",
      near: nearest(text, number, values))
  }

  private static func surplus(_ text: String, _ most: Int) -> ValueVerdict? {
    let items = text.split { $0.isWhitespace || $0 == "," }
    guard items.count > most else { return nil }
    return ValueVerdict(
      what: "holds \(items.count) values, more than the \(most) it may hold",
      help: "keep \(most) of them", near: items.prefix(most).joined(separator: " "))
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
