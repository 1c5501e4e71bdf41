// The one way to name a place in a source: a half-open range of bytes.

/// A half-open range of byte offsets into one `SourceText`.
///
/// Offsets are 32 bits wide; a source is therefore at most 4 GiB − 1 bytes long.
public struct ByteRange: Hashable, Sendable, BitwiseCopyable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The offset just past the last byte; never below `start`.
  public var end: UInt32

  /// A range from `start` up to, not including, `end`; an inverted pair becomes empty at `start`.
  public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// An inverted or negative pair becomes empty; used where offsets were computed as `Int`.
  public init(_ start: Int, _ end: Int) {
    self.init(UInt32(clamping: start), UInt32(clamping: end))
  }

  /// The empty range at `offset`.
  public init(at offset: UInt32) {
    self.init(offset, offset)
  }

  /// The number of bytes.
  public var count: Int { Int(end - start) }
  /// Whether the range holds no byte.
  public var isEmpty: Bool { start == end }
  /// The same range for subscripting arrays.
  public var indices: Range<Int> { Int(start)..<Int(end) }

  /// Whether `offset` is one of the range's bytes.
  public func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }
  /// Whether every byte of `other` lies in this range (an empty `other` may touch the end).
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
  /// The smallest range that holds both.
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
  /// The range moved by `distance` bytes to the right.
  public func shifted(by distance: UInt32) -> ByteRange {
    ByteRange(start + distance, end + distance)
  }
}
