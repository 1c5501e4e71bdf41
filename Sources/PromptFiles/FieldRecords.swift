// Records of JSONL, JSON, CSV and TSV as fields of plain text, for tables that are no prompt files.

package import PromptCore

/// A record as its fields; what nests deeper than a list is left out.
public struct FieldRecord: Hashable, Sendable {
  /// The line on which it begins, from 1.
  public let line: Int
  /// The text of each field: one for a simple value, several for a list, none for null.
  public let fields: [String: [String]]
}

extension FieldRecord {
  /// The fields of the object on a line of a file.
  ///
  /// - Throws: `FileProblem` when none stands there.
  package static func fields(
    of line: FileLine, _ source: SourceText
  ) throws(FileProblem) -> [String: [String]] {
    do throws(JSONScanner.Failure) {
      return try FieldRecords(source).fields(of: line)
    } catch {
      throw FileProblem(at: source.location(of: error.offset, in: line), error.message)
    }
  }
}

/// The records of a file, and what could not be read.
public struct FieldRecords: Sendable {
  /// The records in order.
  public private(set) var records: [FieldRecord] = []
  /// What could not be read, in order.
  public private(set) var problems: [FileProblem] = []
  private let source: SourceText

  fileprivate init(_ source: SourceText) { self.source = source }

  /// Reads a file by the ending of its name: .jsonl, .json (a list of objects), .tsv; else CSV.
  ///
  /// - Parameter isHeader: Whether these fields are the header of a CSV file; without one, columns are
  ///   called `1`, `2` and so on.
  /// - Complexity: O(n).
  public init(path: String, bytes: [UInt8], isHeader: ([String]) -> Bool) {
    source = SourceText(bytes)
    let name = path.lowercased()
    if name.hasSuffix(".json") {
      readList()
    } else if PromptFile.Format(path: name) == .jsonl {
      readLines()
    } else {
      readTable(delimiter: UInt8(ascii: name.hasSuffix(".tsv") ? "\t" : ","), isHeader)
    }
  }
}

// MARK: - JSON

extension FieldRecords {
  private mutating func readLines() {
    for line in FileLines(source.bytes) where !source.bytes[line.range.indices].isBlank {
      do throws(JSONScanner.Failure) {
        records.append(FieldRecord(line: line.number, fields: try fields(of: line)))
      } catch { report(error, in: line) }
    }
  }

  fileprivate func fields(
    of line: FileLine
  ) throws(JSONScanner.Failure) -> [String: [String]] {
    var scanner = JSONScanner(source.bytes, in: line.range)
    let fields = try object(&scanner)
    try scanner.expectEnd()
    return fields
  }

  /// One list of objects; nothing behind a mistake is read.
  private mutating func readList() {
    var line = FileLine(number: 1, range: source.range)
    var lines = FileLines(source.bytes)
    line = lines.next() ?? line
    do {
      var scanner = JSONScanner(source.bytes, in: source.range)
      try scanner.expect("[", "expected a list of objects")
      while !scanner.take("]") {
        let start = scanner.nextOffset()
        while line.range.end < start, let next = lines.next() { line = next }
        records.append(FieldRecord(line: line.number, fields: try object(&scanner)))
        if scanner.next() != UInt8(ascii: "]") { try scanner.expect(",", "expected `,` or `]`") }
      }
      try scanner.expectEnd()
    } catch { report(error, in: line) }
  }

  private mutating func report(_ error: JSONScanner.Failure, in line: FileLine) {
    let offset = min(error.offset, Int(line.range.end))
    problems.append(FileProblem(at: source.location(of: offset, in: line), error.message))
  }

  private func object(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Failure) -> [String: [String]] {
    try scanner.expect("{", "expected a JSON object")
    var fields: [String: [String]] = [:]
    while !scanner.take("}") {
      let name = try scanner.key()
      fields[try text(name)] = try values(&scanner)
      if scanner.next() != UInt8(ascii: "}") { try scanner.expect(",", "expected `,` or `}`") }
    }
    return fields
  }

  /// The text of a value, or of the items of a list.
  private func values(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Failure) -> [String] {
    guard scanner.take("[") else { return try value(&scanner).map { [$0] } ?? [] }
    var texts: [String] = []
    while !scanner.take("]") {
      if let text = try value(&scanner) { texts.append(text) }
      if scanner.next() != UInt8(ascii: "]") { try scanner.expect(",", "expected `,` or `]`") }
    }
    return texts
  }

  /// The text of a simple value; nil for null and for what nests.
  private func value(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) -> String? {
    switch scanner.next() {
    case UInt8(ascii: "\""): return try text(try scanner.string())
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"):
      try scanner.skipValue()
      return nil
    default: return source.string(in: try scanner.value())
    }
  }

  private func text(_ range: ByteRange) throws(JSONScanner.Failure) -> String {
    String(decoding: try JSONString(decoding: range, of: source.bytes).bytes, as: UTF8.self)
  }
}

// MARK: - CSV

extension FieldRecords {
  private mutating func readTable(delimiter: UInt8, _ isHeader: ([String]) -> Bool) {
    var scanner = CSVScanner(source, delimiter: delimiter)
    var fields: [CSVField] = []
    var names: [String]?
    while true {
      do throws(CSVScanner.Failure) {
        guard try scanner.read(into: &fields) else { return }
        let texts = fields.map { $0.text(in: source) }
        if names == nil, isHeader(texts) {
          names = texts
        } else {
          let header = names ?? texts.indices.map { "\($0 + 1)" }
          names = header
          let pairs = zip(header, texts.map { [$0] })
          records.append(
            FieldRecord(
              line: fields[0].line, fields: Dictionary(pairs, uniquingKeysWith: { $0 + $1 })))
        }
      } catch {
        problems.append(FileProblem(at: error.location, error.message))
      }
    }
  }
}

extension CSVField {
  /// The field as text, doubled quotes undone.
  fileprivate func text(in source: SourceText) -> String {
    let text = source.string(in: range)
    return isQuoted ? text.replacing("\"\"", with: "\"") : text
  }
}
