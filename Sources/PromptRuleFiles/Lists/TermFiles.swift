// An author's own lists, as the command line names them.

public import PromptRules

/// Files of an author's own terms: word files, tables, YAML.
public struct TermFiles: Sendable {
  private let paths: [String]

  /// The files at these paths; nothing is read yet.
  public init(_ paths: [String]) { self.paths = paths }

  /// The terms of all files, in their order.
  ///
  /// - Throws: `RuleFileError` for the first problem, with all the others; nothing of a broken list
  ///   is used.
  /// - Complexity: O(size of the files).
  public func read() throws(RuleFileError) -> TermList {
    var log = ProblemLog(isPatient: true)
    var entries = RuleEntries(folder: "")
    for path in paths { try ListFile(path: path).read(into: &entries, &log) }
    try log.conclude()
    return entries.termList
  }
}
