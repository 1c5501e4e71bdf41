// What must hold of every parsed prompt.

public import PromptCore
internal import PromptLint

extension PromptProperties {
  /// Tokens laid end to end are the prompt, every part lies inside it, and text around it changes
  /// nothing.
  public func syntax(_ source: SourceText) -> String? {
    let prompt = judge.linter.parse(source)
    if let fault = tokens(prompt, source) { return fault }
    let places = places(prompt)
    if let outside = places.first(where: { !source.range.contains($0) }) {
      return "\(outside) lies outside \(shown(source))"
    }
    return isSame(prompt, places, source) ? nil : "read otherwise amid text: \(shown(source))"
  }

  /// Tokens laid end to end are the prompt.
  public func tokens(_ source: SourceText) -> String? {
    tokens(judge.linter.parse(source), source)
  }

  private func tokens(_ prompt: Prompt, _ source: SourceText) -> String? {
    var next: UInt32 = 0
    for token in prompt.tokens {
      guard token.range.start == next, !token.range.isEmpty else {
        return "a gap at \(token.range): \(shown(source))"
      }
      next = token.range.end
    }
    return next == source.range.end ? nil : "tokens end at \(next): \(shown(source))"
  }

  private func isSame(_ prompt: Prompt, _ places: [ByteRange], _ source: SourceText) -> Bool {
    let before = Array("--ar 99 {a,\n".utf8)
    let around = SourceText(before + source.bytes + Array("\n::2 --v 99}".utf8))
    let distance = UInt32(before.count)
    let there = judge.linter.parse(around, in: source.range.shifted(by: distance))
    return there.tokens.map(\.kind) == prompt.tokens.map(\.kind)
      && self.places(there) == places.map { $0.shifted(by: distance) }
      && there.parameters.map(\.entry) == prompt.parameters.map(\.entry)
      && there.faults.map(\.kind) == prompt.faults.map(\.kind)
  }

  /// All ranges of a prompt, in a fixed order.
  private func places(_ prompt: Prompt) -> [ByteRange] {
    var places = [prompt.range, prompt.text] + prompt.tokens.map(\.range)
    for image in prompt.images { places += [image.range, image.separator, image.weight].present }
    for part in prompt.parts { places += [part.text, part.separator, part.weight].present }
    for parameter in prompt.parameters {
      places += [parameter.range, parameter.dash, parameter.name, parameter.separator]
      places += [parameter.value].present
    }
    return places + prompt.permutations.map(\.range) + prompt.faults.map(\.range)
  }
}

extension [ByteRange?] {
  fileprivate var present: [ByteRange] { compactMap(\.self) }
}
