// rules/targets.yaml and rules/sources.yaml → their values.

internal import PromptCore
internal import PromptRules
internal import YAML

enum TargetFile {
  static let expansions: [(String, Target.Expansion)] = [
    ("service", .service), ("client", .client), ("refused", .refused),
  ]

  static let units: [(String, Target.LengthUnit)] = [
    ("characters", .characters), ("bytes", .bytes),
  ]

  static func read(_ node: Node, path: String) throws(RuleFileError) -> [Target] {
    let file = try FieldReader(node, path: path, keys: .targetFile)
    var targets: [Target] = []
    for node in try file.nodes("targets") {
      targets.append(try target(try FieldReader(node, path: path, keys: .target)))
    }
    return targets
  }

  private static func target(_ entry: FieldReader) throws(RuleFileError) -> Target {
    let provenance = try entry.provenance(nil)
    let length = try entry.value("length").map { node throws(RuleFileError) in
      try FieldReader(node, path: entry.path, keys: .length)
    }
    return Target(
      id: try entry.string("id"), summary: try entry.string("summary"),
      maximumLength: try length?.integer("maximum"),
      lengthUnit: try length?.choice("unit", units) ?? .characters,
      lengthProvenance: try length?.provenance(provenance) ?? provenance,
      permutations: try entry.choice("permutations", expansions) ?? .service,
      repetition: try entry.choice("repeat", expansions) ?? .service,
      ownedParameters: try DomainReader.matches(entry, "owns"),
      language: try entry.optionalString("language"), provenance: provenance)
  }
}

enum SourcesFile {
  static let kinds = [("official", true), ("secondary", false)]

  static func read(_ node: Node, path: String) throws(RuleFileError) -> [SourceCitation] {
    let file = try FieldReader(node, path: path, keys: .sourceFile)
    var sources: [SourceCitation] = []
    for node in try file.nodes("sources") {
      let entry = try FieldReader(node, path: path, keys: .source)
      guard let date = try entry.day("date") else {
        throw entry.error("date", "the field `date` is missing")
      }
      let isOfficial = try entry.choice("kind", kinds)
      sources.append(
        SourceCitation(
          key: try entry.string("key"), title: try entry.string("title"),
          url: try entry.optionalString("url"), date: date, isOfficial: isOfficial ?? false))
    }
    return sources
  }
}
