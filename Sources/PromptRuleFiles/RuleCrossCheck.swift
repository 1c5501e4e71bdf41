// What only the whole rule set can tell: names that nobody defines, names that two define.

internal import PromptCore
internal import PromptRules

struct RuleCrossCheck {
  let rules: RuleSet
  let path: String

  init(_ rules: RuleSet, path: String) {
    self.rules = rules
    self.path = path
  }

  func run() throws(RuleFileError) {
    try checkNamesAreUnique()
    for spec in rules.parameters.parameters { try check(spec) }
    for model in rules.models.models { try check(model.provenance, "the model `\(model.id)`") }
    for target in rules.targets {
      try check(target.provenance, "the target `\(target.id)`")
      try check(target.ownedParameters, "the target `\(target.id)`")
    }
    for list in rules.words { try check(list.provenance, "the list `\(list.name)`") }
    for link in rules.links.unreachable { try check(link.provenance, "the link `\(link.link)`") }
    for link in rules.links.signatures { try check(link.provenance, "the link `\(link.name)`") }
    for plan in rules.plans {
      try check(plan.provenance, "the plan `\(plan.id)`")
      try check(plan.lacks, "the plan `\(plan.id)`")
    }
    for feature in rules.features {
      let provenances = [feature.provenance] + feature.domains.map(\.provenance)
      for provenance in provenances { try check(provenance, "the feature `\(feature.name)`") }
      try check(feature.domains.flatMap(\.with), "the feature `\(feature.name)`")
    }
  }

  private func failure(_ message: String) -> RuleFileError {
    RuleFileError(path: path, mark: nil, message: message)
  }

  private func checkNamesAreUnique() throws(RuleFileError) {
    var owners: [String: String] = [:]
    for spec in rules.parameters.parameters {
      for name in [spec.name] + spec.aliases {
        if let owner = owners.updateValue(spec.name, forKey: name) {
          throw failure("`--\(name)` names both `\(owner)` and `\(spec.name)`")
        }
        guard name.utf8.count <= ParameterVocabulary.maximumNameCount else {
          throw failure("the name `--\(name)` is too long")
        }
      }
    }
  }

  private func check(_ spec: ParameterSpec) throws(RuleFileError) {
    let name = "the parameter `\(spec.name)`"
    var partners = spec.requirements.flatMap(\.any) + spec.conflicts.flatMap(\.with)
    partners += spec.domains.flatMap(\.with)
    try check(partners, name)
    if let successor = spec.replacedBy, rules.parameters[name: successor]?.name != successor {
      throw failure("\(name) is replaced by `\(successor)`, which is no parameter")
    }
    var provenances = [spec.provenance] + spec.domains.map(\.provenance)
    provenances += spec.requirements.map(\.provenance) + spec.conflicts.map(\.provenance)
    for provenance in provenances { try check(provenance, name) }
  }

  private func check(_ partners: [ParameterMatch], _ owner: String) throws(RuleFileError) {
    for partner in partners where !["image", "text"].contains(partner.name) {
      guard rules.parameters[name: partner.name]?.name == partner.name else {
        throw failure("\(owner) names `\(partner.text)`, which is no parameter")
      }
    }
  }

  private func check(_ provenance: Provenance, _ owner: String) throws(RuleFileError) {
    for key in provenance.sources where !rules.sources.contains(where: { $0.key == key }) {
      throw failure(
        "\(owner) cites `\(key)`, which sources.yaml does not define"
          + Suggestion.hint(for: key, in: rules.sources.map(\.key)))
    }
  }
}
