// Reads CSV: a header, then records, the prompt in one column of them.

import PromptCore

enum CSVRecords {
  /// What the header says.
  struct Header {
    let delimiter: UInt8
    /// How many columns there are.
    let count: Int
    /// Which of them holds the prompt.
    let index: Int
    let column: String
    /// The fields themselves.
    let fields: [CSVField]
  }

  /// The prompts of a CSV file; without a header that has the column there are none.
  ///
  /// - Parameter delimiters: What may stand between fields; the first under which the header has the
  ///   column counts.
  static func read(
    _ source: SourceText, column: String, delimiters: [Unicode.Scalar]
  ) -> ([PromptRecord], [FileProblem]) {
    var problem: FileProblem?
    for delimiter in delimiters {
      var scanner = CSVScanner(source, delimiter: UInt8(ascii: delimiter))
      do throws(CSVScanner.Failure) {
        guard let header = try header(&scanner, source, column, UInt8(ascii: delimiter)) else {
          return ([], [])
        }
        return records(&scanner, source, header)
      } catch {
        problem = problem ?? FileProblem(at: error.location, error.message)
      }
    }
    return ([], problem.map { [$0] } ?? [])
  }

  private static func records(
    _ scanner: inout CSVScanner, _ source: SourceText, _ header: Header
  ) -> ([PromptRecord], [FileProblem]) {
    var records: [PromptRecord] = []
    var problems: [FileProblem] = []
    var fields: [CSVField] = []
    while true {
      do throws(CSVScanner.Failure) {
        guard try scanner.read(into: &fields) else { return (records, problems) }
        records.append(try record(fields, source, header))
      } catch {
        problems.append(FileProblem(at: error.location, error.message))
      }
    }
  }

  private static func record(
    _ fields: [CSVField], _ source: SourceText, _ header: Header
  ) throws(CSVScanner.Failure) -> PromptRecord {
    try checkCount(fields, header.count, header.delimiter, source)
    guard header.index < fields.count else {
      throw failure(fields[0], source, "the record ends before the column \"\(header.column)\"")
    }
    let field = fields[header.index]
    let content = field.content(in: source)
    return PromptRecord(
      text: content.text, range: content.range, line: field.line, suppressions: [],
      fileRange: field.range,
      form: .csvField(delimiter: header.delimiter, isQuoted: field.isQuoted),
      lineStart: field.lineStart, escapes: content.quotes)
  }

  /// A record has at most as many fields as the header.
  static func checkCount(
    _ fields: [CSVField], _ count: Int, _ delimiter: UInt8, _ source: SourceText
  ) throws(CSVScanner.Failure) {
    if fields.count <= count { return }
    let delimiter = Unicode.Scalar(delimiter).escaped(asASCII: true)
    throw failure(
      fields[count], source,
      "\(fields.count) fields where the header has \(count); "
        + "a field that holds `\(delimiter)` needs quotes around it")
  }

  static func failure(
    _ field: CSVField, _ source: SourceText, _ message: String
  ) -> CSVScanner.Failure {
    let start = Int(field.range.start) - (field.isQuoted ? 1 : 0)
    let line = FileLine(number: field.line, range: ByteRange(Int(field.lineStart), start))
    return CSVScanner.Failure(location: source.location(of: start, in: line), message: message)
  }
}

// MARK: - The header

extension CSVRecords {
  /// The header, or nil when the file is empty.
  static func header(
    _ scanner: inout CSVScanner, _ source: SourceText, _ column: String, _ delimiter: UInt8
  ) throws(CSVScanner.Failure) -> Header? {
    var fields: [CSVField] = []
    guard try scanner.read(into: &fields) else { return nil }
    let names = fields.map { $0.content(in: source) }.map { $0.text.string(in: $0.range) }
    let columns = names.indices.filter { names[$0] == column }
    guard let index = columns.first else {
      let message = "the header has no column \"\(column)\" but \(list(names))"
      throw failure(fields[0], source, message + "; name the right one with --field")
    }
    if columns.count > 1 {
      throw failure(fields[columns[1]], source, "a second column \"\(column)\"")
    }
    return Header(
      delimiter: delimiter, count: fields.count, index: index, column: column,
      fields: fields)
  }

  /// Some names in quotes, long ones cut.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).map { name in
      "\"" + (name.unicodeScalars.count > 30 ? String(name.prefix(30)) + "…" : name) + "\""
    }
    return shown.joined(separator: ", ") + (names.count > shown.count ? ", …" : "")
  }
}

// MARK: - Fields

extension CSVField {
  /// What a field stands for: a part of the file, or a text of its own when quotes are doubled.
  func content(
    in source: SourceText
  ) -> (text: SourceText, range: ByteRange, quotes: [DecodedEscape]) {
    guard isQuoted, source.bytes[range.indices].contains(UInt8(ascii: "\"")) else {
      return (source, range, [])
    }
    var decoded: [UInt8] = []
    var quotes: [DecodedEscape] = []
    var rest = source.bytes[range.indices]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      decoded += rest[..<quote]
      quotes.append(
        DecodedEscape(
          decodedStart: UInt32(decoded.count), fileStart: UInt32(quote), decodedCount: 1,
          fileCount: 2))
      decoded.append(UInt8(ascii: "\""))
      rest = rest[(quote + 2)...]
    }
    let text = SourceText(decoded + rest)
    return (text, text.range, quotes)
  }
}
