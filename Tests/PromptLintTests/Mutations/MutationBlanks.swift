// What stands in the blanks of a mutation's template.

import PromptCore
import PromptRules

/// Fills the blanks of a template from a clean prompt; a space in front of a blank's name is written
/// only when there is something behind it.
struct MutationBlanks {
  let prompt: CleanPrompt
  /// The parameter that is broken.
  let place: Int
  let rules: RuleSet
  var chance: SeededGenerator

  /// The text of a blank; nil when the prompt or its model has nothing to put there.
  mutating func filled(_ blank: String) -> String? {
    if blank.hasPrefix(" ") {
      return filled(String(blank.dropFirst())).map { $0.isEmpty ? "" : " " + $0 }
    }
    return ofPrompt(blank) ?? ofName(blank) ?? ofValue(blank) ?? ofRules(blank)
  }

  var parameter: WrittenParameter { prompt.parameters[place] }

  private func joined(_ parameters: ArraySlice<WrittenParameter>) -> String {
    parameters.map(\.text).joined(separator: " ")
  }

  private func ofPrompt(_ blank: String) -> String? {
    let after = joined(prompt.parameters[(place + 1)...])
    let middle = prompt.words.count / 2
    switch blank {
    case "prompt": return prompt.written
    case "text": return prompt.text
    case "head": return middle > 0 ? prompt.words[..<middle].joined(separator: " ") : nil
    case "tail": return prompt.words[middle...].joined(separator: " ")
    case "parameters": return joined(prompt.parameters[...])
    case "first-name": return prompt.parameters[0].name
    case "first-value": return prompt.parameters[0].value ?? ""
    case "rest": return joined(prompt.parameters.dropFirst())
    case "before":
      return place == 0 ? prompt.text : prompt.text + " " + joined(prompt.parameters[..<place])
    case "after": return after.isEmpty ? "" : " " + after
    default: return nil
    }
  }

  private mutating func ofName(_ blank: String) -> String? {
    let name = parameter.name
    switch blank {
    case "name": return name
    case "name-head": return name.count > 1 ? String(name.prefix(1)) : nil
    case "name-tail": return String(name.dropFirst())
    case "capitals":
      let first = name.prefix(1).uppercased() + name.dropFirst()
      return Bool.random(using: &chance) ? name.uppercased() : first
    case "wide-name": return name.widened
    case "invented":
      return ["bogus", "lens", "mood", "dpi", "colour"].randomElement(using: &chance)
    case "typo":
      let slip = Slip.allCases.randomElement(using: &chance)?.applied(to: name, &chance)
      return slip.flatMap { rules.parameters[name: $0] == nil && $0 != name ? $0 : nil }
    default: return nil
    }
  }

  private mutating func ofValue(_ blank: String) -> String? {
    let value = parameter.value ?? ""
    let sides = value.split(separator: ":").map(String.init)
    switch blank {
    case "value": return value
    case "wide-value": return value.widened
    case "width": return sides.first
    case "height": return sides.last
    case "link": return String(value.dropFirst("https://".count))
    case "words": return ["in deep snow", "at night", "by lamplight"].randomElement(using: &chance)
    case "above": return parameter.domain?.range.map { number($0.upperBound + 1) }
    case "below": return parameter.domain?.range.map { number($0.lowerBound - 1) }
    case "other":
      let other = parameter.domain.flatMap { SampleValue.of(parameter.spec, $0, &chance) }
      return other == value ? nil : other
    case "beyond":
      guard let limit = parameter.domain?.maximumRatio else { return nil }
      return "\(limit.width + limit.height):\(limit.height)"
    default: return nil
    }
  }

  private func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}
