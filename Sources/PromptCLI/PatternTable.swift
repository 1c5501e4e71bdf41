// The table of patterns of `mjprompt rules validate --verbose`.

import PromptReport
import PromptRuleFiles
import PromptRules
import PromptScan

/// Patterns with what they are found by and what they cost, the dearest first.
struct PatternTable {
  private static let header = [
    "category", "pattern", "tier", "keys", "start", "prose", "worst", "growth", "hazards",
    "worst-text",
  ]

  /// Aligned columns.
  let text: String

  init(_ patterns: [PatternReport]) {
    let rows = patterns.byCost.map { Self.row($0).map(VisibleText.escape) }
    text = TextTable(header: Self.header, rows: rows).text
  }

  /// One line about how many patterns there are of each tier.
  static func summary(_ patterns: [PatternReport]) -> String {
    let tiers = PatternReport.Tier.allCases.map { tier in
      let count = patterns.count { $0.tier == tier }
      return tier == .always ? "\(count) always" : "\(count) by \(tier.rawValue)"
    }
    let noun = patterns.count == 1 ? "pattern" : "patterns"
    return "\(patterns.count) \(noun): \(tiers.joined(separator: ", ")).\n"
  }

  private static func row(_ pattern: PatternReport) -> [String] {
    let cost = pattern.cost
    return [
      pattern.term.category, pattern.term.name, pattern.tier.rawValue, keys(pattern),
      pattern.isAnchored ? "anchored" : "searched", cost.map { "\($0.prose)" } ?? "?",
      cost.map { "\($0.worst?.steps ?? 0)" } ?? "?",
      cost.map { $0.isLinear ? "linear" : "steeper" } ?? "?",
      pattern.hazards.isEmpty ? "-" : pattern.hazards.joined(separator: " "),
      cost?.worst.map { $0.probe } ?? "-",
    ]
  }

  /// The keys where they are few, else the first and how many more there are.
  private static func keys(_ pattern: PatternReport) -> String {
    let (keys, most) = (pattern.keys, 3)
    if keys.isEmpty { return "-" }
    let more = keys.count > most ? ", +\(keys.count - most)" : ""
    return keys.prefix(most).joined(separator: ", ") + more
  }
}
