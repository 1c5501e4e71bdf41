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
      speeds: try speeds(entry, provenance), retries: try retries(entry),
      language: try entry.optionalString("language"), provenance: provenance)
  }

  private static func speeds(
    _ entry: FieldReader, _ inherited: Provenance
  ) throws(RuleFileError) -> [RequestSpeed] {
    try entries(entry, "speed").map { node throws(RuleFileError) in
      let speed = try FieldReader(node, path: entry.path, keys: .speed)
      return RequestSpeed(
        parameter: try speed.string("parameter"), value: try speed.string("type"),
        provenance: try speed.provenance(inherited))
    }
  }

  private static func retries(_ entry: FieldReader) throws(RuleFileError) -> [RetryStatus] {
    try entries(entry, "retry").map { node throws(RuleFileError) in
      let retry = try FieldReader(node, path: entry.path, keys: .retry)
      return RetryStatus(
        status: try retry.integer("status", from: 400, to: 599) ?? 0,
        provenance: try retry.provenance(nil))
    }
  }

  private static func entries(
    _ entry: FieldReader, _ key: String
  ) throws(RuleFileError) -> [Node] {
    guard let value = entry.value(key) else { return [] }
    guard let items = value.sequence else {
      throw entry.error(key, "`\(key)` must be a list of entries")
    }
    return items
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
