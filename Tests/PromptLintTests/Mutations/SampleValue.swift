// Values that a parameter takes, by what the rules say of it.

import PromptCore
import PromptRules

/// Makes values.
enum SampleValue {
  /// A value that all sources allow in a domain; nil when the rules don't say enough.
  static func of(
    _ spec: ParameterSpec, _ domain: ParameterDomain, _ chance: inout SeededGenerator
  ) -> String? {
    let values = domain.agreedValues.isEmpty ? domain.values : domain.agreedValues
    if let value = values.randomElement(using: &chance) { return value }
    let range = domain.agreedRange ?? domain.range
    switch spec.shape {
    case .integer: return range.map { String(Int.random(in: whole($0), using: &chance)) }
    case .decimal:
      return range.map { String(Double(Int.random(in: whole($0), using: &chance)) + 0.5) }
    case .ratio: return ratio(within: domain.agreedRatio ?? domain.maximumRatio, &chance)
    default: return any(spec, &chance)
    }
  }

  private static func whole(_ range: ClosedRange<Double>) -> ClosedRange<Int> {
    Int(range.lowerBound.rounded(.up))...Int(range.upperBound.rounded(.down))
  }

  private static func ratio(within limit: Ratio?, _ chance: inout SeededGenerator) -> String? {
    let ratios = ["16:9", "3:2", "2:3", "4:5", "9:16", "2:1", "5:2", "1:1"].filter { text in
      limit.map { Ratio(text)?.isWithin($0) ?? false } ?? true
    }
    return ratios.randomElement(using: &chance)
  }

  /// Any value of the parameter's shape; nil for flags and words that the rules must name.
  static func any(_ spec: ParameterSpec, _ chance: inout SeededGenerator) -> String? {
    let choices: [String] =
      switch spec.shape {
      case .none, .version, .enumeration: []
      case .integer, .decimal: ["1", "50", "100"]
      case .ratio: ["3:2", "2:3"]
      case .references: ["https://example.com/style.png", "483", "random", "99 1204"]
      case .codes: ["ab12cd", "m7731", "k3x9"]
      case .url, .urls: ["https://example.com/a.png", "https://s.mj.run/k3X_9"]
      case .text: ["people, houses", "rain", "text, logo"]
      }
    return choices.randomElement(using: &chance)
  }
}
