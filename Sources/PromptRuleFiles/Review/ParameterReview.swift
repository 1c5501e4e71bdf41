// Contradictions and dead entries of parameters: their values, model by model, and their partners.

internal import PromptCore
internal import PromptRules
internal import YAML

struct ParameterReview {
  private let entries: RuleEntries
  private let catalog: ModelCatalog

  init(_ entries: RuleEntries) {
    self.entries = entries
    catalog = entries.catalog
  }

  /// Everything that can't be true or changes nothing.
  var problems: [RuleFileError] {
    entries.parameters.flatMap { spec in
      let domains = Array(zip(spec.value.domains, spec.inner("models")))
      return DomainReview(spec, domains, catalog).problems + partners(spec)
    }
      + entries.features.flatMap { feature in
        let domains = Array(zip(feature.value.domains, feature.inner("models")))
        return DomainReview(feature, domains, catalog).problems
      } + doubles
  }

  private typealias Spec = Located<ParameterSpec>

  // MARK: Partners

  private func partners(_ spec: Spec) -> [RuleFileError] {
    let requirements = Array(zip(spec.value.requirements, spec.inner("requires")))
    let conflicts = Array(zip(spec.value.conflicts, spec.inner("conflicts")))
    return requirements.flatMap { requirement, node in
      own(spec, requirement.any, node) + dead(spec, requirement.models, [], node)
    }
      + conflicts.flatMap { conflict, node in
        own(spec, conflict.with, node) + contradicted(spec, conflict, node)
          + dead(spec, conflict.models, conflict.with, node)
      }
  }

  /// A parameter that needs or excludes itself.
  private func own(_ spec: Spec, _ matches: [ParameterMatch], _ node: Node) -> [RuleFileError] {
    guard matches.contains(where: { $0.name == spec.value.name }) else { return [] }
    return [
      spec.problem(
        .contradiction, at: node, "`\(spec.value.name)` names itself as a partner",
        remedy: "`repeat` says what a second use does")
    ]
  }

  /// A conflict with the only partner that a requirement leaves.
  private func contradicted(
    _ spec: Spec, _ conflict: Conflict, _ node: Node
  ) -> [RuleFileError] {
    spec.value.requirements.compactMap { requirement in
      let isExcluded = requirement.any.allSatisfy { needed in
        conflict.with.contains { $0.name == needed.name && ($0.value == nil || $0 == needed) }
      }
      let models = requirement.models.intersection(conflict.models).intersection(spec.value.models)
      guard isExcluded, !models.isEmpty else { return nil }
      let names = requirement.any.map { "`\($0.text)`" }.joined(separator: " or ")
      return spec.problem(
        .contradiction, at: node,
        "`\(spec.value.name)` requires \(names) and conflicts with it in \(catalog.spelled(models))",
        remedy: "narrow one of them with `in`, or remove it")
    }
  }

  /// Partners that never meet the parameter in the models that are meant.
  private func dead(
    _ spec: Spec, _ models: ModelSet, _ with: [ParameterMatch], _ node: Node
  ) -> [RuleFileError] {
    let own = models.intersection(spec.value.models)
    if own.isEmpty {
      return [
        spec.problem(
          .dead, at: node, "no model of this entry has `\(spec.value.name)`",
          remedy: "correct `in`, or remove the entry")
      ]
    }
    return with.compactMap { match in
      let other = entries.parameters.first { $0.value.name == match.name }
      guard let other, own.isDisjoint(with: other.value.models), !namesModel(match.name) else {
        return nil
      }
      return spec.problem(
        .dead, at: node,
        "`\(spec.value.name)` and `\(match.text)` never stand in the same model",
        remedy: "correct `in`, or remove the entry")
    }
  }

  /// Whether a parameter is the name of a model, which another model can well stand beside.
  private func namesModel(_ name: String) -> Bool { catalog.index(id: name) != nil }

  // MARK: Doubles

  private var doubles: [RuleFileError] {
    var seen = Doubles()
    func again<Value>(_ what: String, _ name: String, _ entry: Located<Value>) -> RuleFileError? {
      seen.firstPlace(of: "\(what) \(name)", entry).map {
        entry.problem(
          .duplicate, "the \(what) `\(name)` stands here twice, first at \($0)",
          remedy: "remove one")
      }
    }
    return entries.features.compactMap { again("feature", $0.value.name, $0) }
      + entries.targets.compactMap { again("target", $0.value.id, $0) }
      + entries.plans.compactMap { again("plan", $0.value.id, $0) }
      + entries.profiles.compactMap { again("profile", $0.value.id, $0) }
      + entries.obstacles.compactMap { again("link", $0.value.link, $0) }
      + entries.signatures.compactMap { again("signed link", $0.value.name, $0) }
      + entries.words.compactMap { again("list", $0.value.name, $0) }
      + entries.sources.compactMap { again("source", $0.value.key, $0) }
  }
}
