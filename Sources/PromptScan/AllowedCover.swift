// The innocent text of a scan, to ask quickly what lies inside it.

internal import PromptCore

/// Ranges in the order of their starts, with the farthest end up to each.
struct AllowedCover {
  private let ranges: [ByteRange]
  private var ends: [UInt32] = []

  init(_ ranges: [ByteRange]) {
    self.ranges = ranges
    for range in ranges { ends.append(max(range.end, ends.last ?? 0)) }
  }

  /// Whether one of the ranges contains `range`; O(log n).
  func contains(_ range: ByteRange) -> Bool {
    let next = ranges.partitionPoint { $0.start > range.start }
    return next > 0 && ends[next - 1] >= range.end
  }
}
