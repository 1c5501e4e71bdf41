// Parsed prompts → drafts: the way back.

public import PromptCore
public import PromptRules

extension PromptDraft {
  /// The typed values of a parsed prompt: images in front, parts with their weights, parameters that the
  /// rules know. Groups in values become words; what isn't of the form that its parameter takes is left
  /// out, as are links within the text.
  ///
  /// - Complexity: O(n).
  public init(_ prompt: Prompt, of source: SourceText, rules: RuleSet) {
    let reader = DraftReader(source: source, rules: rules)
    images = prompt.images.filter(\.isLeading).map { image in
      PromptImage(source.string(in: image.range), weight: image.weight.flatMap(reader.number))
    }
    parts = prompt.parts.map { part in
      PromptPart(
        PromptText(source.string(in: part.text)), weight: part.weight.flatMap(reader.number))
    }
    parameters = prompt.parameters.compactMap(reader.parameter)
  }
}

/// Reads values out of a source.
private struct DraftReader {
  let source: SourceText
  let rules: RuleSet

  func number(_ range: ByteRange) -> Double? { Double(source.string(in: range)) }

  func parameter(_ parameter: Parameter) -> ParameterValue? {
    guard let spec = rules.parameters[parameter] else { return nil }
    guard let range = parameter.value else { return ParameterValue(spec.name) }
    return value(source.string(in: range), spec.shape).map { ParameterValue(spec.name, $0) }
  }

  private func value(_ text: String, _ shape: ValueShape) -> ParameterValue.Value? {
    switch shape {
    case .none: .flag
    case .integer: Int(text).map { .integer($0) }
    case .decimal: Double(text).map { .decimal($0) }
    case .ratio: Ratio(text).map { .ratio($0) }
    case .version: .version(text)
    case .enumeration: .word(text)
    case .references: .references(items(text).compactMap(reference))
    case .codes:
      .codes(items(text).map { ProfileCode(String(weighted($0).0), weight: weighted($0).1) })
    case .url, .urls: .urls(items(text))
    case .text:
      .items(text.split(separator: ",").map { LiteralText(String($0)) }.filter { !$0.isEmpty })
    }
  }

  private func items(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "," }.map(String.init)
  }

  /// An item without the weight at its end, and the weight.
  private func weighted(_ item: String) -> (Substring, Double?) {
    guard let colons = item.ranges(of: "::").last, let weight = Double(item[colons.upperBound...])
    else { return (item[...], nil) }
    return (item[..<colons.lowerBound], weight)
  }

  private func reference(_ item: String) -> StyleReference? {
    let (name, weight) = weighted(item)
    if name == "random" { return StyleReference(.random, weight: weight) }
    if name.contains("://") { return .url(String(name), weight: weight) }
    return UInt64(name).map { .code($0, weight: weight) }
  }
}
