// The folder rules/ → a RuleSet: which file holds what, and what only the whole can tell.

internal import PromptCore
internal import PromptFiles
public import PromptRules
internal import YAML

/// Reads a folder laid out like `rules/`.
public struct RuleFolder {
  /// The folder as it was named.
  public let path: String

  /// The folder at `path`; nothing is read yet.
  public init(_ path: String) { self.path = path }

  /// Reads every file of the folder.
  ///
  /// - Throws: `RuleFileError` for the first problem, in the order models, features, parameters,
  ///   targets, plans, words, sources, sensitive lists, pages.
  public func load() throws(RuleFileError) -> RuleSet {
    let models = try ModelFile.read(try node("models.yaml"), path: file("models.yaml"))
    let features = try FeatureFile.read(
      try node("features.yaml"), path: file("features.yaml"), models: models)
    let parameters = try parameters(models)
    let targets = try TargetFile.read(try node("targets.yaml"), path: file("targets.yaml"))
    let plans = try PlanFile.read(try node("plans.yaml"), path: file("plans.yaml"))
    let words = try words()
    let sources = try SourcesFile.read(try node("sources.yaml"), path: file("sources.yaml"))
    let rules = RuleSet(
      date: Self.newest(models, parameters), models: models, features: features,
      parameters: ParameterCatalog(parameters), targets: targets, plans: plans, words: words,
      terms: try terms(), sources: sources, pages: try pages())
    try RuleCrossCheck(rules, path: path).run()
    return rules
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }

  private func node(_ name: String) throws(RuleFileError) -> Node {
    try YAMLFile.node(file(name))
  }

  /// The files of a subfolder with that ending, by name.
  private func files(_ folder: String, _ ending: String) throws(RuleFileError) -> [String] {
    do {
      return try FileSystem.list(file(folder)).compactMap(\.name)
        .filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { "\(file(folder))/\($0)" }
    } catch {
      throw RuleFileError(error)
    }
  }

  private func parameters(_ models: ModelCatalog) throws(RuleFileError) -> [ParameterSpec] {
    var specs: [ParameterSpec] = []
    for path in try files("parameters", ".yaml") where !path.hasSuffix("/order.yaml") {
      specs += try ParameterFile(path: path, models: models).read(try YAMLFile.node(path))
    }
    let orderPath = file("parameters/order.yaml")
    let order = try FieldReader(try YAMLFile.node(orderPath), path: orderPath, keys: ["order"])
    return try Self.sorted(specs, by: order)
  }

  static func sorted(
    _ specs: [ParameterSpec], by order: FieldReader
  ) throws(RuleFileError) -> [ParameterSpec] {
    var places: [String: Int] = [:]
    guard specs.count <= ParameterCatalog.maximumCount else {
      throw order.error("order", "more than \(ParameterCatalog.maximumCount) parameters")
    }
    for (place, name) in try order.strings("order").enumerated() {
      guard specs.contains(where: { $0.name == name }),
        places.updateValue(place, forKey: name) == nil
      else {
        throw order.error("order", "`\(name)` is no parameter, or stands in the order twice")
      }
    }
    if let missing = specs.first(where: { places[$0.name] == nil }) {
      throw order.error("order", "the parameter `\(missing.name)` is missing in the order")
    }
    return specs.sorted { places[$0.name, default: 0] < places[$1.name, default: 0] }
  }

  private func words() throws(RuleFileError) -> [WordList] {
    var lists: [WordList] = []
    for path in try files("words", ".yaml") {
      lists.append(try WordFile.read(try YAMLFile.node(path), path: path))
    }
    return lists
  }

  private func terms() throws(RuleFileError) -> TermList {
    var list = TermList()
    for path in try files("sensitive", ".yaml") {
      let read = try TermFile(path: path).read(try YAMLFile.node(path))
      list.terms += read.terms
      list.allow += read.allow
    }
    return list
  }

  private func pages() throws(RuleFileError) -> [RulePage] {
    var pages: [RulePage] = []
    let groups: [FileSystem.FolderEntry]
    do { groups = try FileSystem.list(file("lint")) } catch { throw RuleFileError(error) }
    for group in groups.filter({ $0.kind == .folder }).compactMap(\.name) {
      for path in try files("lint/\(group)", ".md") { pages.append(try PageFile.read(path)) }
    }
    return pages.sorted { $0.code < $1.code }
  }

  private static func newest(_ models: ModelCatalog, _ parameters: [ParameterSpec]) -> Day {
    let days = models.models.map(\.provenance.verified) + parameters.map(\.provenance.verified)
    return days.max() ?? Day(rawValue: 0)
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
