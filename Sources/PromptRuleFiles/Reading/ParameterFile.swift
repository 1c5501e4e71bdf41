// rules/parameters/*.yaml → ParameterSpec values, in the order of order.yaml.

internal import PromptCore
internal import PromptRules
internal import YAML

struct ParameterFile {
  let path: String
  let models: ModelCatalog

  func read(
    _ file: FieldReader, into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let group = try log.attempt { () throws(RuleFileError) in try file.string("group") } ?? ""
    entries.parameters += try file.entries("parameters", &log) { node throws(RuleFileError) in
      try spec(try FieldReader(node, path: path, keys: .parameter), group)
    }
  }

  private func spec(_ entry: FieldReader, _ group: String) throws(RuleFileError) -> ParameterSpec {
    let provenance = try entry.provenance(nil)
    guard let shape = try entry.choice("value", Self.shapes) else {
      throw entry.error("value", "the field `value` is missing")
    }
    let domains = DomainReader(path: path, models: models, inherited: provenance)
    let name = try entry.string("name")
    let spec = ParameterSpec(
      name: name, written: try entry.optionalString("write"),
      aliases: try entry.strings("aliases"), group: group, shape: shape,
      arity: try arity(entry, shape), summary: try entry.string("summary"),
      repetition: try entry.choice("repeat", Self.repetitions) ?? .error,
      replacedBy: try entry.optionalString("replaced-by"),
      spellings: try entry.nodes("spellings").map(spelling),
      isKeyed: try entry.bool("keyed", default: true),
      isRetired: try entry.bool("retired", default: false), formerly: try formerMeaning(entry),
      domains: try entry.nodes("models").map(domains.domain),
      requirements: try entry.nodes("requires").map(domains.requirement),
      conflicts: try entry.nodes("conflicts").map(domains.conflict), provenance: provenance)
    guard spec.name == spec.written || spec.aliases.contains(spec.written) else {
      throw entry.error("write", "`\(spec.written)` is neither the name nor an alias")
    }
    return spec
  }

  private func arity(
    _ entry: FieldReader, _ shape: ValueShape
  ) throws(RuleFileError) -> ParameterArity {
    let isOptional = try entry.bool("optional", default: false)
    let isMany = try entry.bool("many", default: false)
    switch shape {
    case .none: return isOptional ? .optional : .flag
    case .text: return .rest
    default: return isMany ? (isOptional ? .optionalMany : .many) : isOptional ? .optional : .one
    }
  }

  static let shapes: [(String, ValueShape)] = [
    ("flag", .none), ("integer", .integer), ("decimal", .decimal), ("ratio", .ratio),
    ("version", .version), ("enumeration", .enumeration), ("references", .references),
    ("codes", .codes), ("url", .url), ("urls", .urls), ("text", .text),
  ]
  static let repetitions: [(String, ParameterSpec.Repetition)] = [
    ("error", .error), ("last", .last), ("first", .first), ("merge", .merge),
  ]

  private func spelling(_ node: Node) throws(RuleFileError) -> ParameterSpec.Spelling {
    let entry = try FieldReader(node, path: path, keys: .spelling)
    return ParameterSpec.Spelling(
      value: try entry.string("value"), parameter: try entry.string("parameter"))
  }

  private func formerMeaning(
    _ entry: FieldReader
  ) throws(RuleFileError) -> ParameterSpec.FormerMeaning? {
    guard let node = entry.value("formerly") else { return nil }
    let former = try FieldReader(node, path: path, keys: .formerly)
    return ParameterSpec.FormerMeaning(
      models: try models.selection(former, "in"), name: try former.optionalString("name"),
      meaning: try former.string("meaning"))
  }
}

/// The order of parameters.
enum OrderFile {
  /// Puts parameters in the order of the file; the ones it doesn't name stay behind the others.
  static func sort(
    _ parameters: inout [Located<ParameterSpec>], by file: FieldReader, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    if parameters.count > ParameterCatalog.maximumCount {
      throw file.error("order", "more than \(ParameterCatalog.maximumCount) parameters")
    }
    var places: [String: Int] = [:]
    let names = try log.attempt { () throws(RuleFileError) in try file.strings("order") } ?? []
    for (place, name) in names.enumerated() {
      let isKnown = parameters.contains { $0.value.name == name }
      if !isKnown || places.updateValue(place, forKey: name) != nil {
        try log.report(
          file.error("order", "`\(name)` is no parameter, or stands in the order twice"))
      }
    }
    for missing in parameters.map(\.value.name) where places[missing] == nil {
      try log.report(
        file.error("order", "the parameter `\(missing)` is missing in the order"))
    }
    parameters.sort { places[$0.value.name, default: .max] < places[$1.value.name, default: .max] }
  }
}
