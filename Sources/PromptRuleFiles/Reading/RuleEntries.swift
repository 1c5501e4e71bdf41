// Everything that was read of a rule folder, each entry with its place.

internal import PromptCore
internal import PromptRules
internal import YAML

/// A value and the entry it was read from.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let path: String
  let node: Node

  /// A problem at a field, or at the entry when the field isn't there.
  func problem(
    _ kind: RuleFileError.Kind, at key: String? = nil, _ message: String, remedy: String
  ) -> RuleFileError {
    problem(kind, at: key.flatMap { node[$0] } ?? node, message, remedy: remedy)
  }

  /// A problem at a part of the entry.
  func problem(
    _ kind: RuleFileError.Kind, at part: Node, _ message: String, remedy: String
  ) -> RuleFileError {
    RuleFileError(path: path, mark: part.mark, message: message, kind: kind, remedy: remedy)
  }

  /// The entries of a list within; none when there is no such list.
  func inner(_ key: String) -> [Node] { node[key]?.sequence ?? [] }
}

/// What the head of a sensitive file says.
struct TermFileHead: Sendable {
  let category: String?
  let language: String?
  let sources: [String]
  let lists: [String]

  /// The category, with the language where that is said: `sexual (zh)`.
  var name: String { (category ?? "allow") + (language.map { " (\($0))" } ?? "") }
}

/// What was read of a rule folder.
struct RuleEntries: Sendable {
  /// The folder as it was named.
  let folder: String
  var models: [Located<ModelVersion>] = []
  var nijiDefault = 0
  var features: [Located<ModelFeature>] = []
  /// In the order of order.yaml.
  var parameters: [Located<ParameterSpec>] = []
  var targets: [Located<Target>] = []
  var plans: [Located<Plan>] = []
  var profiles: [Located<Profile>] = []
  var obstacles: [Located<LinkObstacle>] = []
  var signatures: [Located<LinkSignature>] = []
  var words: [Located<WordList>] = []
  var sources: [Located<SourceCitation>] = []
  var termFiles: [Located<TermFileHead>] = []
  var terms: [Located<Term>] = []
  /// The terms of word files, tables and images.
  var lists: [TermList] = []
  /// The rules of each entry: one for each form.
  var allow: [Located<[AllowRule]>] = []
  var pages: [Located<CheckPageText>] = []

  /// The models as a catalogue.
  var catalog: ModelCatalog { ModelCatalog(models.map(\.value), nijiDefault: nijiDefault) }

  /// The sensitive entries as a list.
  var termList: TermList {
    var list = TermList(terms: terms.map(\.value), allow: allow.flatMap(\.value))
    for own in lists { list += own }
    return list
  }

  /// All of it as the rule set that prompts are judged by.
  var rules: RuleSet {
    RuleSet(
      date: date, models: catalog, features: features.map(\.value),
      parameters: ParameterCatalog(parameters.map(\.value)), targets: targets.map(\.value),
      plans: plans.map(\.value), profiles: profiles.map(\.value), words: words.map(\.value),
      links: links, terms: termList,
      sources: sources.map(\.value),
      pages: pages.map(\.value.page).sorted { $0.code < $1.code })
  }

  private var links: LinkFacts {
    LinkFacts(unreachable: obstacles.map(\.value), signatures: signatures.map(\.value))
  }

  /// The newest day on which a fact was verified.
  private var date: Day {
    let models = models.map(\.value.provenance) + features.map(\.value.provenance)
    let places = targets.map(\.value.provenance) + plans.map(\.value.provenance)
    let links = obstacles.map(\.value.provenance) + signatures.map(\.value.provenance)
    let profiles = profiles.compactMap(\.value.provenance)
    let others = parameters.map(\.value.provenance) + words.map(\.value.provenance)
    return (models + places + profiles + links + others).map(\.verified).max() ?? Day(rawValue: 0)
  }
}

// MARK: Facts

/// A mapping that says something about Midjourney: an entry, or an entry within one.
struct FactNode {
  /// The entry for people, such as "the parameter `stylize`".
  let owner: String
  let path: String
  let node: Node
}

extension RuleEntries {
  /// Every mapping that may cite sources or name parameters.
  var facts: [FactNode] {
    var facts = models.flatMap { self.facts($0, "the model `\($0.value.id)`") }
    facts += features.flatMap { self.facts($0, "the feature `\($0.value.name)`") }
    facts += parameters.flatMap { self.facts($0, "the parameter `\($0.value.name)`") }
    facts += targets.flatMap { self.facts($0, "the target `\($0.value.id)`") }
    facts += plans.flatMap { self.facts($0, "the plan `\($0.value.id)`") }
    facts += profiles.flatMap { self.facts($0, "the profile `\($0.value.id)`") }
    facts += obstacles.flatMap { self.facts($0, "the link `\($0.value.link)`") }
    facts += signatures.flatMap { self.facts($0, "the link `\($0.value.name)`") }
    return facts + words.flatMap { self.facts($0, "the list `\($0.value.name)`") }
  }

  private func facts<Value>(_ entry: Located<Value>, _ owner: String) -> [FactNode] {
    let lists = ["models", "requires", "conflicts", "speed", "retry"].flatMap { entry.inner($0) }
    let nodes: [Node] = [entry.node] + lists + [entry.node["length"]].compactMap { $0 }
    return nodes.map { FactNode(owner: owner, path: entry.path, node: $0) }
  }
}
