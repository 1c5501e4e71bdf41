// A table of terms: CSV or TSV whose header names the columns.

internal import PromptCore
internal import PromptFiles
internal import PromptRules
internal import YAML

/// Reads a table.
///
/// The column `term` must be there. Columns of other names than those below mean nothing here, so that
/// a table may hold more than is asked for; one whose name is nearly one of them is a mistake.
struct TableListFile {
  /// The columns that count.
  enum Column: Int, CaseIterable {
    case term, category, severity, weight, kind, replace, reason, name, match, clean
  }

  static let names = Column.allCases.map { "\($0)" }

  let path: String
  private let source: SourceText
  var table: CSVTable
  var head: ListHead
  let usual: ListHead
  /// Where each column stands, or -1.
  var places = Array(repeating: -1, count: names.count)
  private var listing = TermListing()

  /// The table of a file; nil when its header can't be used.
  init?(
    path: String, _ source: SourceText, delimiters: [Unicode.Scalar], _ log: inout ProblemLog
  ) throws(RuleFileError) {
    (self.path, self.source) = (path, source)
    (head, usual) = (ListHead(path: path), ListHead(path: path))
    do throws(FileProblem) {
      table = try CSVTable(source, delimiters: delimiters, column: Self.names[0])
    } catch {
      try log.report(
        Self.problem(
          path, error,
          "the first line names the columns, such as term,category,weight,kind,replace,reason"))
      return nil
    }
    try readHeader(&log)
  }

  private mutating func readHeader(_ log: inout ProblemLog) throws(RuleFileError) {
    for (index, name) in table.columns.enumerated() {
      if let column = Self.names.firstIndex(of: name) {
        places[column] = index
      } else if let near = Suggestion.nearest(to: name, in: Self.names), !name.isEmpty {
        try log.report(
          problem(
            index, "the column `\(name)` is not known; did you mean `\(near)`?",
            "the columns are \(Self.names.joined(separator: ", ")); others mean nothing"))
      }
    }
    guard has(.severity), has(.weight) else { return }
    try log.report(
      problem(place(.severity), "both `severity` and `weight` are given", "leave one of them out")
    )
  }

  /// The terms of the rows.
  ///
  /// - Complexity: O(n).
  mutating func read(_ log: inout ProblemLog) throws(RuleFileError) -> TermList {
    listing.reserve(source.bytes.count / 24)
    while true {
      do throws(FileProblem) {
        guard try table.next() else { return listing.list }
      } catch {
        try log.report(Self.problem(path, error, "write the row as RFC 4180 says"))
        continue
      }
      if let row = try row(&log) { add(row, &log) }
    }
  }

  private mutating func add(_ row: Row, _ log: inout ProblemLog) {
    let line = table.line
    guard let first = listing.add(row.term, hash: row.hash, line: line) else { return }
    log.warn {
      let (place, offset) = table.location(place(.term))
      return RuleFileError.double(
        row.term.forms[0], of: first, path: path, mark: Self.mark(place, offset))
    }
  }

  private static func mark(_ place: SourceLocation, _ offset: Int) -> Mark {
    Mark(line: place.line, column: place.column, offset: offset)
  }

  func problem(_ column: Int, _ message: String, _ remedy: String) -> RuleFileError {
    let (place, offset) = table.location(column)
    return RuleFileError(
      path: path, mark: Self.mark(place, offset), message: message, remedy: remedy)
  }

  private static func problem(
    _ path: String, _ problem: FileProblem, _ remedy: String
  ) -> RuleFileError {
    RuleFileError(
      path: path, mark: mark(problem.location, 0), message: problem.message, remedy: remedy)
  }
}
