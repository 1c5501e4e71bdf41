// The tables of `mjprompt rules score` as text, Markdown and JSON.

import PromptCore
import PromptFiles
import PromptReport
import PromptRuleFiles

/// What `rules score` prints.
enum ScoreReport {
  /// The tables of all files.
  static func bytes(_ tables: [ScoreTable], _ form: Score.Form) -> [UInt8] {
    switch form {
    case .text: Array((legend + tables.map(text).joined()).utf8)
    case .markdown: Array((legend + tables.map(markdown).joined()).utf8)
    case .json: json(tables)
    }
  }

  private static let legend = """
    Precision/recall in per cent, by errors and by errors and warnings; the recall alone where all \
    texts are unsafe, and f with the share that was flagged where all are safe.

    """

  private static func text(_ table: ScoreTable) -> String {
    "\n\(VisibleText.escape(table.path))\n"
      + TextTable(header: header(table), rows: rows(table)).text
  }

  private static func markdown(_ table: ScoreTable) -> String {
    let lines = [header(table), header(table).map { _ in "---" }] + rows(table)
    return "\n**\(VisibleText.escape(table.path))**\n\n"
      + lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func header(_ table: ScoreTable) -> [String] {
    ["texts", "unsafe", "safe"] + table.columns.map(title)
  }

  private static func title(_ column: ScoreColumn) -> String {
    column.threshold.map { "\(column.judge) \($0.name)" } ?? column.judge
  }

  private static func rows(_ table: ScoreTable) -> [[String]] {
    table.rows.map { row in
      [VisibleText.escape(name(row)), "\(row.unsafe)", "\(row.safe)"]
        + row.cells.map { $0.map { cell($0, of: row) } ?? "–" }
    }
  }

  private static func name(_ row: ScoreRow) -> String {
    switch row.kind {
    case .all: "all"
    case .category: row.name
    case .terms: "by \(row.name) terms"
    case .spans: "spans"
    }
  }

  private static func cell(_ cell: ScoreCell, of row: ScoreRow) -> String {
    if row.unsafe == 0 { return "f \(percent(cell.falseAlarms, places: 2))" }
    let recall = percent(cell.recall, places: 1)
    let isPlain = row.safe == 0 && row.kind != .spans
    return isPlain ? recall : "\(percent(cell.precision, places: 1))/\(recall)"
  }

  /// A share in per cent with that many places behind the point, halves rounded up.
  private static func percent(_ share: Double?, places: Int) -> String {
    guard let share else { return "–" }
    let scale = places == 1 ? 10 : 100
    let number = Int((share * Double(100 * scale)).rounded())
    let digits = String(number % scale)
    return "\(number / scale).\(String(repeating: "0", count: places - digits.count))\(digits)"
  }
}

// MARK: - Lists

extension ScoreReport {
  /// The texts of a file as JSONL, in order.
  static func texts(of file: ScoredFile) -> [UInt8] {
    var writer = JSONWriter()
    for text in file.texts {
      writer.beginObject()
      writer.key("text")
      writer.value(text.text)
      writer.key("label")
      writer.value(text.isUnsafe ? "unsafe" : "safe")
      writer.endObject()
      writer.newline()
    }
    return writer.takeBytes()
  }

  /// The errors in safe texts, one a line.
  static func alarms(_ tables: [ScoreTable]) -> [UInt8] {
    let lines = tables.flatMap { table in
      table.falseAlarms.map { alarm in
        let place = "\(table.path):\(alarm.text.line)"
        let found = "`\(alarm.found)` (\(alarm.category))"
        return VisibleText.escape("\(place): \(alarm.judge): \(found) in \(alarm.text.text)") + "\n"
      }
    }
    return Array(lines.joined().utf8)
  }

  // MARK: JSON

  private static func json(_ tables: [ScoreTable]) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for table in tables {
      for row in table.rows {
        for (column, cell) in zip(table.columns, row.cells) {
          if let cell { write(table.path, row, column, cell, &writer) }
        }
      }
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }

  private static func write(
    _ path: String, _ row: ScoreRow, _ column: ScoreColumn, _ cell: ScoreCell,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    let texts = [
      ("file", path), ("rows", row.kind.rawValue), ("name", row.name), ("by", column.judge),
      ("level", column.threshold?.name),
    ]
    for (key, value) in texts {
      writer.key(key)
      writer.value(value)
    }
    let counts = [
      ("unsafe", row.unsafe), ("safe", row.safe), ("flagged", cell.flagged), ("right", cell.right),
      ("hits", cell.hits),
    ]
    for (key, value) in counts {
      writer.key(key)
      writer.value(value)
    }
    let shares = [
      ("precision", cell.precision), ("recall", cell.recall), ("falseAlarms", cell.falseAlarms),
    ]
    for (key, value) in shares {
      writer.key(key)
      writer.value(value ?? .nan)
    }
    writer.endObject()
  }
}
