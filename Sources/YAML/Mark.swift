// A place in a YAML file, and the counting that makes one.

/// A place in a YAML file.
///
/// Lines end at LF alone and columns count Unicode scalars, a byte order mark included, as
/// everywhere in this package. libyaml counts otherwise (every Unicode line break, no bytes).
public struct Mark: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// The offset in bytes, from 0.
  public let offset: Int

  /// A place from its parts.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Turns libyaml's marks, which are counts of scalars, into places.
///
/// The walk goes on from the last place, so marks that only grow cost O(n) for a whole file.
struct MarkCursor {
  private let bytes: [UInt8]
  /// Where libyaml's scalar 0 is: past a byte order mark, which it never sees.
  private let start: Int
  private var scalar = 0
  private var place: Mark

  /// A cursor at `start` of bytes that must be valid UTF-8 for the counts to be right.
  init(_ bytes: [UInt8], start: Int = 0) {
    self.bytes = bytes
    self.start = start
    place = Self.origin(start)
  }

  /// The place of libyaml's scalar with that index; past the end it is the end.
  mutating func mark(scalar index: Int) -> Mark {
    if index < scalar { (scalar, place) = (0, Self.origin(start)) }
    while scalar < index, place.offset < bytes.count { step() }
    return place
  }

  /// The place that many bytes past the start; past the end it is the end.
  mutating func mark(bytePastStart distance: Int) -> Mark {
    mark(byte: start + distance)
  }

  /// The place of a byte offset; past the end it is the end.
  mutating func mark(byte offset: Int) -> Mark {
    if offset < place.offset { (scalar, place) = (0, Self.origin(start)) }
    while place.offset < offset, place.offset < bytes.count { step() }
    return place
  }

  private mutating func step() {
    var end = place.offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let isBreak = bytes[place.offset] == UInt8(ascii: "\n")
    place = Mark(
      line: place.line + (isBreak ? 1 : 0),
      column: isBreak ? 1 : place.column + 1,
      offset: end)
    scalar += 1
  }

  private static func origin(_ start: Int) -> Mark {
    Mark(line: 1, column: start == 0 ? 1 : 2, offset: start)
  }
}
