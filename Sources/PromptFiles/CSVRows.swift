// Rows of CSV as they stand, for those who add columns of their own.

package import PromptCore

/// The header of a table.
package struct CSVShape: Sendable {
  /// What stands between fields.
  package let delimiter: UInt8
  /// The names of the columns.
  package let columns: [String]
  /// The column that holds the prompt.
  package let prompt: Int
  /// The columns as they stand in the file.
  package let written: [[UInt8]]
  /// The offset behind the header, and the number of lines that it takes.
  package let end: (offset: Int, lines: Int)

  /// Reads the header of a file; the first delimiter under which it has the column counts.
  ///
  /// - Throws: `FileProblem` when no header has that column, or one has it twice.
  package init(
    _ source: SourceText, column: String, delimiters: [Unicode.Scalar]
  ) throws(FileProblem) {
    var problem: FileProblem?
    for delimiter in delimiters {
      var scanner = CSVScanner(source, delimiter: UInt8(ascii: delimiter))
      do throws(CSVScanner.Failure) {
        let byte = UInt8(ascii: delimiter)
        guard let header = try CSVRecords.header(&scanner, source, column, byte) else { break }
        self.init(header, scanner.place, source)
        return
      } catch {
        problem = problem ?? FileProblem(at: error.location, error.message)
      }
    }
    let start = SourceLocation(line: 1, utf8Column: 1, column: 1)
    throw problem ?? FileProblem(at: start, "there is no header")
  }

  private init(
    _ header: CSVRecords.Header, _ place: (offset: Int, line: Int), _ source: SourceText
  ) {
    delimiter = header.delimiter
    columns = header.fields.map { field in
      let content = field.content(in: source)
      return content.text.string(in: content.range)
    }
    prompt = header.index
    written = header.fields.map { Array(source.bytes[$0.written.indices]) }
    end = (place.offset, place.line - 1)
  }
}

/// Walks over rows of a table whose header is known.
package struct CSVRows {
  private let source: SourceText
  private let shape: CSVShape
  private var scanner: CSVScanner
  private var fields: [CSVField] = []

  /// The rows that begin at the beginning of `source`.
  package init(_ source: SourceText, _ shape: CSVShape) {
    self.source = source
    self.shape = shape
    scanner = CSVScanner(source, delimiter: shape.delimiter, from: 0)
  }

  /// Goes to the next row that is no blank line; false at the end.
  ///
  /// - Throws: `FileProblem` for a row that can't be read; the next call goes on behind it.
  package mutating func next() throws(FileProblem) -> Bool {
    do throws(CSVScanner.Failure) {
      guard try scanner.read(into: &fields) else { return false }
      try CSVRecords.checkCount(fields, shape.columns.count, shape.delimiter, source)
      return true
    } catch {
      throw FileProblem(at: error.location, error.message)
    }
  }

  /// How many fields this row has, at most as many as there are columns.
  package var count: Int { fields.count }

  /// What a column of this row stands for, doubled quotes undone; nil when the row ends before it.
  package func content(_ column: Int) -> (text: SourceText, range: ByteRange)? {
    guard column < fields.count else { return nil }
    let content = fields[column].content(in: source)
    return (content.text, content.range)
  }

  /// Where a column of this row stands, quotes and all; nil when the row ends before it.
  package func written(_ column: Int) -> ByteRange? {
    column < fields.count ? fields[column].written : nil
  }

  /// The line that the row begins on, from 1.
  package var line: Int { fields.first?.line ?? scanner.place.line }

  /// The offset behind the row.
  package var end: Int { scanner.place.offset }
}

extension CSVField {
  /// The field with the quotes around it.
  var written: ByteRange {
    isQuoted ? ByteRange(range.start - 1, range.end + 1) : range
  }
}

/// Finds the ends of records, as `CSVScanner` has them, in bytes that come piece by piece.
package struct CSVRecordEnds: Sendable {
  private enum State {
    case fieldStart, plain, quoted, quote, stray
  }

  private let delimiter: UInt8
  private var state = State.fieldStart

  /// From the beginning of a record on.
  package init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Takes the bytes from `start` on and returns the offset behind the last end of a record among them.
  ///
  /// - Complexity: O(n).
  package mutating func take(_ bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var last: Int?
    var position = start
    while position < span.count {
      let byte = span[position]
      position += 1
      if advance(byte) { last = position }
    }
    return last
  }

  /// Takes the bytes from `start` on up to the first end of a record, and returns the offset behind it.
  package mutating func first(_ bytes: [UInt8], from start: Int) -> Int? {
    for position in start..<bytes.count where advance(bytes[position]) { return position + 1 }
    return nil
  }

  /// Takes a byte; true when it ends a record.
  private mutating func advance(_ byte: UInt8) -> Bool {
    let isLineFeed = byte == UInt8(ascii: "\n")
    switch state {
    case .quoted:
      if byte == UInt8(ascii: "\"") { state = .quote }
      return false
    case .quote where byte == UInt8(ascii: "\""): state = .quoted
    case .fieldStart where byte == UInt8(ascii: "\""): state = .quoted
    case _ where isLineFeed: state = .fieldStart
    case .quote where byte != delimiter: state = .stray
    case .stray: break
    default: state = byte == delimiter ? .fieldStart : .plain
    }
    return isLineFeed
  }
}
