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
    var domain = ParameterDomain(
      models: try models.selection(entry, "in"), provenance: try entry.provenance(inherited))
    guard !domain.models.isEmpty else { throw entry.error("in", "the field `in` names no model") }
    domain.with = try Self.matches(entry, "with")
    domain.isSupported = try entry.bool("supported", default: true)
    domain.range = try entry.span("range")
    domain.values = try entry.strings("values")
    domain.isOpen = try entry.bool("open", default: false)
    domain.maximumRatio = try entry.ratio("maximum")
    domain.maximumCount = try entry.integer("most")
    domain.defaultValue = try entry.optionalString("default")
    domain.cost = try entry.cost("cost")
    domain.note = try entry.optionalString("note")
    try readAgreed(entry, into: &domain)
    return domain
  }

  /// `agreed` narrows the one limit that the entry sets.
  private func readAgreed(
    _ entry: FieldReader, into domain: inout ParameterDomain
  ) throws(RuleFileError) {
    guard entry.value("agreed") != nil else { return }
    if domain.range != nil {
      domain.agreedRange = try entry.span("agreed")
    } else if domain.maximumRatio != nil {
      domain.agreedRatio = try entry.ratio("agreed")
    } else if !domain.values.isEmpty {
      domain.agreedValues = try entry.strings("agreed")
    } else {
      throw entry.error("agreed", "`agreed` narrows `range`, `values` or `maximum`; none is here")
    }
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
