// What holds in some models: the entries of `models:`, `requires:` and `conflicts:`.

internal import PromptCore
internal import PromptRules
internal import YAML

/// Reads what an entry says of models; what it leaves out of its source is inherited.
struct DomainReader {
  let path: String
  let models: ModelCatalog
  let inherited: Provenance

  private static let keys =
    [
      "in", "with", "supported", "range", "values", "open", "maximum", "agreed", "most", "default",
      "cost", "note",
    ] + FieldReader.provenanceKeys

  func domain(_ node: Node) throws(RuleFileError) -> ParameterDomain {
    let entry = try FieldReader(node, path: path, keys: Self.keys)
    var domain = ParameterDomain(
      models: try models.selection(entry, "in"), provenance: try entry.provenance(inherited))
    guard !domain.models.isEmpty else { throw entry.error("in", "the field `in` names no model") }
    domain.with = try Self.matches(entry, "with")
    domain.isSupported = try entry.bool("supported", default: true)
    domain.range = try range(entry, "range")
    domain.values = try entry.strings("values")
    domain.isOpen = try entry.bool("open", default: false)
    domain.maximumRatio = try ratio(entry, "maximum")
    domain.maximumCount = try entry.count("most")
    domain.defaultValue = try entry.optionalString("default")
    domain.cost = try cost(entry)
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
      domain.agreedRange = try range(entry, "agreed")
    } else if domain.maximumRatio != nil {
      domain.agreedRatio = try ratio(entry, "agreed")
    } else if !domain.values.isEmpty {
      domain.agreedValues = try entry.strings("agreed")
    } else {
      throw entry.error("agreed", "`agreed` narrows `range`, `values` or `maximum`; none is here")
    }
  }

  private func range(
    _ entry: FieldReader, _ key: String
  ) throws(RuleFileError) -> ClosedRange<Double>? {
    guard let text = try entry.optionalString(key) else { return nil }
    guard let dots = text.firstRange(of: ".."), let low = Double(text[..<dots.lowerBound]),
      let high = Double(text[dots.upperBound...]), low <= high
    else { throw entry.error(key, "`\(key)` must be such as \"0..1000\", not `\(text)`") }
    return low...high
  }

  private func ratio(_ entry: FieldReader, _ key: String) throws(RuleFileError) -> Ratio? {
    guard let text = try entry.optionalString(key) else { return nil }
    guard let ratio = Ratio(text), ratio.width > 0, ratio.height > 0 else {
      throw entry.error(key, "`\(key)` must be a ratio such as \"14:1\", not `\(text)`")
    }
    return ratio
  }

  private func cost(_ entry: FieldReader) throws(RuleFileError) -> ParameterDomain.Cost? {
    guard let text = try entry.optionalString("cost") else { return nil }
    if text == "value" { return .value }
    guard let factor = Double(text), factor > 0, factor.isFinite else {
      throw entry.error("cost", "`cost` must be a number above 0 or `value`, not `\(text)`")
    }
    return .factor(factor)
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
    let entry = try FieldReader(node, path: path, keys: ["any", "in"] + FieldReader.provenanceKeys)
    return Requirement(
      any: try Self.matches(entry, "any"), models: try selection(entry),
      provenance: try entry.provenance(inherited))
  }

  /// The models of `in`, or all without it.
  private func selection(_ entry: FieldReader) throws(RuleFileError) -> ModelSet {
    entry.value("in") == nil ? .all : try models.selection(entry, "in")
  }

  func conflict(_ node: Node) throws(RuleFileError) -> Conflict {
    let entry = try FieldReader(
      node, path: path, keys: ["with", "in", "note"] + FieldReader.provenanceKeys)
    return Conflict(
      with: try Self.matches(entry, "with"), models: try selection(entry),
      note: try entry.optionalString("note"), provenance: try entry.provenance(inherited))
  }
}
