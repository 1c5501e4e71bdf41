// What is notable about the parameters of a prompt, found in one pass, so that most checks need not be asked.

internal import PromptCore
internal import PromptRules

/// Notes what checks may look at in the parameters of a prompt; what it leaves out is certainly not there.
struct ParameterTraits: Sendable {
  private let repetition: UInt64

  init(_ rules: RuleSet) {
    let place = rules.parameters.parameters.firstIndex { $0.name == "repeat" }
    repetition = place.map(PresentParts.bit) ?? 0
  }

  /// Adds what a prompt has.
  func note(
    _ context: borrowing LintContext, isWritten: Bool, in present: inout PresentParts
  ) {
    for parameter in context.prompt.parameters {
      if Self.isUnusual(parameter, context.source.bytes.span) { present.structure.insert(.unusual) }
    }
    for (parameter, spec) in context.knownParameters {
      guard let entry = parameter.entry else { continue }
      let bit = PresentParts.bit(Int(entry.id))
      if present.parameters & bit != 0 { present.structure.insert(.repeated) }
      present.parameters |= bit
      let domain = context.model.index.flatMap { spec.domain(in: $0) }
      if context.model.index != nil, domain?.isAlwaysSupported != true {
        present.structure.insert(.unsupported)
      }
      if let value = parameter.value {
        let bytes = context.source.bytes.span.extracting(value.indices)
        let isPlain = domain.map { PlainValue.isPlain(bytes, spec.shape, $0) } ?? false
        if !isPlain { present.structure.insert(.doubtful) }
      } else if spec.arity != .flag {
        present.structure.insert(.valueless)
      }
    }
    let isSeveral = present.parameters & repetition != 0 || !context.prompt.permutations.isEmpty
    if isWritten, isSeveral { present.structure.insert(.several) }
  }

  /// Whether a parameter is written in another way than `--name value`, or has no known name.
  private static func isUnusual(_ parameter: Parameter, _ bytes: Span<UInt8>) -> Bool {
    if parameter.entry == nil || parameter.isGlued || parameter.dashStyle != .doubleHyphen
      || parameter.dash.count != 2 || parameter.dash.end != parameter.name.start
    {
      return true
    }
    if let value = parameter.value {
      let isSpace =
        parameter.separator.count == 1 && parameter.separator.end == value.start
        && bytes[Int(parameter.separator.start)] == 0x20
      if !isSpace { return true }
    }
    return parameter.name.indices.contains { !(bytes[$0] &- 0x61 < 26 || bytes[$0] &- 0x30 < 10) }
  }
}

/// Values that are certainly what a model takes.
enum PlainValue {
  /// Whether nothing can be wrong with a value where a domain comes first.
  static func isPlain(
    _ value: Span<UInt8>, _ shape: ValueShape, _ domain: ParameterDomain
  ) -> Bool {
    guard domain.isAlwaysSupported, domain.maximumCount == nil else { return false }
    switch shape {
    case .integer, .decimal: return isNumber(value, domain)
    case .ratio: return isRatio(value)
    case .version: return domain.values.isEmpty && isDecimal(value)
    default: return false
    }
  }

  private static func isNumber(_ value: Span<UInt8>, _ domain: ParameterDomain) -> Bool {
    guard let number = number(value, 0..<value.count) else { return false }
    if let range = domain.range {
      return range.contains(Double(number))
        && domain.agreedRange.map { $0.contains(Double(number)) } ?? true
    }
    return domain.values.isEmpty || domain.isOpen
  }

  private static func isRatio(_ value: Span<UInt8>) -> Bool {
    guard let colon = value.indices.first(where: { value[$0] == UInt8(ascii: ":") }),
      let width = number(value, 0..<colon), let height = number(value, (colon + 1)..<value.count)
    else { return false }
    return width > 0 && height > 0
  }

  /// Whether a value has nothing but digits and full stops.
  private static func isDecimal(_ value: Span<UInt8>) -> Bool {
    value.indices.allSatisfy { value[$0] &- 0x30 < 10 || value[$0] == 0x2E }
  }

  /// The number of one to nine digits; nil for anything else.
  private static func number(_ value: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard 1...9 ~= range.count else { return nil }
    var number = 0
    for index in range {
      guard value[index] &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(value[index] & 0x0F)
    }
    return number
  }
}
