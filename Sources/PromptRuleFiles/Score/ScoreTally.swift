// Counts what judges make of texts, row by row.

internal import PromptCore
internal import PromptScan

/// The counts of one file.
struct ScoreTally {
  private struct Key: Hashable {
    let kind: ScoreRow.Kind
    let name: String
  }

  private let judges: [ScoreJudge]
  private let columnCount: Int
  private var counts: [Key: (unsafe: Int, safe: Int, cells: [ScoreCell])] = [:]
  private(set) var falseAlarms: [FalseAlarm] = []

  init(judges: [ScoreJudge]) {
    self.judges = judges
    columnCount = judges.reduce(0) { $0 + ($1.thresholds?.count ?? 1) }
    count(Key(kind: .all, name: ""), unsafe: 0, safe: 0)
  }

  /// Counts a text; `index` is its number among all texts.
  mutating func add(_ text: ScoredText, _ index: Int, _ scratch: inout ScanScratch) {
    let keys = [Key(kind: .all, name: "")] + text.categories.map { Key(kind: .category, name: $0) }
    for key in keys { count(key, unsafe: text.isUnsafe ? 1 : 0, safe: text.isUnsafe ? 0 : 1) }
    if let spans = text.spans {
      count(Key(kind: .spans, name: ""), unsafe: spans.count, safe: 0)
    }
    let source = SourceText(text.text)
    var column = 0
    for judge in judges {
      let found = judge.findings(in: source, &scratch)
      for threshold in judge.thresholds ?? [.hint] {
        let found = found.filter { $0.severity >= threshold }
        let isFlagged = judge.hasRanges ? !found.isEmpty : judge.prediction(index)
        for key in keys where isFlagged { flag(key, column, isRight: text.isUnsafe) }
        if judge.hasCategories { addTerms(text, found, column) }
        if judge.hasRanges { addSpans(text, found, column) }
        if threshold == .error, !text.isUnsafe { addAlarms(text, source, found, judge) }
        column += 1
      }
    }
  }

  private mutating func count(_ key: Key, unsafe: Int, safe: Int) {
    let none = (0, 0, Array(repeating: ScoreCell(), count: columnCount))
    counts[key, default: none].unsafe += unsafe
    counts[key]?.safe += safe
  }

  private mutating func flag(_ key: Key, _ column: Int, isRight: Bool) {
    counts[key]?.cells[column].flagged += 1
    guard isRight else { return }
    counts[key]?.cells[column].right += 1
    counts[key]?.cells[column].hits += 1
  }

  /// Counts a text for each category of the terms that were found in it.
  private mutating func addTerms(
    _ text: ScoredText, _ found: [ScoreJudge.Finding], _ column: Int
  ) {
    for category in Set(found.map(\.category)) {
      let key = Key(kind: .terms, name: category)
      count(key, unsafe: 0, safe: 0)
      flag(key, column, isRight: text.isUnsafe)
    }
  }

  /// Counts the spans that matches touch, and the matches that touch spans.
  private mutating func addSpans(
    _ text: ScoredText, _ found: [ScoreJudge.Finding], _ column: Int
  ) {
    guard let spans = text.spans else { return }
    let ranges = found.map(\.range.indices)
    let key = Key(kind: .spans, name: "")
    counts[key]?.cells[column].flagged += ranges.count
    counts[key]?.cells[column].right += ranges.count { range in
      spans.contains { $0.overlaps(range) }
    }
    counts[key]?.cells[column].hits += spans.count { span in ranges.contains { $0.overlaps(span) } }
  }

  private mutating func addAlarms(
    _ text: ScoredText, _ source: SourceText, _ found: [ScoreJudge.Finding], _ judge: ScoreJudge
  ) {
    guard judge.hasCategories else { return }
    falseAlarms += found.map {
      FalseAlarm(
        judge: judge.name, text: text, found: source.string(in: $0.range), category: $0.category)
    }
  }
}

// MARK: - Rows

extension ScoreTally {
  /// The rows; what terms of one category do is told where the file has no categories of its own.
  var rows: [ScoreRow] {
    let hasCategories = counts.keys.contains { $0.kind == .category }
    let kinds: [ScoreRow.Kind] = [.all, hasCategories ? .category : .terms, .spans]
    return kinds.flatMap { kind in
      counts.keys.filter { $0.kind == kind }.map(\.name).sorted().compactMap { row(kind, $0) }
    }
  }

  private func row(_ kind: ScoreRow.Kind, _ name: String) -> ScoreRow? {
    guard let own = counts[Key(kind: kind, name: name)] else { return nil }
    let all = counts[Key(kind: .all, name: "")]
    let (unsafe, safe) =
      kind == .terms ? (all?.unsafe ?? 0, all?.safe ?? 0) : (own.unsafe, own.safe)
    let abilities = judges.flatMap { judge in
      let isAble = kind == .terms ? judge.hasCategories : kind != .spans || judge.hasRanges
      return Array(repeating: isAble, count: judge.thresholds?.count ?? 1)
    }
    let cells = zip(own.cells, abilities).map { cell, isAble -> ScoreCell? in
      var cell = cell
      (cell.wanted, cell.safe) = (unsafe, safe)
      return isAble ? cell : nil
    }
    return ScoreRow(kind: kind, name: name, unsafe: unsafe, safe: safe, cells: cells)
  }
}
