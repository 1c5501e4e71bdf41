// The loop that folds: bytes in, bytes out, by the table of CScanKernel.

internal import CScanKernel

/// Where folding stands in a text and in what it wrote.
///
/// Nothing is read beyond `text`, and nothing written beyond `output`: every step ends with
/// `FoldKernel.room` bytes free or stops before.
struct FoldKernel {
  /// What the last step did to bytes that were written before it.
  enum Rewrite { case none, joined, split }

  /// The most bytes that one step writes, and eight for stores that are wider than what they write.
  static let room = 64

  /// The offset of the next byte of the text.
  var position = 0
  /// The number of bytes written.
  var count = 0
  /// One bit for each class of change met.
  private(set) var classes: UInt32 = 0
  private(set) var hasUnsegmented = false
  /// The offset of the first tag character.
  private(set) var firstTag: Int?
  var rewrite = Rewrite.none
  /// Whether the text was read and what its tags spell follows.
  var isReadingTags = false
  /// The end of the last syllable when it was joined from single jamo.
  var looseEnd = -1

  /// Folds until the text ends, which is true, or the output lacks room.
  mutating func run(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) -> Bool {
    unsafe text.withUnsafeBytes { text in
      unsafe output.withUnsafeMutableBufferPointer { output, initialized in
        defer { initialized = count }
        return unsafe run(text, into: UnsafeMutableRawBufferPointer(output))
      }
    }
  }

  private mutating func run(
    _ text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard let input = text.baseAddress, let target = output.baseAddress else { return true }
    let limit = output.count &- Self.room
    while count <= limit {
      if !isReadingTags { unsafe runFast(input, text.count, target, limit) }
      if count <= limit, unsafe !advance(text, into: target) { return true }
    }
    return false
  }

  /// Takes the next scalar, or turns to the tags; false at the end.
  mutating func advance(
    _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawPointer
  ) -> Bool {
    rewrite = .none
    if position < text.count {
      unsafe isReadingTags ? stepTag(text, into: target) : step(text, into: target)
    } else if let firstTag, !isReadingTags {
      unsafe beginTags(firstTag, into: target)
    } else {
      return false
    }
    return true
  }

  /// Folds what is easy, and stops at what needs a step, at the end, and at the limit.
  private mutating func runFast(
    _ input: UnsafeRawPointer, _ end: Int, _ target: UnsafeMutableRawPointer, _ limit: Int
  ) {
    var lane = FoldFastLane(position: position, count: count, classes: classes)
    while end &- lane.position >= 8, lane.count <= limit {
      if unsafe !lane.advance(input, end, target) { break }
    }
    (position, count, classes) = (lane.position, lane.count, lane.classes)
    if lane.hasUnsegmented { hasUnsegmented = true }
  }

  /// Folds one scalar or, where none stands, one byte.
  private mutating func step(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawPointer) {
    guard let (scalar, width) = unsafe Self.scalar(text, at: position) else {
      unsafe append(0x20, 1, to: target)
      position &+= 1
      return
    }
    let entry = mjprompt_fold_entry(scalar)
    classes |= 1 &<< (entry &>> 22 & 31)
    switch Int(entry &>> 27 & 7) {
    case FOLD_SAME: unsafe append(text, width, to: target)
    case FOLD_MARK where unsafe isBehindASCII(target): return dropMark(width)
    case FOLD_JAMO: unsafe join(mjprompt_fold_bytes(entry & 0xFFFF), to: target)
    case FOLD_TAG: firstTag = firstTag ?? position
    default: unsafe append(pool: entry & 0xFFFF, Int(entry &>> 16 & 63), to: target)
    }
    if entry &>> 30 & 1 == 1 { hasUnsegmented = true }
    position &+= width
  }

  /// Passes over a mark of any script behind an ASCII letter or digit, where it is noise.
  private mutating func dropMark(_ width: Int) {
    classes |= FoldChanges.accents.rawValue
    position &+= width
  }
}
