// What holds in some models: the entries of `models:`, `requires:` and `conflicts:`.

internal import PromptCore
internal import PromptRules
internal import YAML

/// Reads what an entry says of models; what it leaves out of its source is inherited.
struct DomainReader {
  let path: String
  let models: ModelCatalog
  let inherited: Provenance

  func domain(_ node: Node) throws(RuleFileError) -> ParameterDomain {
    let entry = try FieldReader(node, path: path, keys: .domain)
    let models = try models.selection(entry, "in")
    let provenance = try entry.provenance(inherited)
    guard !models.isEmpty else { throw entry.error("in", "the field `in` names no model") }
    let range = try entry.span("range")
    let (values, ratio) = (try entry.strings("values"), try entry.ratio("maximum"))
    let agreed = try agreed(entry, hasRange: range != nil, hasRatio: ratio != nil, values)
    return ParameterDomain(
      models: models, with: try Self.matches(entry, "with"),
      isSupported: try entry.bool("supported", default: true), range: range,
      agreedRange: agreed.range, values: values, agreedValues: agreed.values,
      isOpen: try entry.bool("open", default: false), maximumRatio: ratio,
      agreedRatio: agreed.ratio, maximumCount: try entry.integer("most"),
      defaultValue: try entry.optionalString("default"), cost: try entry.cost("cost"),
      note: try entry.optionalString("note"), provenance: provenance)
  }

  private typealias Agreed = (range: ClosedRange<Double>?, ratio: Ratio?, values: [String])

  /// `agreed` narrows the one limit that the entry sets.
  private func agreed(
    _ entry: FieldReader, hasRange: Bool, hasRatio: Bool, _ values: [String]
  ) throws(RuleFileError) -> Agreed {
    if entry.value("agreed") == nil { return (nil, nil, []) }
    if hasRange { return (try entry.span("agreed"), nil, []) }
    if hasRatio { return (nil, try entry.ratio("agreed"), []) }
    if !values.isEmpty { return (nil, nil, try entry.strings("agreed")) }
    throw entry.error("agreed", "`agreed` narrows `range`, `values` or `maximum`; none is here")
  }
}

// MARK: Other parameters

extension DomainReader {
  /// A list of parameters, with values where only these are meant: `[quality=4, edit]`.
  static func matches(
    _ entry: FieldReader, _ key: String
  ) throws(RuleFileError) -> [ParameterMatch] {
    try entry.strings(key).map { word throws(RuleFileError) in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard !parts[0].isEmpty, parts.last != "" else {
        throw entry.error(key, "`\(word)` must be a parameter, or one with a value: `quality=4`")
      }
      return ParameterMatch(
        name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  func requirement(_ node: Node) throws(RuleFileError) -> Requirement {
    let entry = try FieldReader(node, path: path, keys: .requirement)
    return Requirement(
      any: try Self.matches(entry, "any"), models: try selection(entry),
      provenance: try entry.provenance(inherited))
  }

  /// The models of `in`, or all without it.
  private func selection(_ entry: FieldReader) throws(RuleFileError) -> ModelSet {
    entry.value("in") == nil ? .all : try models.selection(entry, "in")
  }

  func conflict(_ node: Node) throws(RuleFileError) -> Conflict {
    let entry = try FieldReader(node, path: path, keys: .conflict)
    return Conflict(
      with: try Self.matches(entry, "with"), models: try selection(entry),
      note: try entry.optionalString("note"), provenance: try entry.provenance(inherited))
  }
}
