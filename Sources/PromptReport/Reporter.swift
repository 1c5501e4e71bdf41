// What every output form has in common.

public import PromptCore
public import PromptFiles

/// A prompt file with what was found in its prompts.
public struct ReportedFile: Sendable {
  /// The file.
  public let file: PromptFile
  /// For each of the file's records its diagnostics in the order of their ranges.
  public let diagnostics: [[Diagnostic]]

  /// A file and its diagnostics; a record without a list has none.
  public init(_ file: PromptFile, _ diagnostics: [[Diagnostic]]) {
    self.file = file
    self.diagnostics = diagnostics
  }

  /// The records that have diagnostics.
  var findings: some Sequence<(record: PromptRecord, diagnostics: [Diagnostic])> {
    zip(file.records, diagnostics).lazy
      .filter { !$0.1.isEmpty }
      .map { (record: $0.0, diagnostics: $0.1) }
  }
}

/// An output form: turns findings into bytes, file by file, so that the caller can write as it goes.
public protocol Reporter: Sendable {
  /// Writes what stands before the first file.
  mutating func begin(_ output: inout [UInt8])
  /// Writes the findings of one file.
  mutating func report(_ file: ReportedFile, to output: inout [UInt8])
  /// Writes what stands after the last file.
  mutating func end(_ output: inout [UInt8])
}

extension Reporter {
  /// Writes nothing.
  public mutating func begin(_ output: inout [UInt8]) {}
  /// Writes nothing.
  public mutating func end(_ output: inout [UInt8]) {}
}

extension Diagnostic {
  /// How far the best fix may be trusted, or nil when no fix can be applied.
  var bestFix: Applicability? {
    let best = fixes.map(\.applicability).max()
    return best == .displayOnly ? nil : best
  }
}

extension Applicability {
  /// The mark of a diagnostic or a rule whose best fix is this one.
  var mark: String {
    switch self {
    case .safe: "[fixable]"
    case .unsafe: "[unsafe fix]"
    case .displayOnly: ""
    }
  }
}
