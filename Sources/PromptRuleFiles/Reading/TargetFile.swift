// rules/targets.yaml and rules/plans.yaml → their values.

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

  static func read(
    _ file: FieldReader, _ log: inout ProblemLog
  ) throws(RuleFileError) -> [Located<Target>] {
    try file.entries("targets", &log) { node throws(RuleFileError) in
      try target(try FieldReader(node, path: file.path, keys: .target))
    }
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

enum PlanFile {
  static func read(
    _ file: FieldReader, _ log: inout ProblemLog
  ) throws(RuleFileError) -> [Located<Plan>] {
    try file.entries("plans", &log) { node throws(RuleFileError) in
      let entry = try FieldReader(node, path: file.path, keys: .plan)
      return Plan(
        id: try entry.string("id"), summary: try entry.string("summary"),
        maximumJobs: try entry.integer("jobs") ?? 1,
        lacks: try DomainReader.matches(entry, "lacks"), provenance: try entry.provenance(nil))
    }
  }
}
