// What `lint --show-config` shows: every decision, and where it was made.

import PromptCommand
import PromptCore
import PromptLint
import PromptRuleFiles
import PromptRules

/// The decisions for a file as rows.
struct ChoiceTable {
  private(set) var rows: [[String]] = []

  /// The table.
  var table: TextTable { TextTable(header: ["setting", "value", "origin"], rows: rows) }

  init(_ judgement: Judgement) {
    let (choices, options) = (judgement.choices, judgement.linter.options)
    let models = judgement.linter.rules.models
    let model = models.models[options.model ?? models.defaultIndex(on: options.asOf)].id
    add("as-of", options.asOf.text, choices.asOf?.origin)
    add("model", model, choices.model?.origin)
    add("target", options.target, choices.target?.origin)
    add("plan", options.plan ?? "any", choices.plan?.origin)
    add("profile", options.profile, choices.profile?.origin)
    add("select", options.select.joined(separator: ","), choices.select?.origin)
    add("fail-on", (choices.failOn?.value ?? .warning).name, choices.failOn?.origin)
    addLists(choices)
    addGate(choices.gate)
  }

  /// What is decided about the gate; nothing where nobody says anything.
  private mutating func addGate(_ gate: GateChoices) {
    let severities = [
      ("gate.deny", gate.deny), ("gate.sensitive", gate.sensitive), ("gate.review", gate.review),
    ]
    for case (let name, let choice?) in severities { add(name, choice.value.name, choice.origin) }
    for choice in gate.actions {
      add("gate.actions", "\(choice.value.selector): \(choice.value.action)", choice.origin)
    }
    if let rewrite = gate.rewrite {
      add("gate.rewrite", rewrite.value.joined(separator: ","), rewrite.origin)
    }
    for case (let name, let choice?) in [("gate.jobs", gate.jobs), ("gate.budget", gate.budget)] {
      add(name, "\(choice.value)", choice.origin)
    }
  }

  private mutating func addLists(_ choices: Choices) {
    for choice in choices.ignore { add("ignore", choice.value, choice.origin) }
    for choice in choices.severities {
      add("severity", "\(choice.value.selector): \(choice.value.severity.name)", choice.origin)
    }
    for choice in choices.allow { add("allow", Self.text(choice.value), choice.origin) }
    for choice in choices.presets {
      add("preset", "--\(choice.value.name): \(choice.value.text)", choice.origin)
    }
  }

  private mutating func add(_ setting: String, _ value: String, _ origin: String?) {
    rows.append([setting, value, origin ?? "default"])
  }

  private static func text(_ allowance: Allowance) -> String {
    let end = allowance.until.map { ", until \($0.text)" } ?? ""
    return switch allowance.subject {
    case .check(let selector): "\(selector) (\(allowance.reason)\(end))"
    case .text(let text): "\"\(text)\" (\(allowance.reason)\(end))"
    }
  }
}
