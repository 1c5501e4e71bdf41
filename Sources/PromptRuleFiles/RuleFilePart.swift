// One file of rules/ read beside rules that are there already; how a single changed file is judged.

internal import PromptCore
package import PromptRules
internal import YAML

/// The kinds of files in `rules/`.
package enum RuleFilePart: CaseIterable, Sendable {
  case models, features, parameters, order, targets, plans, words, sources, terms, page

  /// What the file at a path below `rules/` is; nil for one that no rules are read from.
  package static func of(_ path: String) -> RuleFilePart? {
    let named: [String: RuleFilePart] = [
      "models.yaml": .models, "features.yaml": .features, "parameters/order.yaml": .order,
      "targets.yaml": .targets, "plans.yaml": .plans, "sources.yaml": .sources,
    ]
    let folders: [Substring: RuleFilePart] = [
      "parameters": .parameters, "words": .words, "sensitive": .terms, "lint": .page,
    ]
    return named[path] ?? folders[path.prefix { $0 != "/" }]
  }
}

extension RuleSet {
  /// The rules with a file's content in the place of its like. Parameters, words, terms and pages
  /// are added; what models other entries name is of no use beside new models and left out.
  ///
  /// - Throws: `RuleFileError` for the first problem.
  package func replacing(
    _ part: RuleFilePart, with bytes: [UInt8], path: String
  ) throws(RuleFileError) -> RuleSet {
    var rules = self
    if part == .page {
      rules.pages.append(try PageFile.page(bytes, path: path))
    } else {
      try rules.replace(part, try YAMLFile.node(bytes, path), path)
    }
    try RuleCrossCheck(rules, path: path).run()
    return rules
  }

  private mutating func replace(
    _ part: RuleFilePart, _ node: Node, _ path: String
  ) throws(RuleFileError) {
    switch part {
    case .models: self = of(try ModelFile.read(node, path: path))
    case .features: features = try FeatureFile.read(node, path: path, models: models)
    case .parameters: try add(try ParameterFile(path: path, models: models).read(node))
    case .order:
      let order = try FieldReader(node, path: path, keys: ["order"])
      parameters = ParameterCatalog(try RuleFolder.sorted(parameters.parameters, by: order))
    case .targets: targets = try TargetFile.read(node, path: path)
    case .plans: plans = try PlanFile.read(node, path: path)
    case .words: words.append(try WordFile.read(node, path: path))
    case .sources: sources += try SourcesFile.read(node, path: path)
    case .terms:
      let read = try TermFile(path: path).read(node)
      terms = TermList(terms: terms.terms + read.terms, allow: terms.allow + read.allow)
    case .page: break
    }
  }

  private func of(_ models: ModelCatalog) -> RuleSet {
    RuleSet(
      date: date, models: models, features: [], parameters: ParameterCatalog([]), targets: [],
      plans: [], words: words, terms: terms, sources: sources, pages: pages)
  }

  /// Puts parameters in the place of those of the same name, or behind all.
  private mutating func add(_ specs: [ParameterSpec]) throws(RuleFileError) {
    let names = Set(specs.map(\.name))
    parameters = ParameterCatalog(
      parameters.parameters.filter { !names.contains($0.name) } + specs)
  }
}
