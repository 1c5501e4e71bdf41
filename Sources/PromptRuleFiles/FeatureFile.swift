// rules/features.yaml, rules/plans.yaml and rules/words/*.yaml → their values.

internal import PromptCore
internal import PromptRules
internal import YAML

enum FeatureFile {
  static func read(
    _ node: Node, path: String, models: ModelCatalog
  ) throws(RuleFileError) -> [ModelFeature] {
    let file = try FieldReader(node, path: path, keys: ["features"])
    var features: [ModelFeature] = []
    for node in try file.nodes("features") {
      let entry = try FieldReader(
        node, path: path, keys: ["name", "summary", "models"] + FieldReader.provenanceKeys)
      let provenance = try entry.provenance(nil)
      let reader = DomainReader(path: path, models: models, inherited: provenance)
      var domains: [ParameterDomain] = []
      for node in try entry.nodes("models") { domains.append(try reader.domain(node)) }
      features.append(
        ModelFeature(
          name: try entry.string("name"), summary: try entry.string("summary"), domains: domains,
          provenance: provenance))
    }
    for name in ModelFeature.Name.allCases
    where !features.contains(where: { $0.name == name.rawValue }) {
      throw file.error("features", "the feature `\(name.rawValue)` is missing")
    }
    return features
  }
}

enum PlanFile {
  static func read(_ node: Node, path: String) throws(RuleFileError) -> [Plan] {
    let file = try FieldReader(node, path: path, keys: ["plans"])
    var plans: [Plan] = []
    for node in try file.nodes("plans") {
      let entry = try FieldReader(
        node, path: path, keys: ["id", "summary", "jobs", "lacks"] + FieldReader.provenanceKeys)
      guard let jobs = try entry.count("jobs") else {
        throw entry.error("jobs", "the field `jobs` is missing")
      }
      plans.append(
        Plan(
          id: try entry.string("id"), summary: try entry.string("summary"), maximumJobs: jobs,
          lacks: try DomainReader.matches(entry, "lacks"), provenance: try entry.provenance(nil)))
    }
    return plans
  }
}

enum WordFile {
  static func read(_ node: Node, path: String) throws(RuleFileError) -> WordList {
    let file = try FieldReader(
      node, path: path, keys: ["name", "summary", "words"] + FieldReader.provenanceKeys)
    let words = try file.strings("words")
    for (index, word) in words.enumerated() {
      guard word == word.lowercased(), !words[..<index].contains(word) else {
        throw file.error("words", "`\(word)` stands here twice, or is not in lower case")
      }
    }
    return WordList(
      name: try file.string("name"), summary: try file.string("summary"), words: words,
      provenance: try file.provenance(nil))
  }
}
