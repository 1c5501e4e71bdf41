// The folder rules/ → a RuleSet: which file holds what.

internal import PromptCore
internal import PromptFiles
public import PromptRules
internal import YAML

/// Reads a folder laid out like `rules/`.
public struct RuleFolder: Sendable {
  /// The folder as it was named.
  public let path: String

  /// The folder at `path`; nothing is read yet.
  public init(_ path: String) { self.path = path }

  /// Reads every file of the folder.
  ///
  /// - Throws: `RuleFileError` for the first problem, in the order models, features, parameters,
  ///   targets, plans, profiles, links, words, sources, sensitive lists, pages.
  public func load() throws(RuleFileError) -> RuleSet { try entries().rules }

  /// What `load` reads, entry by entry.
  func entries() throws(RuleFileError) -> RuleEntries {
    var log = ProblemLog(isPatient: false)
    let entries = try read(&log)
    if let problem = RuleCrossCheck(entries).problems.first { throw problem }
    return entries
  }

  /// Reads what can be read.
  func read(_ log: inout ProblemLog) throws(RuleFileError) -> RuleEntries {
    var entries = RuleEntries(folder: path)
    if let file = try log.open(file("models.yaml"), .modelFile) {
      try ModelFile.read(file, into: &entries, &log)
    }
    // Without all models, spans of models can't be told from mistakes.
    let models = log.problems.isEmpty ? entries.catalog : nil
    try readFeatures(models, into: &entries, &log)
    try readParameters(models, into: &entries, &log)
    try readPlaces(into: &entries, &log)
    try readTerms(into: &entries, &log)
    try readPages(into: &entries, &log)
    return entries
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The files of a subfolder with that ending, by name.
  private func files(
    _ folder: String, _ ending: String, _ log: inout ProblemLog
  ) throws(RuleFileError) -> [String] {
    let names = try log.attempt { () throws(RuleFileError) in try list(folder) } ?? []
    return names.compactMap(\.name).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
      .map { "\(file(folder))/\($0)" }
  }

  private func list(_ folder: String) throws(RuleFileError) -> [FileSystem.FolderEntry] {
    do { return try FileSystem.list(file(folder)) } catch { throw RuleFileError(error) }
  }
}

// MARK: The files

extension RuleFolder {
  private func readFeatures(
    _ models: ModelCatalog?, into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let file = try log.open(file("features.yaml"), .featureFile, models: models)
    guard let file, let models else { return }
    try FeatureFile.read(file, models: models, into: &entries, &log)
  }

  private func readParameters(
    _ models: ModelCatalog?, into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    for path in try files("parameters", ".yaml", &log) where !path.hasSuffix("/order.yaml") {
      let file = try log.open(path, .parameterFile, models: models)
      guard let file, let models else { continue }
      try ParameterFile(path: path, models: models).read(file, into: &entries, &log)
    }
    let order = try log.open(file("parameters/order.yaml"), .orderFile)
    // Parameters that could not be read are no gaps in the order.
    let isWhole = !log.problems.contains { $0.path.hasPrefix(file("parameters/")) }
    guard let order, models != nil, isWhole else { return }
    try OrderFile.sort(&entries.parameters, by: order, &log)
  }

  private func readPlaces(
    into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    if let file = try log.open(file("targets.yaml"), .targetFile) {
      entries.targets = try TargetFile.read(file, &log)
    }
    if let file = try log.open(file("plans.yaml"), .planFile) {
      entries.plans = try PlanFile.read(file, &log)
    }
    if let file = try log.open(file("profiles.yaml"), .profileFile) {
      entries.profiles = try ProfileFile.readAll(file, &log)
    }
    if let file = try log.open(file("links.yaml"), .linkFile) {
      try LinkFile.read(file, into: &entries, &log)
    }
    for path in try files("words", ".yaml", &log) {
      guard let file = try log.open(path, .wordFile) else { continue }
      let list = try log.attempt { () throws(RuleFileError) in try WordFile.read(file) }
      if let list { entries.words.append(Located(value: list, path: path, node: file.node)) }
    }
    if let file = try log.open(file("sources.yaml"), .sourceFile) {
      entries.sources = try SourcesFile.read(file, &log)
    }
  }

  private func readTerms(
    into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let languages = ((try? list("sensitive")) ?? []).filter { $0.kind == .folder }
    for folder in [""] + languages.compactMap(\.name).map({ "/\($0)" }) {
      for path in try files("sensitive\(folder)", "", &log) where ListFile.isListed(path) {
        try ListFile(path: path).read(into: &entries, &log)
      }
    }
  }

  private func readPages(
    into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let groups = try log.attempt { () throws(RuleFileError) in try list("lint") } ?? []
    for group in groups.filter({ $0.kind == .folder }).compactMap(\.name) {
      for path in try files("lint/\(group)", ".md", &log) {
        let page = try log.attempt { () throws(RuleFileError) in try PageFile.read(path) }
        if let page { entries.pages.append(page) }
      }
    }
  }
}

enum YAMLFile {
  /// The root of a YAML file.
  static func node(_ path: String) throws(RuleFileError) -> Node {
    try node(try bytes(path), path)
  }

  /// The root of a YAML file's bytes.
  static func node(_ bytes: [UInt8], _ path: String) throws(RuleFileError) -> Node {
    if let node = try optionalNode(bytes, path) { return node }
    throw RuleFileError(path: path, mark: nil, message: "the file is empty")
  }

  /// The root of a YAML file's bytes; nil when it holds nothing.
  static func optionalNode(_ bytes: [UInt8], _ path: String) throws(RuleFileError) -> Node? {
    do { return try Node.parse(bytes) } catch { throw RuleFileError(error, path: path) }
  }

  static func bytes(_ path: String) throws(RuleFileError) -> [UInt8] {
    do { return try FileSystem.read(path) } catch { throw RuleFileError(error) }
  }
}
