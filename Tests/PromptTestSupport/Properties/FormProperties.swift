// What must hold of every prompt's canonical form.

public import PromptCore
internal import PromptLint
internal import PromptFormat
internal import PromptRules

extension PromptProperties {
  /// The canonical form means what the prompt means, and its own canonical form is itself.
  public func form(_ source: SourceText) -> String? {
    let fixed = judge.fixed(source, accepting: .safe).source
    let prompt = judge.linter.parse(fixed)
    guard let once = normalizer.normalize(prompt, of: fixed) else { return nil }
    let written = SourceText(once.text)
    let meanings = (meaning(prompt, fixed), meaning(judge.linter.parse(written), written))
    if meanings.0 != meanings.1 {
      return "\(shown(fixed)) → \(shown(written)): \(meanings.0) → \(meanings.1)"
    }
    let again = judge.fixed(written, accepting: .safe).source
    let twice = normalizer.normalize(judge.linter.parse(again), of: again)
    if twice == once { return nil }
    return "\(shown(source)) → \(once.text) → \(twice?.text ?? "nothing")"
  }

  /// What a prompt asks for, as far as its form may not change it: images, parts and their weights,
  /// and the values of each parameter in their order. Spaces don't count.
  private func meaning(_ prompt: Prompt, _ source: SourceText) -> [String] {
    let text = { (range: ByteRange?) in range.map { letters($0, source) } ?? "–" }
    let images = prompt.images.map { "\(text($0.range)) \(text($0.weight)) \($0.isLeading)" }
    let parts = prompt.parts.map { part in
      "\(text(part.text)) \(part.separator != nil) \(text(part.weight))"
    }
    let parameters = prompt.parameters.enumerated().map { index, parameter in
      (place: parameter.entry.map { Int($0.id) } ?? .max, index: index)
    }
    let values = parameters.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
      .map { "\($0.place) \(value(prompt.parameters[$0.index], source))" }
    return images + parts + values
  }

  private func value(_ parameter: Parameter, _ source: SourceText) -> String {
    let rules = judge.linter.rules
    let text = parameter.value.map { letters($0, source) } ?? "–"
    guard let spec = rules.parameters[parameter] else {
      return "\(letters(parameter.name, source)) \(text)"
    }
    switch spec.shape {
    case .ratio: return Ratio(text)?.reduced.text ?? text
    case .version:
      let index = rules.models.index(spec.name == "niji" ? .niji : .v, value: text)
      return index.map { "model \($0)" } ?? text
    default: return text
    }
  }

  private func letters(_ range: ByteRange, _ source: SourceText) -> String {
    let scalars = source.string(in: range).unicodeScalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(scalars))
  }
}
