// A file's bytes as lines, the same way for every format.

package import PromptCore

/// One line without its ending.
package struct FileLine {
  /// From 1.
  package let number: Int
  /// The bytes without LF or CRLF; in the first line also without a byte order mark.
  package let range: ByteRange
}

/// The lines of a file: LF or CRLF ends a line, a lone CR is part of one. An LF at the end of the
/// file begins no further line.
package struct FileLines: Sequence, IteratorProtocol {
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let bytes: [UInt8]
  private var position: Int
  private var number: Int

  /// The lines of some bytes from an offset on; at the beginning a byte order mark is skipped.
  package init(_ bytes: [UInt8], from start: Int? = nil, firstLine: Int = 1) {
    self.bytes = bytes
    number = firstLine - 1
    let mark = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    position = start ?? mark
  }

  package mutating func next() -> FileLine? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = Self.lineFeed(in: bytes, from: start)
    position = end + 1
    if end < bytes.count, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    number += 1
    return FileLine(number: number, range: ByteRange(start, end))
  }

  /// The next LF, or the end.
  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int {
    let span = bytes.span
    var end = start
    while end < span.count, span[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }
}

extension ArraySlice<UInt8> {
  /// Whether there is nothing but ASCII white space.
  package var isBlank: Bool {
    allSatisfy { $0 == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")) ~= $0 }
  }
}
