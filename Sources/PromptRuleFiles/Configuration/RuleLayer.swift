// An author's own rule files on top of a rule set.

internal import PromptFiles
internal import PromptRules
internal import YAML

/// Files and folders of an author's own rules.
///
/// A file is a sensitive list. A folder is laid out like `rules/`, but any of its parts may be
/// missing: `sensitive/`, `words/`, `parameters/`, `targets.yaml`, `plans.yaml`,
/// `profiles.yaml`. What has the name
/// of something that is known takes its place; the rest is added.
struct RuleLayer {
  private let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// The rule set with the author's own.
  func added(to rules: RuleSet) throws(RuleFileError) -> RuleSet {
    var rules = rules
    for path in paths {
      var log = ProblemLog(isPatient: false)
      let own = try Self.entries(path, rules.models, &log)
      let most = ParameterCatalog.maximumCount - rules.parameters.parameters.count
      if own.parameters.count > most {
        throw RuleFileError(path: path, mark: nil, message: "more than \(most) parameters")
      }
      rules.take(own)
    }
    return rules
  }

  private static func entries(
    _ path: String, _ models: ModelCatalog, _ log: inout ProblemLog
  ) throws(RuleFileError) -> RuleEntries {
    var own = RuleEntries(folder: path)
    guard try kind(path) == .folder else {
      try readTerms(path, into: &own, &log)
      return own
    }
    for file in try files("\(path)/sensitive") { try readTerms(file, into: &own, &log) }
    for file in try files("\(path)/words") {
      guard let fields = try log.open(file, .wordFile) else { continue }
      own.words.append(Located(value: try WordFile.read(fields), path: file, node: fields.node))
    }
    for file in try files("\(path)/parameters") where !file.hasSuffix("/order.yaml") {
      guard let fields = try log.open(file, .parameterFile, models: models) else { continue }
      try ParameterFile(path: file, models: models).read(fields, into: &own, &log)
    }
    if let fields = try optional("\(path)/targets.yaml", .targetFile, &log) {
      own.targets = try TargetFile.read(fields, &log)
    }
    if let fields = try optional("\(path)/plans.yaml", .planFile, &log) {
      own.plans = try PlanFile.read(fields, &log)
    }
    if let fields = try optional("\(path)/profiles.yaml", .profileFile, &log) {
      own.profiles = try ProfileFile.read(fields, &log)
    }
    return own
  }

  private static func readTerms(
    _ path: String, into own: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    guard let fields = try log.open(path, .termFile) else { return }
    try TermFile(path: path).read(fields, into: &own, &log)
  }

  private static func optional(
    _ path: String, _ table: FieldTable, _ log: inout ProblemLog
  ) throws(RuleFileError) -> FieldReader? {
    try kind(path) == .file ? try log.open(path, table) : nil
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

extension RuleSet {
  /// Takes what was read: in the place of what has the same name, or beside the rest.
  fileprivate mutating func take(_ own: RuleEntries) {
    terms.terms += own.termList.terms
    terms.allow += own.termList.allow
    words = words.replacing(own.words.map(\.value), by: \.name)
    targets = targets.replacing(own.targets.map(\.value), by: \.id)
    plans = plans.replacing(own.plans.map(\.value), by: \.id)
    profiles = profiles.replacing(own.profiles.map(\.value), by: \.id)
    guard !own.parameters.isEmpty else { return }
    parameters = ParameterCatalog(
      parameters.parameters.replacing(own.parameters.map(\.value), by: \.name))
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
