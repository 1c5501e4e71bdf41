// Prompt → canonical bytes.

public import PromptCore
public import PromptRules

/// The canonical text of a prompt.
public struct NormalizedPrompt: Hashable, Sendable {
  /// The text, on one line, without surrounding white space.
  public let text: String
}

/// Writes prompts in one canonical form: images, text, parameters; one space between them; the
/// written names in the order of the catalogue; ratios reduced. Normalizing twice equals once.
///
/// Text in double quotes is left as it is, since it asks for those very letters in the image.
public struct Normalizer: Sendable {
  private let rules: RuleSet

  /// A normalizer that writes names and values as `rules` say.
  public init(rules: RuleSet) { self.rules = rules }

  /// The canonical form; nil for a prompt with missing or unexpected parts, which must not change.
  ///
  /// - Complexity: O(n log n) in the number of parameters, O(n) in the text.
  public func normalize(_ prompt: Prompt, of source: SourceText) -> NormalizedPrompt? {
    guard isWhole(prompt) else { return nil }
    let text = written(prompt, source)
    return isCanonical(text, of: prompt) ? NormalizedPrompt(text: text) : nil
  }

  private func written(_ prompt: Prompt, _ source: SourceText) -> String {
    let pieces = head(prompt, source) + tail(prompt, source)
    return pieces.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether a text reads as the prompt it was made of and is its own canonical form. A value such as
  /// a lone `-` can become part of what then stands behind it; such a prompt is left as it is.
  private func isCanonical(_ text: String, of prompt: Prompt) -> Bool {
    let source = SourceText(text)
    let again = Parser.parse(source, vocabulary: rules.parameters.vocabulary)
    return isWhole(again) && again.parameters.count == prompt.parameters.count
      && written(again, source) == text
  }

  private func isWhole(_ prompt: Prompt) -> Bool {
    let lacksValue = prompt.parameters.contains { parameter in
      let arity = rules.parameters[parameter]?.arity
      return parameter.value == nil && (arity == .one || arity == .many || arity == .rest)
    }
    return prompt.faults.isEmpty && !lacksValue && !prompt.kinds.contains(TokenKindSet(.invalid))
  }
}

// MARK: Images and text

extension Normalizer {
  /// Images and parts by their places; an image inside a part's text is left to the part.
  private func head(_ prompt: Prompt, _ source: SourceText) -> [String] {
    var pieces: [String] = []
    var parts = prompt.parts[...]
    for image in prompt.images {
      while let part = parts.first, part.text.end <= image.range.start {
        pieces.append(self.part(part, source))
        parts.removeFirst()
      }
      if parts.first.map({ $0.text.contains(image.range) }) ?? false { continue }
      let weight = image.weight.map { source.string(in: $0) } ?? ""
      let separator = image.separator == nil ? "" : "::"
      pieces.append(source.string(in: image.range) + separator + weight)
    }
    return pieces + parts.map { part($0, source) }
  }

  private func part(_ part: TextPart, _ source: SourceText) -> String {
    let text = QuotedText.collapsed(source.string(in: part.text))
    guard part.separator != nil else { return text }
    let gap = text.hasSuffix(":") || text.hasSuffix("\\") ? " " : ""
    return text + gap + "::" + (part.weight.map { source.string(in: $0) } ?? "")
  }
}

// MARK: Parameters

extension Normalizer {
  private func tail(_ prompt: Prompt, _ source: SourceText) -> [String] {
    let places = prompt.parameters.enumerated().map { index, parameter in
      (place: parameter.entry.map { Int($0.id) } ?? Int.max, index: index)
    }
    return places.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
      .map { written(prompt.parameters[$0.index], source) }
  }

  private func written(_ parameter: Parameter, _ source: SourceText) -> String {
    let spec = rules.parameters[parameter]
    let name = "--" + (spec?.written ?? source.string(in: parameter.name))
    guard let value = parameter.value else { return name }
    return "\(name) \(self.value(source.string(in: value), spec))"
  }

  private func value(_ text: String, _ spec: ParameterSpec?) -> String {
    switch spec?.shape {
    case .ratio: return Ratio(text)?.reduced.text ?? text
    case .version:
      let family: ModelVersion.Family = spec?.name == "niji" ? .niji : .v
      let model = rules.models.index(family, value: text).map { rules.models.models[$0] }
      return model?.value ?? text
    default: return QuotedText.collapsed(text)
    }
  }
}
