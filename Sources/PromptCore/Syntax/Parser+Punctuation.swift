// Punctuation at the end of a value, which belongs to no value.

extension Parser {
  /// Splits the closing punctuation off a value: `16:9.` is a ratio and a full stop. A quotation mark
  /// stays when the value begins with its partner.
  func splitMark(
    _ bytes: Span<UInt8>, _ value: ByteRange, _ entry: ParameterVocabulary.Entry?
  ) -> (value: ByteRange, mark: ByteRange) {
    guard let entry, entry.arity != .flag else { return (value, ByteRange(at: value.end)) }
    let start = Int(marksStart(bytes, value, entry.shape))
    let end = Int(trimmed(bytes, Int(value.start), start).end)
    if end == Int(value.start) { return (value, ByteRange(at: value.end)) }
    return (ByteRange(Int(value.start), end), ByteRange(end, Int(value.end)))
  }

  /// Where the closing punctuation at the end of a range begins.
  func marksStart(
    _ bytes: Span<UInt8>, _ range: ByteRange, _ shape: ValueShape
  ) -> UInt32 {
    let opening = range.isEmpty ? nil : scalar(bytes, from: range.start, to: range.end)
    let partner = opening.flatMap { WideScalar.closingQuote(of: $0.value) }
    var end = range.end
    while end > range.start, let last = lastScalar(bytes, range.start, end),
      isMark(last.value, shape)
    {
      let isPaired = last.value == partner && end - UInt32(last.count) > range.start
      if isPaired && shape != .none { break }
      end -= UInt32(last.count)
    }
    return end
  }

  private func scalar(
    _ bytes: Span<UInt8>, from start: UInt32, to end: UInt32
  ) -> (value: UInt32, count: Int)? {
    decodeScalar(bytes, at: Int(start), end: Int(end))
  }

  /// The scalar that ends at `end`.
  private func lastScalar(
    _ bytes: Span<UInt8>, _ start: UInt32, _ end: UInt32
  ) -> (value: UInt32, count: Int)? {
    var first = end - 1
    while first > start, bytes[Int(first)].isContinuation { first -= 1 }
    let found = scalar(bytes, from: first, to: end)
    return found.flatMap { first + UInt32($0.count) == end ? $0 : nil }
  }

  private func isMark(_ scalar: UInt32, _ shape: ValueShape) -> Bool {
    if shape == .text { return textMarks.contains(scalar) }
    return scalar < 0x80 ? closingMarks.contains(UInt8(scalar)) : WideScalar.closes(scalar)
  }

  /// Whether punctuation touches a name, as in `--weird.`; `--q.5` is a value.
  func beginsWithMark(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    guard offset < scanner.end, let mark = decodeScalar(bytes, at: offset, end: scanner.end),
      isMark(mark.value, .none)
    else { return false }
    return !(mark.value == 0x2E && scanner.skipDigits(bytes, offset + 1) > offset + 1)
  }

}

private let closingMarks = ByteSet { Array(".,;!?'\")]*_`".utf8).contains($0) }
/// `,` `.` and the same of East Asian writing.
private let textMarks: Set<UInt32> = [0x2C, 0x2E, 0x3001, 0x3002, 0xFF0C]
