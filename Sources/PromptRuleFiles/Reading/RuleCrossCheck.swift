// What only the whole rule set can tell: names that nobody defines, names that two define.

internal import PromptCore
internal import PromptRules
internal import YAML

struct RuleCrossCheck {
  private let entries: RuleEntries
  private let names: Set<String>
  private let sources: [String]

  init(_ entries: RuleEntries) {
    self.entries = entries
    names = Set(entries.parameters.map(\.value.name) + ["image", "text"])
    sources = entries.sources.map(\.value.key)
  }

  /// Every such problem.
  var problems: [RuleFileError] {
    sharedNames + entries.parameters.flatMap { unknownSuccessor($0) + unknownSpellings($0) }
      + entries.facts.flatMap { unknownPartners($0) + unknownSources($0) }
  }

  private var sharedNames: [RuleFileError] {
    var owners: [String: String] = [:]
    var problems: [RuleFileError] = []
    for spec in entries.parameters {
      let nodes = [spec.node["name"] ?? spec.node] + spec.inner("aliases")
      for node in nodes {
        let name = node.scalar ?? ""
        if let owner = owners.updateValue(spec.value.name, forKey: name) {
          problems.append(
            spec.problem(
              .duplicate, at: node, "`--\(name)` names both `\(owner)` and `\(spec.value.name)`",
              remedy: "give the name to one of them"))
        }
        if name.utf8.count > ParameterVocabulary.maximumNameCount {
          problems.append(
            spec.problem(
              .malformed, at: node, "the name `--\(name)` is too long", remedy: "shorten it"))
        }
      }
    }
    return problems
  }

  private func unknownSuccessor(_ spec: Located<ParameterSpec>) -> [RuleFileError] {
    guard let successor = spec.value.replacedBy, !names.contains(successor) else { return [] }
    return [unknown(spec, at: spec.node["replaced-by"], "replaced by", successor)]
  }

  private func unknownSpellings(_ spec: Located<ParameterSpec>) -> [RuleFileError] {
    let spellings = zip(spec.value.spellings, spec.inner("spellings"))
    return spellings.filter { !names.contains($0.0.parameter) }.map { spelling, node in
      unknown(spec, at: node["parameter"], "spelled as", spelling.parameter)
    }
  }

  private func unknown(
    _ spec: Located<ParameterSpec>, at node: Node?, _ relation: String, _ name: String
  ) -> RuleFileError {
    spec.problem(
      .unknownName, at: node ?? spec.node,
      "the parameter `\(spec.value.name)` is \(relation) `\(name)`, which is no parameter",
      remedy: "name parameters by their canonical names")
  }

  private func unknownPartners(_ fact: FactNode) -> [RuleFileError] {
    let lists = ["any", "with", "owns", "lacks"].flatMap { fact.node[$0]?.sequence ?? [] }
    return lists.compactMap { node -> RuleFileError? in
      let text = node.scalar ?? ""
      let name = String(text.prefix { $0 != "=" })
      if names.contains(name) { return nil }
      return RuleFileError(
        path: fact.path, mark: node.mark,
        message: "\(fact.owner) names `\(text)`, which is no parameter"
          + Suggestion.hint(for: name, in: names.sorted()),
        kind: .unknownName, remedy: "name parameters by their canonical names")
    }
  }

  private func unknownSources(_ fact: FactNode) -> [RuleFileError] {
    let keys = fact.node["source"]?.sequence ?? []
    return keys.filter { !sources.contains($0.scalar ?? "") }.map { node in
      let key = node.scalar ?? ""
      return RuleFileError(
        path: fact.path, mark: node.mark,
        message: "\(fact.owner) cites `\(key)`, which sources.yaml does not define"
          + Suggestion.hint(for: key, in: sources),
        kind: .unknownName, remedy: "add the source to sources.yaml")
    }
  }
}
