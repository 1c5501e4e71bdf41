// An author's own rule files on top of a rule set.

internal import PromptFiles
internal import PromptRules
internal import YAML

/// Files and folders of an author's own rules.
///
/// A file is a sensitive list. A folder is laid out like `rules/`, but any of its parts may be
/// missing: `sensitive/`, `words/`, `parameters/`, `targets.yaml`, `plans.yaml`. What has the name
/// of something that is known takes its place; the rest is added.
struct RuleLayer {
  private let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// The rule set with the author's own.
  func added(to rules: RuleSet) throws(RuleFileError) -> RuleSet {
    var rules = rules
    for path in paths { try add(path, to: &rules) }
    return rules
  }

  private func add(_ path: String, to rules: inout RuleSet) throws(RuleFileError) {
    if try Self.kind(path) == .folder {
      try addFolder(path, to: &rules)
    } else {
      try addTerms(path, to: &rules)
    }
  }

  private func addFolder(_ path: String, to rules: inout RuleSet) throws(RuleFileError) {
    for file in try Self.files("\(path)/sensitive") { try addTerms(file, to: &rules) }
    for file in try Self.files("\(path)/words") {
      let list = try WordFile.read(try YAMLFile.node(file), path: file)
      rules.words = rules.words.replacing([list], by: \.name)
    }
    for file in try Self.files("\(path)/parameters") where !file.hasSuffix("/order.yaml") {
      let own = try ParameterFile(path: file, models: rules.models).read(try YAMLFile.node(file))
      rules.parameters = ParameterCatalog(
        rules.parameters.parameters.replacing(own, by: \.name))
    }
    let (targets, plans) = ("\(path)/targets.yaml", "\(path)/plans.yaml")
    if try Self.kind(targets) == .file {
      let own = try TargetFile.read(try YAMLFile.node(targets), path: targets)
      rules.targets = rules.targets.replacing(own, by: \.id)
    }
    if try Self.kind(plans) == .file {
      let own = try PlanFile.read(try YAMLFile.node(plans), path: plans)
      rules.plans = rules.plans.replacing(own, by: \.id)
    }
  }

  private func addTerms(_ path: String, to rules: inout RuleSet) throws(RuleFileError) {
    let own = try TermFile(path: path).read(try YAMLFile.node(path))
    rules.terms.terms += own.terms
    rules.terms.allow += own.allow
  }

  private static func kind(_ path: String) throws(RuleFileError) -> FileSystem.PathKind {
    do { return try FileSystem.kind(of: path) } catch { throw RuleFileError(error) }
  }

  /// The YAML files of a folder by name; none when it is missing.
  private static func files(_ folder: String) throws(RuleFileError) -> [String] {
    guard try kind(folder) == .folder else { return [] }
    do {
      return try FileSystem.list(folder).compactMap(\.name)
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    } catch {
      throw RuleFileError(error)
    }
  }
}

extension Array {
  /// The list with these in the places of those of the same name, or behind them.
  fileprivate func replacing(_ own: [Element], by name: KeyPath<Element, String>) -> [Element] {
    var result = self
    for one in own {
      if let old = result.firstIndex(where: { $0[keyPath: name] == one[keyPath: name] }) {
        result[old] = one
      } else {
        result.append(one)
      }
    }
    return result
  }
}
