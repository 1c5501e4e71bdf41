// An author's own lists, as the command line names them.

public import PromptRules

/// Files of an author's own terms: word files, tables, YAML.
public struct TermFiles: Sendable {
  private let paths: [String]
  private let cache: TermCache?

  /// The files at these paths; nothing is read yet.
  ///
  /// - Parameter cache: where large lists are kept; nil to read the files themselves.
  public init(_ paths: [String], cache: TermCache? = nil) {
    self.paths = paths
    self.cache = cache
  }

  /// The terms of all files, in their order.
  ///
  /// - Throws: `RuleFileError` for the first problem, with all the others; nothing of a broken list
  ///   is used.
  /// - Complexity: O(size of the files).
  public func read() throws(RuleFileError) -> TermList {
    var log = ProblemLog(isPatient: true)
    var entries = RuleEntries(folder: "")
    for path in paths { try ListFile(path: path, cache: cache).read(into: &entries, &log) }
    try log.conclude()
    return entries.termList
  }
}
