// How often each rule found something.

public import PromptCore
import PromptFiles

/// Findings of a whole run, counted by rule.
public struct Statistics: Hashable, Sendable {
  /// One rule's line.
  public struct Row: Hashable, Sendable {
    /// How many findings it had.
    public let count: Int
    /// The rule.
    public let rule: RuleMetadata
    /// The best that a fix of one of these findings can be, or nil when none can be applied.
    public let fix: Applicability?
  }

  private struct Tally: Hashable {
    var count = 0
    var fix: Applicability?
  }

  private var tallies: [RuleMetadata: Tally] = [:]

  /// Statistics of nothing yet.
  public init() {}

  /// Counts a file's findings.
  ///
  /// - Complexity: O(prompts + findings).
  public mutating func add(_ file: ReportedFile) {
    for (_, diagnostics) in file.findings {
      for diagnostic in diagnostics {
        let fix = [tallies[diagnostic.rule]?.fix, diagnostic.bestFix].compactMap(\.self).max()
        tallies[diagnostic.rule, default: Tally()].count += 1
        tallies[diagnostic.rule]?.fix = fix
      }
    }
  }

  /// The rules with findings, the most frequent first, then by code.
  public var rows: [Row] {
    tallies
      .map { Row(count: $0.value.count, rule: $0.key, fix: $0.value.fix) }
      .sorted { ($1.count, $0.rule.code) < ($0.count, $1.rule.code) }
  }

  /// An aligned table of count, code, name and mark, one rule a line; empty without findings.
  public var text: String {
    let rows = rows
    let digits = rows.first.map { String($0.count).utf8.count } ?? 0
    let code = rows.map(\.rule.code.utf8.count).max() ?? 0
    let name = rows.map(\.rule.name.utf8.count).max() ?? 0
    return rows.map { row in
      let count = String(row.count)
      let start = Self.blanks(digits - count.utf8.count) + count + "  " + row.rule.code
      let middle = Self.blanks(code - row.rule.code.utf8.count) + "  " + row.rule.name
      guard let fix = row.fix else { return start + middle + "\n" }
      return start + middle + Self.blanks(name - row.rule.name.utf8.count) + "  \(fix.mark)\n"
    }.joined()
  }

  /// An indented JSON array of objects with `count`, `code`, `name` and `fix` (`safe`, `unsafe` or
  /// null).
  public var json: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      writer.member("count", row.count)
      writer.member("code", row.rule.code)
      writer.member("name", row.rule.name)
      writer.member("fix", row.fix?.name)
      writer.endObject()
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
