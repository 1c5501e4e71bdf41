// Lines and columns, for people. Made at the rim from a source; nothing inside uses them.

/// A place for people.
public struct SourceLocation: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in UTF-8 bytes, from 1.
  public let utf8Column: Int
  /// The column in Unicode scalars, from 1; what terminals and editors call the column.
  public let column: Int

  /// A place from its parts.
  public init(line: Int, utf8Column: Int, column: Int) {
    self.line = line
    self.utf8Column = utf8Column
    self.column = column
  }
}

/// The line starts of one source, to turn byte offsets into lines and columns.
///
/// Lines end at LF; the CR of a CRLF belongs to its line, and a lone CR ends nothing.
public struct LineIndex: Sendable {
  private let starts: [UInt32]
  private let bytes: [UInt8]

  /// Finds the lines of `source`.
  ///
  /// - Complexity: O(n).
  public init(_ source: SourceText) {
    bytes = source.bytes
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset + 1))
    }
    self.starts = starts
  }

  /// The number of lines; an empty source has one.
  public var lineCount: Int { starts.count }

  /// The place of a byte offset; an offset past the end is the end.
  ///
  /// - Complexity: O(log lines + length of the line).
  public func location(of offset: UInt32) -> SourceLocation {
    let offset = min(offset, UInt32(bytes.count))
    let line = starts.partitionPoint { $0 > offset } - 1
    let start = starts[line]
    let before = bytes[Int(start)..<Int(offset)]
    return SourceLocation(
      line: line + 1,
      utf8Column: before.count + 1,
      column: before.count(where: { $0 & 0xC0 != 0x80 }) + 1)
  }
}
