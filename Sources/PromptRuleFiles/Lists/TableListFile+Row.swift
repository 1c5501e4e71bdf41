// A row of a table → a term.

internal import PromptCore
internal import PromptFiles
internal import PromptRules
internal import PromptScan

extension TableListFile {
  /// A term with the hash of its spelling.
  typealias Row = (term: Term, hash: UInt64)

  func place(_ column: Column) -> Int { places[column.rawValue] }

  func has(_ column: Column) -> Bool { place(column) >= 0 }

  /// What a column holds, or nil for nothing.
  private func cell(_ column: Column) -> CSVCell? {
    guard has(column) else { return nil }
    let cell = table.cell(place(column))
    return cell.range.isEmpty ? nil : cell
  }

  private func text(_ column: Column) throws(ListSpelling.Refusal) -> String? {
    guard let cell = cell(column) else { return nil }
    return try ListSpelling.text(cell.bytes.span.extracting(cell.range))
  }

  /// The term of the row; nil when something in it can't be used and reading goes on.
  mutating func row(_ log: inout ProblemLog) throws(RuleFileError) -> Row? {
    var column = Column.category
    do throws(ListSpelling.Refusal) {
      try readCategory()
      column = has(.severity) ? .severity : .weight
      head.weight = try weight(column)
      column = .kind
      let kind = try kind()
      column = .term
      guard let cell = cell(.term) else { throw Self.empty }
      let bytes = cell.bytes.span.extracting(cell.range)
      if kind == .pattern { return try pattern(bytes) }
      let spelling = try ListSpelling(bytes)
      return (try finished(head.term(spelling), kind), spelling.hash)
    } catch {
      let problem = problem(max(place(column), 0), error.message, error.remedy)
      try log.report(problem)
      return nil
    }
  }

  /// Most rows have the category of the row before.
  private mutating func readCategory() throws(ListSpelling.Refusal) {
    guard let cell = cell(.category) else {
      head.category = usual.category
      return
    }
    let bytes = cell.bytes.span.extracting(cell.range)
    if bytes.isEqual(to: head.category) { return }
    head.category = try ListSpelling.text(bytes)
  }

  private func weight(_ column: Column) throws(ListSpelling.Refusal) -> TermWeight {
    guard let text = try text(column) else { return usual.weight }
    return column == .weight ? try ListHead.weight(text) : try ListHead.severity(text)
  }

  private func kind() throws(ListSpelling.Refusal) -> Term.Kind? {
    guard let text = try text(.kind) else { return nil }
    let name = text.lowercased()
    if let place = Self.kinds.firstIndex(of: name) { return Term.Kind.allCases[place] }
    throw ListSpelling.Refusal(
      message: "a kind is one of \(Self.kinds.joined(separator: ", ")), not `\(text)`"
        + Suggestion.hint(for: text, in: Self.kinds), remedy: "write one of the three, or nothing")
  }

  private static let kinds = Term.Kind.allCases.map { "\($0)" }

  private func finished(
    _ term: Term, _ kind: Term.Kind?
  ) throws(ListSpelling.Refusal) -> Term {
    let (reason, replacement) = (try text(.reason), try text(.replace))
    let (match, clean) = (try text(.match), try text(.clean))
    return Term(
      name: try text(.name) ?? term.name, kind: kind ?? term.kind, forms: term.forms,
      category: term.category, weight: term.weight, scopes: term.scopes, reason: reason,
      replacement: replacement, match: match.map { [$0] } ?? [], clean: clean.map { [$0] } ?? [])
  }

  private func pattern(_ bytes: Span<UInt8>) throws(ListSpelling.Refusal) -> Row {
    guard bytes.count <= ListSpelling.maximumCount else {
      throw ListSpelling.Refusal(
        message: "\(bytes.count) bytes are too many for a pattern",
        remedy: "write at most \(ListSpelling.maximumCount)")
    }
    let text = try ListSpelling.text(bytes)
    let plain = Term(
      name: text, kind: .pattern, forms: [text], category: head.category, weight: head.weight,
      scopes: [.text, .no], reason: nil, replacement: nil, match: [], clean: [])
    let term = try finished(plain, .pattern)
    if let refusal = PatternAdmission(text, isProbed: false).refusals.first {
      throw ListSpelling.Refusal(
        message: refusal.message(of: text),
        remedy: "mend the PCRE2 pattern")
    }
    return (term, SpellingHash(text.lowercased()).value)
  }

  private static let empty = ListSpelling.Refusal(
    message: "the row has no term", remedy: "write one, or take the row out")
}

extension Span<UInt8> {
  /// Whether these are the bytes of a text.
  fileprivate func isEqual(to text: String) -> Bool {
    guard count == text.utf8.count else { return false }
    var offset = 0
    for byte in text.utf8 {
      if self[offset] != byte { return false }
      offset += 1
    }
    return true
  }
}
