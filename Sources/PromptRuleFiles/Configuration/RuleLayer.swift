// An author's own rule files on top of a rule set.

internal import PromptFiles
internal import PromptRules
internal import YAML

/// Files and folders of an author's own rules.
///
/// A file is a sensitive list: words, a table or YAML. A folder is laid out like `rules/`, but any of its
/// parts may be missing: `sensitive/`, `words/`, `parameters/`, `targets.yaml`, `plans.yaml`,
/// `profiles.yaml`. What has the name
/// of something that is known takes its place; the rest is added.
struct RuleLayer {
  private let paths: [String]
  private let cache: TermCache?

  init(_ paths: [String], cache: TermCache? = nil) {
    self.paths = paths
    self.cache = cache
  }

  /// The rule set with the author's own.
  func added(to rules: RuleSet) throws(RuleFileError) -> RuleSet {
    var rules = rules
    var log = ProblemLog(isPatient: true)
    for path in paths {
      let own = try entries(path, rules.models, &log)
      let most = ParameterCatalog.maximumCount - rules.parameters.parameters.count
      if own.parameters.count > most {
        throw RuleFileError(path: path, mark: nil, message: "more than \(most) parameters")
      }
      if log.problems.isEmpty { rules.take(own) }
    }
    try log.conclude()
    return rules
  }

  private func entries(
    _ path: String, _ models: ModelCatalog, _ log: inout ProblemLog
  ) throws(RuleFileError) -> RuleEntries {
    var own = RuleEntries(folder: path)
    guard try Self.kind(path) == .folder else {
      try ListFile(path: path, cache: cache).read(into: &own, &log)
      return own
    }
    for folder in [""] + (try Self.folders("\(path)/sensitive")).map({ "/\($0)" }) {
      for file in try Self.files("\(path)/sensitive\(folder)", ListFile.isListed) {
        try ListFile(path: file, cache: cache).read(into: &own, &log)
      }
    }
    for file in try Self.files("\(path)/words") {
      guard let fields = try log.open(file, .wordFile) else { continue }
      let list = try log.attempt { () throws(RuleFileError) in try WordFile.read(fields) }
      if let list { own.words.append(Located(value: list, path: file, node: fields.node)) }
    }
    for file in try Self.files("\(path)/parameters") where !file.hasSuffix("/order.yaml") {
      guard let fields = try log.open(file, .parameterFile, models: models) else { continue }
      try ParameterFile(path: file, models: models).read(fields, into: &own, &log)
    }
    if let fields = try Self.optional("\(path)/targets.yaml", .targetFile, &log) {
      own.targets = try TargetFile.read(fields, &log)
    }
    if let fields = try Self.optional("\(path)/plans.yaml", .planFile, &log) {
      own.plans = try PlanFile.read(fields, &log)
    }
    if let fields = try Self.optional("\(path)/profiles.yaml", .profileFile, &log) {
      own.profiles = try ProfileFile.read(fields, &log)
    }
    return own
  }

  private static func optional(
    _ path: String, _ table: FieldTable, _ log: inout ProblemLog
  ) throws(RuleFileError) -> FieldReader? {
    try kind(path) == .file ? try log.open(path, table) : nil
  }

  private static func kind(_ path: String) throws(RuleFileError) -> FileSystem.PathKind {
    do { return try FileSystem.kind(of: path) } catch { throw RuleFileError(error) }
  }

  /// The files of a folder by name, those of YAML unless said otherwise; none when it is missing.
  private static func files(
    _ folder: String, _ isWanted: (String) -> Bool = { $0.hasSuffix(".yaml") }
  ) throws(RuleFileError) -> [String] {
    try list(folder).compactMap(\.name)
      .filter { isWanted($0) && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
  }

  /// The names of the folders in a folder; none when it is missing.
  private static func folders(_ folder: String) throws(RuleFileError) -> [String] {
    try list(folder).filter { $0.kind == .folder }.compactMap(\.name)
  }

  private static func list(
    _ folder: String
  ) throws(RuleFileError) -> [FileSystem.FolderEntry] {
    guard try kind(folder) == .folder else { return [] }
    do { return try FileSystem.list(folder) } catch { throw RuleFileError(error) }
  }
}

extension RuleSet {
  /// Takes what was read: in the place of what has the same name, or beside the rest.
  fileprivate mutating func take(_ own: RuleEntries) {
    terms += own.termList
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
