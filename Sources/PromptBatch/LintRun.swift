// Findings of many prompts, block by block: the way of `gate` for those who only want to know.

public import PromptCore
public import PromptFiles
public import PromptLint
internal import PromptReport
internal import PromptScan

/// What a part of the input came to.
public struct LintedBlock: Sendable {
  /// Its findings, a line of JSON each, in order.
  public let findings: [UInt8]
  /// How bad the worst of them is; nil when there are none.
  public let worst: Severity?
  /// What could not be read, in order.
  public let problems: [FileProblem]
}

/// Lints JSONL on all cores, in memory that doesn't grow with it; suppressions mean nothing there.
public struct LintRun: ~Copyable {
  private let path: String
  private let field: String
  private var reader: BlockReader

  /// A run over the file at `path`, or over standard input when that is `-`; `name` stands in the findings.
  ///
  /// - Throws: `FileError` when it can't be read.
  public init(_ path: String, named name: String, field: String) throws {
    reader = try BlockReader(try FileInput(path), isEager: false)
    (self.path, self.field) = (name, field)
  }

  /// Lints everything, and calls `write` with the outcome, piece by piece and in order.
  ///
  /// - Throws: what `write` throws, and `FileError` when the input can't be read.
  public mutating func run(
    _ linter: Linter, workers: Int, _ write: (LintedBlock) throws -> Void
  ) async throws {
    let (path, field) = (path, field)
    try await BlockPipeline.run(
      &reader, workers: workers,
      judge: { Self.lint($0, linter, path, field) }, write: { block, _ in try write(block) })
  }

  private static func lint(
    _ block: Block, _ linter: Linter, _ path: String, _ field: String
  ) -> LintedBlock {
    if block.isTooLong {
      let place = SourceLocation(line: block.firstLine, utf8Column: 1, column: 1)
      let problem = FileProblem(at: place, BlockJudge.tooLong)
      return LintedBlock(findings: [], worst: nil, problems: [problem])
    }
    let file = PromptFile(
      path: path, format: .jsonl, field: field, bytes: block.bytes, firstLine: block.firstLine)
    var scratch = ScanScratch()
    let found = file.records.map { linter.lint($0.text, in: $0.range, scratch: &scratch) }
    var output: [UInt8] = []
    JSONLinesReporter().report(ReportedFile(file, found), to: &output)
    let worst = found.lazy.joined().map(\.severity).max()
    return LintedBlock(findings: output, worst: worst, problems: file.problems)
  }
}
