// A table of terms: CSV or TSV whose header names the columns.

internal import PromptCore
internal import PromptFiles
internal import PromptRules
internal import PromptScan
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

  private static let names = Column.allCases.map { "\($0)" }

  let path: String
  private let source: SourceText
  private var table: CSVTable
  private var head: ListHead
  private let usual: ListHead
  /// Where each column stands, or -1.
  private var places = Array(repeating: -1, count: names.count)
  private var listing = TermListing()
  /// The bytes of the last category, which mostly is the next one too.
  private var lastCategory: ArraySlice<UInt8> = []

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
      if let term = try term(&log) { add(term, &log) }
    }
  }

  private mutating func add(_ term: Term, _ log: inout ProblemLog) {
    let line = table.location(place(.term))
    guard let first = listing.add(term, line: line.place.line) else { return }
    log.warn {
      RuleFileError.double(
        term.forms[0], of: first, path: path, mark: Self.mark(line.place, line.offset))
    }
  }

  private static func mark(_ place: SourceLocation, _ offset: Int) -> Mark {
    Mark(line: place.line, column: place.column, offset: offset)
  }

  private func problem(_ column: Int, _ message: String, _ remedy: String) -> RuleFileError {
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

// MARK: One row

extension TableListFile {
  private func place(_ column: Column) -> Int { places[column.rawValue] }

  private func has(_ column: Column) -> Bool { place(column) >= 0 }

  private func bytes(_ column: Column) -> ArraySlice<UInt8> {
    has(column) ? table.bytes(place(column)) : []
  }

  /// The term of the row; nil when something in it can't be used and reading goes on.
  private mutating func term(_ log: inout ProblemLog) throws(RuleFileError) -> Term? {
    var column = Column.category
    do throws(ListSpelling.Refusal) {
      try readCategory()
      column = has(.severity) ? .severity : .weight
      head.weight = try weight(column)
      column = .kind
      let kind = try kind()
      column = .term
      if bytes(.term).isEmpty { throw Self.empty }
      if kind == .pattern { return try pattern() }
      return try finished(head.term(try ListSpelling(bytes(.term))), kind)
    } catch {
      let problem = problem(max(place(column), 0), error.message, error.remedy)
      try log.report(problem)
      return nil
    }
  }

  private mutating func readCategory() throws(ListSpelling.Refusal) {
    let given = bytes(.category)
    if given == lastCategory { return }
    lastCategory = given
    head.category = given.isEmpty ? usual.category : try Self.text(given)
  }

  private func weight(_ column: Column) throws(ListSpelling.Refusal) -> TermWeight {
    let given = bytes(column)
    if given.isEmpty { return usual.weight }
    let text = try Self.text(given)
    return column == .weight ? try ListHead.weight(text) : try ListHead.severity(text)
  }

  private func kind() throws(ListSpelling.Refusal) -> Term.Kind? {
    let given = bytes(.kind)
    if given.isEmpty { return nil }
    let text = try Self.text(given)
    let kinds = Term.Kind.allCases.map { ("\($0)", $0) }
    if let kind = kinds.first(where: { $0.0 == text.lowercased() }) { return kind.1 }
    let names = kinds.map(\.0)
    throw ListSpelling.Refusal(
      message: "a kind is one of \(names.joined(separator: ", ")), not `\(text)`"
        + Suggestion.hint(for: text, in: names), remedy: "write one of the three, or nothing")
  }

  private func finished(
    _ term: Term, _ kind: Term.Kind?
  ) throws(ListSpelling.Refusal) -> Term {
    let (reason, replacement) = (try optional(.reason), try optional(.replace))
    let (match, clean) = (try optional(.match), try optional(.clean))
    return Term(
      name: try optional(.name) ?? term.name, kind: kind ?? term.kind, forms: term.forms,
      category: term.category, weight: term.weight, scopes: term.scopes, reason: reason,
      replacement: replacement, match: match.map { [$0] } ?? [], clean: clean.map { [$0] } ?? [])
  }

  private func pattern() throws(ListSpelling.Refusal) -> Term {
    let given = bytes(.term)
    let text = try Self.text(given)
    guard given.count <= ListSpelling.maximumCount else {
      throw ListSpelling.Refusal(
        message: "\(given.count) bytes are too many for a pattern",
        remedy: "write at most \(ListSpelling.maximumCount)")
    }
    let plain = Term(
      name: text, kind: .pattern, forms: [text], category: head.category, weight: head.weight,
      scopes: [.text, .no], reason: nil, replacement: nil, match: [], clean: [])
    let term = try finished(plain, .pattern)
    guard let refusal = PatternAdmission(text, isProbed: false).refusals.first else { return term }
    throw ListSpelling.Refusal(
      message: "the pattern can't be used: \(refusal)", remedy: "mend the PCRE2 pattern")
  }

  private static let empty = ListSpelling.Refusal(
    message: "the row has no term", remedy: "write one, or take the row out")

  private func optional(_ column: Column) throws(ListSpelling.Refusal) -> String? {
    let given = bytes(column)
    return given.isEmpty ? nil : try Self.text(given)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(ListSpelling.Refusal) -> String {
    try ListSpelling.checkEncoding(bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
