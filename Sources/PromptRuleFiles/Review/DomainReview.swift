// What entries of `models:` say of values: limits beyond limits, and entries that never hold.

internal import PromptCore
internal import PromptRules
internal import YAML

struct DomainReview {
  private let domains: [(ParameterDomain, Node)]
  private let catalog: ModelCatalog
  private let path: String
  private let name: String

  init(
    _ spec: Located<ParameterSpec>, _ domains: [(ParameterDomain, Node)], _ catalog: ModelCatalog
  ) {
    self.init(spec.value.name, spec.path, domains, catalog)
  }

  init(
    _ feature: Located<ModelFeature>, _ domains: [(ParameterDomain, Node)], _ catalog: ModelCatalog
  ) {
    self.init(feature.value.name, feature.path, domains, catalog)
  }

  private init(
    _ name: String, _ path: String, _ domains: [(ParameterDomain, Node)], _ catalog: ModelCatalog
  ) {
    (self.name, self.path, self.domains, self.catalog) = (name, path, domains, catalog)
  }

  /// Everything that can't be true or never holds.
  var problems: [RuleFileError] {
    domains.indices.flatMap { index in
      let (domain, node) = domains[index]
      return unsupported(domain, node) + beyond(domain, node) + usual(domain, node)
        + wider(domain, node) + dead(index)
    }
  }

  private func problem(
    _ kind: RuleFileError.Kind, _ node: Node, _ key: String, _ message: String, _ remedy: String
  ) -> RuleFileError {
    let place = node[key] ?? node
    return RuleFileError(
      path: path, mark: place.mark, message: "`\(name)`: \(message)", kind: kind, remedy: remedy)
  }

  /// Limits of what isn't there.
  private func unsupported(_ domain: ParameterDomain, _ node: Node) -> [RuleFileError] {
    if domain.isSupported { return [] }
    let keys = ["range", "values", "maximum", "agreed", "most", "default", "cost", "open"]
    return keys.filter { node[$0] != nil }.map { key in
      problem(
        .contradiction, node, key, "these models lack it, and `\(key)` says what it takes there",
        "remove `\(key)`, or `supported: false`")
    }
  }

  /// What all sources allow is part of what any source allows.
  private func beyond(_ domain: ParameterDomain, _ node: Node) -> [RuleFileError] {
    let isRange = domain.agreedRange.map { agreed in
      domain.range.map { !Self.contains($0, agreed) } ?? false
    }
    let isRatio = domain.agreedRatio.map { agreed in
      domain.maximumRatio.map { !agreed.isWithin($0) } ?? false
    }
    let isValues = !domain.agreedValues.allSatisfy(domain.values.contains)
    guard isRange == true || isRatio == true || isValues else { return [] }
    return [
      problem(
        .contradiction, node, "agreed", "all sources can't allow more than any of them does",
        "`agreed` must lie within the limit it narrows")
    ]
  }

  /// The default is a value that is allowed.
  private func usual(_ domain: ParameterDomain, _ node: Node) -> [RuleFileError] {
    guard let text = domain.defaultValue else { return [] }
    let number = Double(text)
    let isOutside = domain.range.map { range in number.map { !range.contains($0) } ?? true }
    let isBeyond = domain.maximumRatio.map { limit in
      Ratio(text).map { !$0.isWithin(limit) } ?? true
    }
    let isUnlisted =
      !domain.values.isEmpty && !domain.isOpen && !domain.values.contains(text)
      && !domain.values.contains { Double($0) != nil && Double($0) == number }
    guard isOutside == true || isBeyond == true || isUnlisted else { return [] }
    return [
      problem(
        .contradiction, node, "default", "the default `\(text)` is no value that is allowed here",
        "correct the default or the limit")
    ]
  }

  /// An entry for all models says what is taken at all.
  private func wider(_ domain: ParameterDomain, _ node: Node) -> [RuleFileError] {
    let whole = domains.first { $0.0.models == .all && $0.0.with.isEmpty }?.0
    guard let whole, domain.models != .all, domain.with.isEmpty else { return [] }
    let isRange = whole.range.map { all in
      domain.range.map { !Self.contains(all, $0) } ?? false
    }
    let isRatio = whole.maximumRatio.map { all in
      domain.maximumRatio.map { !$0.isWithin(all) } ?? false
    }
    guard isRange == true || isRatio == true else { return [] }
    return [
      problem(
        .contradiction, node, isRange == true ? "range" : "maximum",
        "wider in \(catalog.spelled(domain.models)) than in all models",
        "narrow it, or name the models of the other entry instead of `all`")
    ]
  }

  /// The first entry that fits holds, so one whose models all stand above never does.
  private func dead(_ index: Int) -> [RuleFileError] {
    let (domain, node) = domains[index]
    let above = domains[..<index].filter { $0.0.with.isEmpty }.reduce(into: ModelSet()) {
      $0.formUnion($1.0.models)
    }
    guard known.intersection(domain.models).isSubset(of: above) else { return [] }
    return [
      problem(
        .dead, node, "in", "earlier entries hold for all of these models, so this one never does",
        "move it up, or remove it")
    ]
  }

  private var known: ModelSet {
    catalog.models.indices.reduce(into: ModelSet()) { $0.insert(ModelSet(index: $1)) }
  }

  private static func contains(_ outer: ClosedRange<Double>, _ inner: ClosedRange<Double>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }
}
