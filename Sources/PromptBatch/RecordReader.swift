// The records of a batch one by one, for those who do more with them than judge them.

public import PromptCore
public import PromptFiles

/// One record of a batch.
public struct BatchRecord: Sendable {
  /// The line of the input on which it begins, from 1.
  public let line: Int
  /// What the prompt's bytes stand in, and where.
  public let source: SourceText
  /// The prompt's bytes in `source`.
  public let range: ByteRange
  /// Its other members of JSONL, or its other columns: text, and lists of text.
  public let fields: [String: [String]]

  /// The text of a member or column; nil where there is none, it is empty or it is a list.
  public func text(_ name: String) -> String? {
    guard let values = fields[name], values.count == 1, !values[0].isEmpty else { return nil }
    return values[0]
  }
}

/// Reads the records of a batch in order; holds a block of the input and no more.
public struct RecordReader: ~Copyable {
  private var blocks: BlockReader
  private let format: PromptFile.Format
  private let field: String
  private let shape: CSVShape?
  private var part = Part.none
  /// The line that the block begins with.
  private var firstLine = 1

  /// What is read of a block.
  private enum Part {
    case none
    case lines(SourceText, FileLines)
    case rows(SourceText, CSVRows)
  }

  /// A reader of the file at `path`, or of standard input when that is `-`.
  ///
  /// - Throws: `FileError` when it can't be read, `FileProblem` for a table without the column.
  public init(_ path: String, format: PromptFile.Format, field: String = "prompt") throws {
    var blocks = try BlockReader.open(path)
    var settings = BatchSettings(format)
    settings.field = field
    let shape = try BatchRun.shape(blocks.head, settings)
    if let shape { blocks.begin(shape) }
    self.blocks = blocks
    (self.format, self.field, self.shape) = (format, field, shape)
  }

  /// The next record, or nil at the end.
  ///
  /// - Throws: `FileProblem` for a record that can't be read, and the next call goes on behind it;
  ///   `FileError` when the input can't be read.
  public mutating func next() throws -> BatchRecord? {
    while true {
      if let record = try nextOfBlock() { return record }
      part = .none
      guard let block = try blocks.next() else { return nil }
      firstLine = block.firstLine
      if block.isTooLong { throw problem(firstLine, BlockJudge.tooLong) }
      begin(SourceText(block.bytes))
    }
  }

  private mutating func begin(_ source: SourceText) {
    if let shape {
      part = .rows(source, CSVRows(source, shape))
    } else {
      part = .lines(source, FileLines(source.bytes, from: 0, firstLine: firstLine))
    }
  }

  private mutating func nextOfBlock() throws -> BatchRecord? {
    switch part {
    case .none: return nil
    case .lines(let source, var rest):
      guard let line = rest.next() else { return nil }
      part = .lines(source, rest)
      return try record(line, source)
    case .rows(let source, var rows):
      defer { part = .rows(source, rows) }
      do throws(FileProblem) {
        guard try rows.next() else { return nil }
      } catch {
        throw problem(firstLine + error.location.line - 1, error.message)
      }
      return try record(rows)
    }
  }

  private func record(_ line: FileLine, _ source: SourceText) throws -> BatchRecord {
    let number = line.number
    if line.range.count > BatchSettings.maximumRecord { throw problem(number, BlockJudge.tooLong) }
    let bytes = source.bytes[line.range.indices]
    guard format == .jsonl, !bytes.isBlank else {
      let text = SourceText(Array(bytes))
      return BatchRecord(line: number, source: text, range: text.range, fields: [:])
    }
    do throws(FileProblem) {
      let object = try JSONRecord(line, of: source, field: field, without: "gate")
      return BatchRecord(
        line: number, source: object.prompt, range: object.prompt.range,
        fields: try FieldRecord.fields(of: line, source))
    } catch {
      throw problem(number, error.message)
    }
  }

  private func record(_ rows: CSVRows) throws -> BatchRecord {
    let number = firstLine + rows.line - 1
    guard let shape, let prompt = rows.content(shape.prompt) else {
      throw problem(number, "the record ends before the column \"\(field)\"")
    }
    var fields: [String: [String]] = [:]
    for (index, name) in shape.columns.enumerated() where index != shape.prompt {
      fields[name] = rows.content(index).map { [$0.text.string(in: $0.range)] }
    }
    let bytes = Array(prompt.text.bytes[prompt.range.indices])
    let text = SourceText(bytes)
    return BatchRecord(line: number, source: text, range: text.range, fields: fields)
  }

  private func problem(_ line: Int, _ message: String) -> FileProblem {
    FileProblem(at: SourceLocation(line: line, utf8Column: 1, column: 1), message)
  }
}
