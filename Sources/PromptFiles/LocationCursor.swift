// From offsets to lines, columns and UTF-16 counts, many at a time.

public import PromptCore

/// Counts scalars and UTF-16 code units from a starting point of some bytes.
///
/// It remembers where it stands, so asking for offsets in nearly ascending order costs one pass.
public struct ScalarCounter: Sendable {
  private let bytes: [UInt8]
  private let start: Int
  private var position: Int
  /// The scalars between the start and the offset last asked for.
  public private(set) var scalars = 0
  /// The UTF-16 code units between the start and the offset last asked for.
  public private(set) var utf16 = 0

  /// A counter that stands at `start`.
  public init(_ bytes: [UInt8], from start: UInt32) {
    self.bytes = bytes
    self.start = min(Int(start), bytes.count)
    position = self.start
  }

  /// Goes to an offset, held between the start and the end of the bytes.
  ///
  /// Every byte that doesn't continue a scalar counts as one, in invalid UTF-8 too.
  ///
  /// - Complexity: O(distance from the last offset).
  public mutating func move(to offset: UInt32) {
    let target = min(max(Int(offset), start), bytes.count)
    let isForward = target >= position
    for byte in bytes[min(position, target)..<max(position, target)] where byte & 0xC0 != 0x80 {
      scalars += isForward ? 1 : -1
      utf16 += (byte >= 0xF0 ? 2 : 1) * (isForward ? 1 : -1)
    }
    position = target
  }
}

/// Finds the places in the file of offsets into one prompt.
public struct LocationCursor: Sendable {
  private let record: PromptRecord
  private let bytes: [UInt8]
  /// The offsets in the file at which the prompt's lines begin; most prompts have one.
  private let starts: [UInt32]
  /// The line in `starts` that the counter stands in.
  private var row = 0
  private var counter: ScalarCounter

  init(_ record: PromptRecord, in source: SourceText) {
    self.record = record
    bytes = source.bytes
    var starts = [record.lineStart]
    var rest = bytes[record.fileRange.indices]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      starts.append(UInt32(end + 1))
      rest = rest[(end + 1)...]
    }
    self.starts = starts
    counter = ScalarCounter(bytes, from: record.lineStart)
  }

  /// The place in the file of an offset into the record's `text`, held to the prompt's range.
  ///
  /// - Complexity: O(distance from the offset last asked for + log escapes), and O(length of the
  ///   line) when that was in another line.
  public mutating func location(of offset: UInt32) -> SourceLocation {
    let place = record.fileOffset(of: offset)
    let row = starts.partitionPoint { $0 > place } - 1
    if row != self.row {
      self.row = row
      counter = ScalarCounter(bytes, from: starts[row])
    }
    counter.move(to: place)
    return SourceLocation(
      line: record.line + row,
      utf8Column: Int(place - starts[row]) + 1,
      column: counter.scalars + 1)
  }
}

extension SourceText {
  /// The place of an offset in a line, for problems.
  package func location(of offset: Int, in line: FileLine) -> SourceLocation {
    var counter = ScalarCounter(bytes, from: line.range.start)
    counter.move(to: UInt32(clamping: offset))
    return SourceLocation(
      line: line.number,
      utf8Column: offset - Int(line.range.start) + 1,
      column: counter.scalars + 1)
  }
}
