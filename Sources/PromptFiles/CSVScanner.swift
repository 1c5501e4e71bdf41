// Reads CSV text (RFC 4180) field by field, record by record.

import PromptCore

/// One field of a record: where it stands in the file.
struct CSVField {
  /// The field; when it is quoted, what stands between the quotes.
  let range: ByteRange
  /// The line it begins on, from 1.
  let line: Int
  /// The offset at which that line begins.
  let lineStart: UInt32
  let isQuoted: Bool

  /// Whether there is nothing in it, and no quotes say that this is meant.
  func isBlank(in bytes: [UInt8]) -> Bool { !isQuoted && bytes[range.indices].isBlank }
}

/// Walks over CSV in some bytes: LF or CRLF ends a record outside quotes, a lone CR ends nothing.
///
/// A quote inside a field without quotes is a byte like any other, as spreadsheets have it.
struct CSVScanner {
  /// What is wrong, and where.
  struct Failure: Error {
    let location: SourceLocation
    let message: String
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position: Int
  private var line = 1
  private var lineStart: Int

  /// A scanner from an offset on; at the beginning a byte order mark is skipped.
  init(_ source: SourceText, delimiter: UInt8, from start: Int? = nil) {
    self.source = source
    bytes = source.bytes
    self.delimiter = delimiter
    let mark = bytes.starts(with: FileLines.byteOrderMark) ? FileLines.byteOrderMark.count : 0
    position = start ?? mark
    lineStart = position
  }

  /// The offset and the line that were reached.
  var place: (offset: Int, line: Int) { (position, line) }

  /// Reads the next record that is no blank line into `fields`; false at the end of the file.
  ///
  /// - Throws: at quotes that don't fit; the next call goes on behind the line.
  mutating func read(into fields: inout [CSVField]) throws(Failure) -> Bool {
    while position < bytes.count {
      fields.removeAll(keepingCapacity: true)
      repeat { fields.append(try field()) } while takeDelimiter()
      takeLineEnd()
      if fields.count > 1 || !fields[0].isBlank(in: bytes) { return true }
    }
    return false
  }

  /// Steps over a field; what follows is a delimiter, the end of the line or of the file.
  private mutating func field() throws(Failure) -> CSVField {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quotedField() }
    let start = position
    while position < bytes.count, bytes[position] != delimiter,
      bytes[position] != UInt8(ascii: "\n")
    { position += 1 }
    if isAt("\n"), position > start, bytes[position - 1] == UInt8(ascii: "\r") { position -= 1 }
    return CSVField(
      range: ByteRange(start, position), line: line, lineStart: UInt32(lineStart), isQuoted: false)
  }

  private mutating func quotedField() throws(Failure) -> CSVField {
    let (quote, line, lineStart) = (position, line, lineStart)
    position += 1
    try skipToClosingQuote(of: quote)
    let range = ByteRange(quote + 1, position)
    position += 1
    guard position == bytes.count || bytes[position] == delimiter || isAt("\n") || isAtCRLF else {
      throw strayText()
    }
    return CSVField(range: range, line: line, lineStart: UInt32(lineStart), isQuoted: true)
  }

  private mutating func skipToClosingQuote(of quote: Int) throws(Failure) {
    let start = location(of: quote)
    while position < bytes.count {
      if isAt("\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { return }
        position += 1
      } else if isAt("\n") {
        (line, lineStart) = (line + 1, position + 1)
      }
      position += 1
    }
    throw Failure(
      location: start, message: "the field has no closing quote; nothing behind it was read")
  }

  /// Leaves the rest of a line behind a closing quote unread.
  private mutating func strayText() -> Failure {
    let location = location(of: position)
    position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    takeLineEnd()
    return Failure(
      location: location,
      message: "text behind the closing quote; a quote inside a quoted field is written twice")
  }
}

// MARK: - Steps

extension CSVScanner {
  private func isAt(_ mark: Unicode.Scalar) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: mark)
  }

  private var isAtCRLF: Bool { bytes[position...].starts(with: "\r\n".utf8) }

  private mutating func takeDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    if isAtCRLF { position += 1 }
    guard isAt("\n") else { return }
    position += 1
    (line, lineStart) = (line + 1, position)
  }

  /// The place of an offset in the line that was reached.
  private func location(of offset: Int) -> SourceLocation {
    let range = ByteRange(lineStart, max(offset, lineStart))
    return source.location(of: offset, in: FileLine(number: line, range: range))
  }
}
