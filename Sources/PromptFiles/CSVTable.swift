// A table with named columns, for those who look for more in CSV than prompts.

package import PromptCore

/// Walks over the rows of a CSV file whose first record names the columns.
package struct CSVTable {
  /// The names of the columns, in lower case and without spaces around them.
  package let columns: [String]
  /// The names of the columns as they are written.
  package let written: [String]
  private let source: SourceText
  private let delimiter: UInt8
  private var scanner: CSVScanner
  private var fields: [CSVField] = []

  /// The table of a file; the first delimiter under which the header has `column` counts.
  ///
  /// - Throws: `FileProblem` when no header has that column, or one has two of a name.
  package init(
    _ source: SourceText, delimiters: [Unicode.Scalar], column: String
  ) throws(FileProblem) {
    var problem: FileProblem?
    for mark in delimiters {
      do throws(CSVScanner.Failure) {
        self = try CSVTable(source, UInt8(ascii: mark), column)
        return
      } catch {
        problem = problem ?? FileProblem(at: error.location, error.message)
      }
    }
    throw problem ?? FileProblem(at: Self.start, "there is no header")
  }

  /// The table of a file whose columns may have any names; the delimiter that makes most columns counts,
  /// the first of equals.
  ///
  /// - Throws: `FileProblem` when there is no header, or it has two columns of a name.
  package init(_ source: SourceText, delimiters: [Unicode.Scalar]) throws(FileProblem) {
    do throws(CSVScanner.Failure) {
      var best: CSVTable?
      for mark in delimiters {
        let table = try CSVTable(source, UInt8(ascii: mark), nil)
        if table.columns.count > best?.columns.count ?? 0 { best = table }
      }
      guard let best else {
        throw CSVScanner.Failure(location: Self.start, message: "there is no header")
      }
      self = best
    } catch {
      throw FileProblem(at: error.location, error.message)
    }
  }

  private static let start = SourceLocation(line: 1, utf8Column: 1, column: 1)

  private init(
    _ source: SourceText, _ delimiter: UInt8, _ column: String?
  ) throws(CSVScanner.Failure) {
    self.source = source
    self.delimiter = delimiter
    scanner = CSVScanner(source, delimiter: delimiter)
    guard try scanner.read(into: &fields) else {
      throw CSVScanner.Failure(location: Self.start, message: "there is no header")
    }
    let names = fields.map { field in
      let content = field.content(in: source)
      return content.text.string(in: content.range)
    }
    columns = names.map { $0.lowercased().filter { !$0.isWhitespace } }
    written = names.map { $0.filter { !$0.isNewline } }
    guard column.map({ columns.contains($0) }) ?? true else {
      let message = "the header has no column \"\(column ?? "")\" but \(CSVRecords.list(names))"
      throw CSVRecords.failure(fields[0], source, message)
    }
    for (index, name) in columns.enumerated()
    where !name.isEmpty && columns[..<index].contains(name) {
      throw CSVRecords.failure(fields[index], source, "a second column \"\(name)\"")
    }
  }

  /// Goes to the next row that is no blank line; false at the end.
  ///
  /// - Throws: `FileProblem` for a row that can't be read; the next call goes on behind it.
  package mutating func next() throws(FileProblem) -> Bool {
    do throws(CSVScanner.Failure) {
      guard try scanner.read(into: &fields) else { return false }
      try CSVRecords.checkCount(fields, columns.count, delimiter, source)
      return true
    } catch {
      throw FileProblem(at: error.location, error.message)
    }
  }

  /// What stands in a column of this row, doubled quotes undone and without white space around it;
  /// empty when the row ends before it.
  package func cell(_ column: Int) -> CSVCell {
    guard column < fields.count else { return CSVCell(bytes: source.bytes, range: 0..<0) }
    let field = fields[column]
    var cell = CSVCell(bytes: source.bytes, range: field.range.indices)
    if field.isQuoted {
      let content = field.content(in: source)
      cell = CSVCell(bytes: content.text.bytes, range: content.range.indices)
    }
    return CSVCell(bytes: cell.bytes, range: cell.bytes.span.trimmed(cell.range))
  }

  /// The line that the row begins on, from 1.
  package var line: Int { fields.first?.line ?? 1 }

  /// Where a column of this row begins, with the offset in the file; the row's beginning when the row
  /// ends before it.
  package func location(_ column: Int) -> (place: SourceLocation, offset: Int) {
    let field = fields[column < fields.count ? column : 0]
    let start = Int(field.range.start) - (field.isQuoted ? 1 : 0)
    let line = FileLine(number: field.line, range: ByteRange(Int(field.lineStart), start))
    return (source.location(of: start, in: line), start)
  }
}

/// A piece of some bytes.
package struct CSVCell {
  /// The bytes that it is a piece of.
  package let bytes: [UInt8]
  /// The piece.
  package let range: Range<Int>
}

extension Span<UInt8> {
  /// The part of a range without ASCII white space around it.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlankByte { start += 1 }
    while end > start, self[end - 1].isBlankByte { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Whether it is ASCII white space.
  package var isBlankByte: Bool { self == 0x20 || self &- 0x09 < 5 }
}
