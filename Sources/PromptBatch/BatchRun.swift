// One run over a batch: blocks in, judged on all cores, written in order.

internal import PromptCore
internal import PromptFiles
internal import PromptFormat
public import PromptLint
internal import PromptRules

/// Judges a batch: one record out for one record in, in order, in memory that doesn't grow with the
/// input but by 16 bytes a record, for equal prompts.
public struct BatchRun: ~Copyable {
  let judge: BlockJudge
  var reader: BlockReader
  var tally: BatchTally
  /// What an earlier run left of the block that it was ended in.
  var rest: Block?
  /// What stands before the first record of the output.
  public let header: [UInt8]

  /// A run over the file at `path`, or over standard input when that is `-`.
  ///
  /// - Throws: `FileError` when it can't be read, `FileProblem` for a table without the column.
  public init(_ path: String, gate: Gate, settings: BatchSettings) throws {
    var reader = try BlockReader.open(path, isEager: settings.isLineBuffered)
    let shape = try Self.shape(reader.head, settings)
    if let shape { reader.begin(shape) }
    let (options, rules) = (gate.linter.options, gate.linter.rules)
    let model = options.model ?? rules.models.defaultIndex(on: options.asOf)
    let form = RecordForm(settings, rules: rules.name, shape: shape)
    judge = BlockJudge(
      gate: gate, keys: KeyMaker(rules: rules, model: model), form: form, settings: settings,
      shape: shape)
    tally = BatchTally(budget: settings.budget)
    header = form.header
    self.reader = reader
  }

  /// The header of a table; nil for other inputs.
  static func shape(_ head: [UInt8], _ settings: BatchSettings) throws -> CSVShape? {
    guard settings.input == .csv || settings.input == .tsv else { return nil }
    return try CSVShape(
      SourceText(head), column: settings.field,
      delimiters: settings.input == .csv ? [",", ";"] : ["\t"])
  }

  /// What the records that were written so far came to.
  public var summary: BatchSummary { tally.summary }
  /// How many bytes of the input were read.
  public var bytesRead: Int { reader.count }
  /// How many bytes the input has, when that is known.
  public var size: Int? { reader.size }

  /// Judges all that is left, and calls `write` with the output, piece by piece and in order.
  ///
  /// - Throws: what `write` throws, and `FileError` when the input can't be read.
  public mutating func run(
    _ write: ([UInt8], BatchSummary, _ bytesRead: Int) throws -> Void
  ) async throws {
    let judge = judge
    let (first, settings) = (rest.take(), judge.settings)
    var tally = tally
    defer { self.tally = tally }
    try await BlockPipeline.run(
      &reader, after: first, workers: settings.workers, isEager: settings.isLineBuffered,
      judge: { judge.judge($0) },
      write: { try write(tally.finish($0), tally.summary, $1) })
  }
}
