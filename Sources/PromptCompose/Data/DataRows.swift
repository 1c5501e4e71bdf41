// Rows of data for the slots of templates: JSON, JSONL, CSV, TSV.

internal import PromptCore
internal import PromptFiles

/// One row of data.
public struct DataRow: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// Where it begins.
  public let place: TemplatePlace
  /// The values by the names of fields or columns; what is empty or null is left out.
  public let values: [String: SlotValue]
}

/// The rows of a file, one after another.
///
/// JSON is one object or an array of objects; their values are text, numbers, truth values and lists of
/// these. In a table the first record names the columns.
public struct DataRows: Sendable {
  /// How rows stand in a file.
  public enum Format: String, CaseIterable, Sendable {
    case json, jsonl, csv, tsv

    /// The format that the extension of a path stands for; unknown ones mean JSONL.
    public init(path: String) {
      let name = path.lowercased()
      let known: [(String, Format)] = [(".json", .json), (".csv", .csv), (".tsv", .tsv)]
      self = known.first { name.hasSuffix($0.0) }?.1 ?? .jsonl
    }
  }

  private enum Reader: Sendable {
    case json(JSONElements)
    case lines(FileLines)
    case table(CSVTable)
  }

  private let path: String
  private let source: SourceText
  private var reader: Reader
  private var places: PlaceCursor
  private var number = 0

  /// The rows of a file that holds these bytes.
  ///
  /// - Parameter format: nil for the one that the path's extension stands for.
  /// - Throws: `TemplateError` for a table without a header.
  public init(path: String, format: Format? = nil, bytes: [UInt8]) throws(TemplateError) {
    self.path = path
    source = SourceText(bytes)
    places = PlaceCursor(source)
    switch format ?? Format(path: path) {
    case .json: reader = .json(JSONElements(source))
    case .jsonl: reader = .lines(FileLines(bytes))
    case .csv: reader = .table(try Self.table(source, [",", ";"], path))
    case .tsv: reader = .table(try Self.table(source, ["\t"], path))
    }
  }

  private static func table(
    _ source: SourceText, _ delimiters: [Unicode.Scalar], _ path: String
  ) throws(TemplateError) -> CSVTable {
    do throws(FileProblem) { return try CSVTable(source, delimiters: delimiters) } catch {
      throw TemplateError(error, path: path, kind: .malformedData)
    }
  }

  /// The next row, or why it can't be read; nil at the end. A row that can't be read ends nothing but
  /// a JSON array.
  public mutating func next() -> Result<DataRow, TemplateError>? {
    let source = source
    switch reader {
    case .json(var elements):
      defer { reader = .json(elements) }
      return row { () throws(FileProblem) in try elements.next() }
    case .lines(var lines):
      defer { reader = .lines(lines) }
      guard let line = Self.filled(&lines, source) else { return nil }
      return row { () throws(FileProblem) in try JSONValue(source, in: line.range) }
    case .table(var table):
      defer { reader = .table(table) }
      return record(&table)
    }
  }

  private static func filled(_ lines: inout FileLines, _ source: SourceText) -> FileLine? {
    while let line = lines.next() {
      if !source.bytes[line.range.indices].isBlank { return line }
    }
    return nil
  }
}

// MARK: One row

extension DataRows {
  private mutating func row(
    _ read: () throws(FileProblem) -> JSONValue?
  ) -> Result<DataRow, TemplateError>? {
    do throws(FileProblem) {
      guard let value = try read() else { return nil }
      number += 1
      let start = places.location(of: value.offset)
      let place = TemplatePlace(path: path, start)
      return values(value, at: place).map { DataRow(number: number, place: place, values: $0) }
    } catch {
      number += 1
      return .failure(TemplateError(error, path: path, kind: .malformedData))
    }
  }

  private func values(
    _ value: JSONValue, at place: TemplatePlace
  ) -> Result<[String: SlotValue], TemplateError> {
    guard case .object(let members) = value.content else {
      let problem = TemplateError(place, "a row must be a JSON object", kind: .malformedData)
      return .failure(problem)
    }
    var values: [String: SlotValue] = [:]
    for member in members {
      if let value = Self.value(member.value) {
        values[member.name] = value
      } else if !Self.isNull(member.value) {
        let message = "`\(member.name)` must be text, a number or a list of them"
        return .failure(TemplateError(place, message, kind: .malformedData))
      }
    }
    return .success(values)
  }

  private static func isNull(_ value: JSONValue) -> Bool {
    if case .null = value.content { true } else { false }
  }

  private static func value(_ value: JSONValue) -> SlotValue? {
    if case .array(let items) = value.content {
      let texts = items.compactMap(text)
      return texts.count == items.count ? .list(texts) : nil
    }
    return text(value).map { .text($0) }
  }

  private static func text(_ value: JSONValue) -> String? {
    switch value.content {
    case .string(let text), .word(let text): text
    case .null, .array, .object: nil
    }
  }

  private mutating func record(_ table: inout CSVTable) -> Result<DataRow, TemplateError>? {
    do throws(FileProblem) {
      guard try table.next() else { return nil }
      number += 1
    } catch {
      number += 1
      return .failure(TemplateError(error, path: path, kind: .malformedData))
    }
    let place = TemplatePlace(path: path, line: table.line, column: 1)
    var values: [String: SlotValue] = [:]
    for (column, name) in table.written.enumerated() {
      let cell = table.cell(column)
      guard !cell.range.isEmpty else { continue }
      guard let text = String(validating: cell.bytes[cell.range], as: UTF8.self) else {
        let message = "`\(name)` is not UTF-8"
        return .failure(TemplateError(place, message, kind: .malformedData))
      }
      values[TextParser.Tag.trimmed(name)] = .text(text)
    }
    return .success(DataRow(number: number, place: place, values: values))
  }
}
