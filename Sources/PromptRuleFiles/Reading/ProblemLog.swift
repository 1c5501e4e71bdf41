// What becomes of problems: the first one ends the reading, or all of them are kept.

internal import PromptRules
internal import YAML

/// Takes the problems that readers come upon.
struct ProblemLog {
  /// Whether reading goes on behind a problem.
  let isPatient: Bool
  /// Whether what is odd but does no harm is kept too.
  let keepsWarnings: Bool
  /// What was kept.
  private(set) var problems: [RuleFileError] = []
  /// What is odd but does no harm.
  private(set) var warnings: [RuleFileError] = []
  /// The places of the problems.
  private var places: Set<Place> = []

  private struct Place: Hashable {
    let path: String
    let mark: Mark?
  }

  /// A log that throws the first problem, or one that keeps all.
  init(isPatient: Bool, keepsWarnings: Bool = false) {
    self.isPatient = isPatient
    self.keepsWarnings = keepsWarnings
  }

  /// Keeps what is odd but does no harm, when that is wanted.
  mutating func warn(_ problem: () -> RuleFileError) {
    if keepsWarnings { warnings.append(problem()) }
  }

  /// Throws the problems that were kept: the first with the others.
  func conclude() throws(RuleFileError) {
    guard var first = problems.first else { return }
    first.others = Array(problems.dropFirst())
    throw first
  }

  /// Keeps a problem, or throws it.
  mutating func report(_ problem: RuleFileError) throws(RuleFileError) {
    if !isPatient { throw problem }
    keep(problem)
  }

  private mutating func keep(_ problem: RuleFileError) {
    problems.append(problem)
    places.insert(Place(path: problem.path, mark: problem.mark))
  }

  /// What `body` returns; nil when it throws and reading goes on. A problem at a place that has one
  /// already is the same problem seen again.
  mutating func attempt<Value>(
    _ body: () throws(RuleFileError) -> Value
  ) throws(RuleFileError) -> Value? {
    do { return try body() } catch {
      let isKnown = places.contains(Place(path: error.path, mark: error.mark))
      if !isKnown || error.mark == nil { try report(error) }
      return nil
    }
  }

  /// The fields of a YAML file; nil when it can't be read and reading goes on.
  ///
  /// - Parameter bytes: what the file holds, or nil to read it.
  ///
  /// A patient log checks the form of the whole file at once.
  mutating func open(
    _ path: String, bytes: [UInt8]? = nil, _ table: FieldTable, models: ModelCatalog? = nil
  ) throws(RuleFileError) -> FieldReader? {
    let node = try attempt { () throws(RuleFileError) in
      if let bytes { return try YAMLFile.node(bytes, path) }
      return try YAMLFile.node(path)
    }
    guard let node else { return nil }
    if !isPatient { return try FieldReader(node, path: path, keys: table) }
    for problem in FieldCheck(path: path, models: models).problems(node, table) { keep(problem) }
    return try attempt { () throws(RuleFileError) in try FieldReader(anyOf: node, path: path) }
  }
}

extension FieldReader {
  /// Reads every entry of a list.
  func entries<Value: Sendable>(
    _ key: String, _ log: inout ProblemLog, _ read: (Node) throws(RuleFileError) -> Value
  ) throws(RuleFileError) -> [Located<Value>] {
    let nodes = try log.attempt { () throws(RuleFileError) in try self.nodes(key) } ?? []
    var found: [Located<Value>] = []
    for node in nodes {
      if let value = try log.attempt({ () throws(RuleFileError) in try read(node) }) {
        found.append(Located(value: value, path: path, node: node))
      }
    }
    return found
  }
}
