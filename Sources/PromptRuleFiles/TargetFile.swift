// rules/targets.yaml and rules/sources.yaml → their values.

internal import PromptCore
internal import PromptRules
internal import YAML

enum TargetFile {
  private static let keys =
    ["id", "summary", "length", "permutations", "repeat", "owns", "language"]
    + FieldReader.provenanceKeys
  private static let expansions: [(String, Target.Expansion)] = [
    ("service", .service), ("client", .client), ("refused", .refused),
  ]

  static func read(_ node: Node, path: String) throws(RuleFileError) -> [Target] {
    let file = try FieldReader(node, path: path, keys: ["targets"])
    var targets: [Target] = []
    for node in try file.nodes("targets") {
      targets.append(try target(try FieldReader(node, path: path, keys: keys)))
    }
    return targets
  }

  private static func target(_ entry: FieldReader) throws(RuleFileError) -> Target {
    let provenance = try entry.provenance(nil)
    let length = try entry.value("length").map { node throws(RuleFileError) in
      try FieldReader(
        node, path: entry.path, keys: ["maximum", "unit"] + FieldReader.provenanceKeys)
    }
    return Target(
      id: try entry.string("id"), summary: try entry.string("summary"),
      maximumLength: try length?.count("maximum"),
      lengthUnit: try length?.choice("unit", [("characters", .characters), ("bytes", .bytes)])
        ?? .characters,
      lengthProvenance: try length?.provenance(provenance) ?? provenance,
      permutations: try entry.choice("permutations", expansions) ?? .service,
      repetition: try entry.choice("repeat", expansions) ?? .service,
      ownedParameters: try DomainReader.matches(entry, "owns"),
      language: try entry.optionalString("language"), provenance: provenance)
  }
}

enum SourcesFile {
  static func read(_ node: Node, path: String) throws(RuleFileError) -> [SourceCitation] {
    let file = try FieldReader(node, path: path, keys: ["sources"])
    var sources: [SourceCitation] = []
    for node in try file.nodes("sources") {
      let entry = try FieldReader(
        node, path: path, keys: ["key", "title", "url", "date", "kind"])
      guard let date = try entry.day("date") else {
        throw entry.error("date", "the field `date` is missing")
      }
      let isOfficial = try entry.choice("kind", [("official", true), ("secondary", false)])
      sources.append(
        SourceCitation(
          key: try entry.string("key"), title: try entry.string("title"),
          url: try entry.optionalString("url"), date: date, isOfficial: isOfficial ?? false))
    }
    return sources
  }
}
