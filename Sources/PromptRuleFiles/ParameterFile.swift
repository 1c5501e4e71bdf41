// rules/parameters/*.yaml → ParameterSpec values, in the order of order.yaml.

internal import PromptCore
internal import PromptRules
internal import YAML

struct ParameterFile {
  let path: String
  let models: ModelCatalog

  private static let keys =
    [
      "name", "write", "aliases", "value", "optional", "many", "summary", "repeat", "replaced-by",
      "retired", "models", "requires", "conflicts",
    ] + FieldReader.provenanceKeys

  func read(_ node: Node) throws(RuleFileError) -> [ParameterSpec] {
    let file = try FieldReader(node, path: path, keys: ["group", "parameters"])
    let group = try file.string("group")
    var specs: [ParameterSpec] = []
    for node in try file.nodes("parameters") {
      specs.append(try spec(try FieldReader(node, path: path, keys: Self.keys), group))
    }
    return specs
  }

  private func spec(_ entry: FieldReader, _ group: String) throws(RuleFileError) -> ParameterSpec {
    let provenance = try entry.provenance(nil)
    guard let shape = try entry.choice("value", Self.shapes) else {
      throw entry.error("value", "the field `value` is missing")
    }
    var spec = ParameterSpec(
      name: try entry.string("name"), group: group, shape: shape, provenance: provenance)
    spec.written = try entry.optionalString("write") ?? spec.name
    spec.aliases = try entry.strings("aliases")
    spec.arity = try arity(entry, shape)
    spec.summary = try entry.string("summary")
    spec.repetition = try entry.choice("repeat", Self.repetitions) ?? .error
    spec.replacedBy = try entry.optionalString("replaced-by")
    spec.isRetired = try entry.bool("retired", default: false)
    for node in try entry.nodes("models") { spec.domains.append(try domain(node, spec)) }
    for node in try entry.nodes("requires") {
      spec.requirements.append(try requirement(node, spec))
    }
    for node in try entry.nodes("conflicts") { spec.conflicts.append(try conflict(node, spec)) }
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

  private static let shapes: [(String, ValueShape)] = [
    ("flag", .none), ("integer", .integer), ("decimal", .decimal), ("ratio", .ratio),
    ("version", .version), ("enumeration", .enumeration), ("references", .references),
    ("codes", .codes), ("url", .url), ("urls", .urls), ("text", .text),
  ]
  private static let repetitions: [(String, ParameterSpec.Repetition)] = [
    ("error", .error), ("last", .last), ("first", .first), ("merge", .merge),
  ]
}

// MARK: Values model by model

extension ParameterFile {
  private static let domainKeys =
    [
      "in", "with", "supported", "range", "values", "open", "maximum", "default", "note",
    ] + FieldReader.provenanceKeys

  private func domain(_ node: Node, _ spec: ParameterSpec) throws(RuleFileError) -> ParameterDomain
  {
    let entry = try FieldReader(node, path: path, keys: Self.domainKeys)
    var domain = ParameterDomain(
      models: try models.selection(entry, "in"), provenance: try entry.provenance(spec.provenance))
    guard !domain.models.isEmpty else { throw entry.error("in", "the field `in` names no model") }
    domain.with = try matches(entry, "with")
    domain.isSupported = try entry.bool("supported", default: true)
    domain.range = try range(entry)
    domain.values = try entry.strings("values")
    domain.isOpen = try entry.bool("open", default: false)
    domain.maximumRatio = try entry.optionalString("maximum").map { text throws(RuleFileError) in
      guard let ratio = Ratio(text), ratio.width > 0, ratio.height > 0 else {
        throw entry.error("maximum", "`maximum` must be a ratio such as \"14:1\", not `\(text)`")
      }
      return ratio
    }
    domain.defaultValue = try entry.optionalString("default")
    domain.note = try entry.optionalString("note")
    return domain
  }

  private func range(_ entry: FieldReader) throws(RuleFileError) -> ClosedRange<Double>? {
    guard let text = try entry.optionalString("range") else { return nil }
    guard let dots = text.firstRange(of: ".."), let low = Double(text[..<dots.lowerBound]),
      let high = Double(text[dots.upperBound...]), low <= high
    else { throw entry.error("range", "`range` must be such as \"0..1000\", not `\(text)`") }
    return low...high
  }

  private func matches(
    _ entry: FieldReader, _ key: String
  ) throws(RuleFileError) -> [ParameterMatch] {
    try entry.strings(key).map { word in
      let parts = word.split(separator: "=", maxSplits: 1)
      return ParameterMatch(
        name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  private func requirement(
    _ node: Node, _ spec: ParameterSpec
  ) throws(RuleFileError) -> Requirement {
    let entry = try FieldReader(node, path: path, keys: ["any"] + FieldReader.provenanceKeys)
    return Requirement(
      any: try matches(entry, "any"), provenance: try entry.provenance(spec.provenance))
  }

  private func conflict(_ node: Node, _ spec: ParameterSpec) throws(RuleFileError) -> Conflict {
    let entry = try FieldReader(
      node, path: path, keys: ["with", "in", "note"] + FieldReader.provenanceKeys)
    let models = entry.value("in") == nil ? .all : try self.models.selection(entry, "in")
    return Conflict(
      with: try matches(entry, "with"), models: models, note: try entry.optionalString("note"),
      provenance: try entry.provenance(spec.provenance))
  }
}
