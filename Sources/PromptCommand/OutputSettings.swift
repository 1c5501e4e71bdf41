// How results are shown.

internal import PromptFiles
public import PromptReport

/// When output is coloured.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// The form of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// The prompt with carets, for people.
  case text
  /// One line a finding.
  case concise
  /// One JSON array.
  case json
  /// One JSON object a line.
  case jsonl
}

/// How results are shown, as values.
public struct OutputSettings: Sendable {
  /// When output is coloured.
  public var color = ColorChoice.auto
  /// Whether only findings are shown.
  public var quiet = false

  /// The usual ones.
  public init() {}

  /// The colours for a descriptor (1 output, 2 error).
  public func colors(for descriptor: Int32) -> ColorScheme {
    switch color {
    case .always: return .colored
    case .never: return .plain
    case .auto:
      let isWanted = FileSystem.environmentVariable("NO_COLOR").map(\.isEmpty) ?? true
      let isDumb = FileSystem.environmentVariable("TERM") == "dumb"
      return isWanted && !isDumb && FileSystem.isTerminal(descriptor) ? .colored : .plain
    }
  }

  /// The width of a report in columns: COLUMNS, or 100.
  public var width: Int {
    let columns = FileSystem.environmentVariable("COLUMNS").flatMap { Int($0) }
    return columns.map { max(40, min($0, 400)) } ?? 100
  }

  /// A reporter of that form for a descriptor (1 output, 2 error).
  public func reporter(_ format: ReportFormat, for descriptor: Int32) -> any Reporter {
    switch format {
    case .text: TextReporter(width: width, colors: colors(for: descriptor))
    case .concise: ConciseReporter(colors: colors(for: descriptor))
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    }
  }
}
