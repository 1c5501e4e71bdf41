// Where records end, whatever their form.

internal import PromptFiles

/// Finds the ends of records in bytes that come piece by piece.
struct RecordSplitter: Sendable {
  private var table: CSVRecordEnds?

  /// For lines, or for the rows of a table.
  init(_ shape: CSVShape?) { table = shape.map { CSVRecordEnds(delimiter: $0.delimiter) } }

  /// Takes the bytes from `start` on and returns the offset behind the last end of a record there.
  mutating func last(_ bytes: [UInt8], from start: Int) -> Int? {
    if table != nil { return table?.take(bytes, from: start) }
    let end = bytes[start...].lastIndex(of: UInt8(ascii: "\n"))
    return end.map { $0 + 1 }
  }

  /// Takes the bytes from `start` on up to the first end of a record, and returns the offset behind it.
  mutating func first(_ bytes: [UInt8], from start: Int) -> Int? {
    if table != nil { return table?.first(bytes, from: start) }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    return end.map { $0 + 1 }
  }
}
