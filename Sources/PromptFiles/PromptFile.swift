// A prompt file: its bytes, its prompts and what is wrong with its form.

public import PromptCore

/// A read prompt file.
public struct PromptFile: Sendable {
  /// How prompts stand in a file.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// One prompt a line; `#` begins a comment.
    case lines
    /// One JSON object a line, with the prompt in a string field.
    case jsonl
    /// A header and records with commas between their fields, with the prompt in a column; where the
    /// header has the column only with semicolons, as spreadsheets of many countries write it, these
    /// count.
    case csv
    /// The same with tabs.
    case tsv
    /// The whole input is one prompt, whatever stands in it.
    case whole

    /// The format that the extension of a path stands for; unknown ones mean lines.
    public init(path: String) {
      let name = path.lowercased()
      let known: [(String, Format)] = [
        (".jsonl", .jsonl), (".ndjson", .jsonl), (".csv", .csv), (".tsv", .tsv),
      ]
      self = known.first { name.hasSuffix($0.0) }?.1 ?? .lines
    }
  }

  /// The name to show: the path as given, `<stdin>` for `-`.
  public let path: String
  /// How its prompts were read.
  public let format: Format
  /// The field or column of a record that holds the prompt.
  public let field: String
  /// All bytes of the file.
  public let source: SourceText
  /// The prompts in order.
  public let records: [PromptRecord]
  /// What could not be read, in order; every other line was.
  public let problems: [FileProblem]

  /// Reads the prompts of a file's bytes; what can't be read becomes a problem.
  ///
  /// - Parameter format: nil for the one the path's extension stands for.
  /// - Parameter field: The field or column that holds the prompt in JSONL, CSV and TSV.
  /// - Complexity: O(n).
  public init(
    path: String, format: Format? = nil, field: String = "prompt", bytes: [UInt8]
  ) {
    self.init(path: path, format: format, field: field, bytes: bytes, firstLine: 1)
  }

  /// The same of a part of JSONL that begins with a certain line, counted from 1.
  package init(
    path: String, format: Format?, field: String, bytes: [UInt8], firstLine: Int
  ) {
    self.path = path == "-" ? "<stdin>" : path
    self.format = format ?? Format(path: path)
    self.field = field
    source = SourceText(bytes)
    switch self.format {
    case .lines: (records, problems) = LineRecords.read(source)
    case .jsonl: (records, problems) = JSONRecords.read(source, field: field, firstLine)
    case .csv: (records, problems) = CSVRecords.read(source, column: field, delimiters: [",", ";"])
    case .tsv: (records, problems) = CSVRecords.read(source, column: field, delimiters: ["\t"])
    case .whole: (records, problems) = ([PromptRecord(whole: source)], [])
    }
  }

  /// The same file with other bytes, read in the same way.
  public func reread(_ bytes: [UInt8]) -> PromptFile {
    PromptFile(path: path, format: format, field: field, bytes: bytes)
  }
}

/// A place in a file that can't be read as the format demands.
public struct FileProblem: Error, Hashable, Sendable {
  /// Where.
  public let location: SourceLocation
  /// What is wrong, one line, without a full stop.
  public let message: String

  /// A problem from its parts.
  public init(at location: SourceLocation, _ message: String) {
    self.location = location
    self.message = message
  }
}

// MARK: - Places

extension PromptFile {
  /// The place in the file of an offset into a record's `text`, held to the prompt's range.
  ///
  /// A byte order mark counts for no column. For many offsets use `locations(in:)`.
  ///
  /// - Complexity: O(length of the line).
  public func location(of offset: UInt32, in record: PromptRecord) -> SourceLocation {
    var cursor = locations(in: record)
    return cursor.location(of: offset)
  }

  /// A cursor over the places of one of this file's prompts.
  public func locations(in record: PromptRecord) -> LocationCursor {
    LocationCursor(record, in: source)
  }
}

// MARK: - Writing

extension PromptFile {
  /// The file's bytes with some prompts rewritten and every other byte kept.
  ///
  /// In JSONL only the inside of the prompt's string changes: it is escaped anew, and invalid
  /// UTF-8 becomes U+FFFD. In CSV a field gets quotes when it needs them and keeps those it has. In
  /// lines an LF, which no prompt can hold there, becomes a space.
  ///
  /// - Parameter replacements: Indices into `records` and the prompts' new bytes, in any order; of
  ///   two for one record the later counts.
  /// - Complexity: O(n log n) in the replacements, O(n) in the bytes.
  public func replacing(_ replacements: [(record: Int, bytes: [UInt8])]) -> [UInt8] {
    let latest = Dictionary(replacements.map { ($0.record, $0.bytes) }) { _, later in later }
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    var kept = 0
    for (index, bytes) in latest.sorted(by: { $0.key < $1.key }) {
      let field = records[index].fileRange.indices
      result += source.bytes[kept..<field.lowerBound]
      result += records[index].form.encoded(bytes)
      kept = field.upperBound
    }
    return result + source.bytes[kept...]
  }
}
