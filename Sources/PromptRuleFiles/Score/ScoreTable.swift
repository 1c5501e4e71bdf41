// Precision and recall of judges over the texts of a file.

public import PromptCore
internal import PromptScan

/// What a judge made of some texts.
public struct ScoreCell: Hashable, Sendable {
  /// How many of those that should be flagged were.
  public var hits = 0
  /// How many should have been.
  public var wanted = 0
  /// How many flagged ones should have been; `hits`, but for spans, of which one may hold two matches.
  public var right = 0
  /// How many were flagged.
  public var flagged = 0
  /// How many of those that should stay clean there are.
  public var safe = 0

  /// The share of what was flagged that should have been; nil when nothing was.
  public var precision: Double? { Self.share(right, flagged) }
  /// The share of what should be flagged that was; nil when nothing should be.
  public var recall: Double? { Self.share(hits, wanted) }
  /// The share of safe texts that were flagged; nil when there are none.
  public var falseAlarms: Double? { Self.share(flagged - right, safe) }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

/// A column: a judge, and from which severity on it flags.
public struct ScoreColumn: Hashable, Sendable {
  /// The name of the judge.
  public let judge: String
  /// The least severity that counts; nil for a judge without severities.
  public let threshold: Severity?
}

/// A row: some of the texts, or what one category of terms makes of all.
public struct ScoreRow: Hashable, Sendable {
  /// What its cells count.
  public enum Kind: String, Sendable {
    /// All texts.
    case all
    /// The texts that the file puts in a category, or gives a grade.
    case category
    /// All texts, flagged by the terms of one category only.
    case terms
    /// The parts of texts that the file calls unsafe.
    case spans
  }

  /// What its cells count.
  public let kind: Kind
  /// The category or grade; empty for other rows.
  public let name: String
  /// How many texts or spans should be flagged.
  public let unsafe: Int
  /// How many texts should stay clean.
  public let safe: Int
  /// A cell for each column; nil where the judge can't say.
  public let cells: [ScoreCell?]
}

/// A safe text that a profile finds an error in.
public struct FalseAlarm: Hashable, Sendable {
  /// The profile.
  public let judge: String
  /// The text.
  public let text: ScoredText
  /// What was found.
  public let found: String
  /// The category of the term.
  public let category: String
}

/// The table of one file.
public struct ScoreTable: Sendable {
  /// The file as it was named.
  public let path: String
  /// The columns.
  public let columns: [ScoreColumn]
  /// The rows: all, then categories by name, then spans.
  public let rows: [ScoreRow]
  /// The errors in safe texts, by line and column.
  public let falseAlarms: [FalseAlarm]

  /// Scores the texts of a file.
  ///
  /// - Parameter first: The number of the file's first text among all texts, for predictions.
  /// - Complexity: O(text × judges).
  public init(_ file: ScoredFile, by judges: [ScoreJudge], first: Int = 0) {
    path = file.path
    columns = judges.flatMap { judge in
      (judge.thresholds.map { $0.map(Optional.some) } ?? [nil]).map {
        ScoreColumn(judge: judge.name, threshold: $0)
      }
    }
    var tally = ScoreTally(judges: judges)
    var scratch = ScanScratch()
    for (index, text) in file.texts.enumerated() { tally.add(text, first + index, &scratch) }
    rows = tally.rows
    falseAlarms = tally.falseAlarms
  }
}
