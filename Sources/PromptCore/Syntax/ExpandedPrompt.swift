// One of the prompts of an expansion, with the way back to the original.

/// One of the prompts that a prompt with groups stands for.
public struct ExpandedPrompt: Sendable, Equatable {
  /// Its text.
  public private(set) var bytes: [UInt8] = []
  /// The ranges of the original that its text was copied from, in order, without gaps in the text.
  public private(set) var segments: [Segment] = []

  /// A piece of the text and where it comes from; both have the same length.
  public struct Segment: Sendable, Equatable {
    /// The place in the expanded prompt.
    public let expanded: UInt32
    /// The place in the original.
    public let original: ByteRange
  }

  mutating func append(_ range: ByteRange, of source: SourceText) {
    guard !range.isEmpty else { return }
    segments.append(Segment(expanded: UInt32(bytes.count), original: range))
    bytes += source.bytes[range.indices]
  }

  /// Takes spaces off the end, but no further than to `start`.
  mutating func trim(downTo start: Int) {
    while bytes.count > start, bytes[bytes.count - 1].isSpace { bytes.removeLast() }
    while let last = segments.last, Int(last.expanded) + last.original.count > bytes.count {
      segments.removeLast()
      let kept = bytes.count - Int(last.expanded)
      if kept > 0 {
        let range = ByteRange(last.original.start, last.original.start + UInt32(kept))
        segments.append(Segment(expanded: last.expanded, original: range))
      }
    }
  }

  /// The original of a range of this text: from where its first byte comes to where its last does.
  ///
  /// - Complexity: O(log segments).
  public func original(of range: ByteRange) -> ByteRange {
    let first = place(of: range.start)
    return ByteRange(first, range.isEmpty ? first : place(of: range.end - 1) + 1)
  }

  private func place(of offset: UInt32) -> UInt32 {
    let next = segments.partitionPoint { $0.expanded > offset }
    guard next > 0 else { return segments.first?.original.start ?? 0 }
    let segment = segments[next - 1]
    return min(segment.original.start + (offset - segment.expanded), segment.original.end)
  }
}
