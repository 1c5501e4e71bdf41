// `gate:` of a configuration file as choices, each with its place.

internal import PromptCore
internal import PromptLint
internal import PromptRules
internal import YAML

extension ConfigurationFile {
  /// What the file decides about the gate.
  func gateChoices(_ rules: RuleSet) throws(RuleFileError) -> GateChoices {
    var result = GateChoices()
    guard let node = fields.value("gate") else { return result }
    let gate = ConfigurationFile(
      path: path, fields: try FieldReader(node, path: path, keys: .gate))
    let severities = Severity.allCases.map { ($0.name, $0) }
    result.deny = gate.chosen("deny", try gate.fields.choice("deny", severities))
    result.sensitive = gate.chosen("sensitive", try gate.fields.choice("sensitive", severities))
    result.review = gate.chosen("review", try gate.fields.choice("review", severities))
    result.actions = try gate.actions(rules)
    if gate.fields.value("rewrite") != nil {
      result.rewrite = Choice(
        try gate.selectors("rewrite").map(\.value), gate.origin("rewrite"))
    }
    result.jobs = gate.chosen("jobs", try gate.fields.integer("jobs"))
    result.budget = gate.chosen("budget", try gate.fields.integer("budget"))
    return result
  }

  private func chosen<Value>(_ key: String, _ value: Value?) -> Choice<Value>? {
    value.map { Choice($0, origin(key)) }
  }

  private func actions(_ rules: RuleSet) throws(RuleFileError) -> [Choice<GateAction>] {
    guard let pairs = try fields.pairs("actions") else { return [] }
    let words = GatePolicy.Action.allCases.map { ($0.rawValue, $0) }
    let keys = pairs.node.mapping?.map(\.key) ?? []
    let isPlain = keys.allSatisfy { RuleCatalog.isSelector($0) }
    let categories = isPlain ? [] : Set(rules.terms.terms.map(\.category)).sorted()
    return try (pairs.node.mapping ?? []).map { entry throws(RuleFileError) in
      guard RuleCatalog.isSelector(entry.key) || categories.contains(entry.key) else {
        throw unknown(entry.key, at: entry.keyMark, RuleCatalog.selectors + categories)
      }
      guard let action = try pairs.choice(entry.key, words) else {
        throw pairs.error(entry.key, "the action is missing")
      }
      let isUndecided = RuleCatalog.metadata(entry.key)?.code == GatePolicy.undecided
      if isUndecided, action != .deny {
        throw pairs.error(
          entry.key, "what could not be decided is always denied; mend the pattern instead")
      }
      return Choice(GateAction(selector: entry.key, action: action), origin(entry.keyMark))
    }
  }
}
