// What becomes of problems: the first one ends the reading, or all of them are kept.

internal import PromptRules
internal import YAML

/// Takes the problems that readers come upon.
struct ProblemLog {
  /// Whether reading goes on behind a problem.
  let isPatient: Bool
  /// What was kept.
  private(set) var problems: [RuleFileError] = []

  /// A log that throws the first problem, or one that keeps all.
  init(isPatient: Bool) { self.isPatient = isPatient }

  /// Keeps a problem, or throws it.
  mutating func report(_ problem: RuleFileError) throws(RuleFileError) {
    if !isPatient { throw problem }
    problems.append(problem)
  }

  /// What `body` returns; nil when it throws and reading goes on. A problem at a place that has one
  /// already is the same problem seen again.
  mutating func attempt<Value>(
    _ body: () throws(RuleFileError) -> Value
  ) throws(RuleFileError) -> Value? {
    do { return try body() } catch {
      let isKnown = problems.contains { $0.path == error.path && $0.mark == error.mark }
      if !isKnown || error.mark == nil { try report(error) }
      return nil
    }
  }

  /// The fields of a YAML file; nil when it can't be read and reading goes on.
  ///
  /// A patient log checks the form of the whole file at once.
  mutating func open(
    _ path: String, _ table: FieldTable, models: ModelCatalog? = nil
  ) throws(RuleFileError) -> FieldReader? {
    guard let node = try attempt({ () throws(RuleFileError) in try YAMLFile.node(path) }) else {
      return nil
    }
    if !isPatient { return try FieldReader(node, path: path, keys: table) }
    problems += FieldCheck(path: path, models: models).problems(node, table)
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
