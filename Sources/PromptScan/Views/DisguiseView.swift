// The second view of a scan: the text with its disguised words as they are listed.

internal import PromptCore

/// Folded text in which disguised words are replaced by what they stand for.
struct DisguiseView: ~Copyable {
  var view = ScanView()
  private var parts: [Part] = []

  /// A part of the text, as it was or replaced.
  private struct Part {
    /// Where it stands in this view.
    let place: ByteRange
    /// Where it stands in the first view.
    let base: ByteRange
    /// How it was disguised; empty when it was not.
    let disguises: Disguises
  }

  /// Makes the view of a text and its replacements, which are in order and don't overlap.
  mutating func make(_ base: borrowing ScanView, _ replacements: Replacements) {
    view.removeAll()
    view.text.clear()
    parts.clear()
    var end = 0
    for next in replacements.all {
      keep(base, end..<Int(next.range.start))
      let letters = replacements.letters[next.text]
      append(letters, letters, next.range, base.hasUnsegmented, next.disguises)
      end = Int(next.range.end)
    }
    keep(base, end..<base.count)
    view.count = view.text.count
    view.isASCII = base.isASCII
    ScanView.pad(&view.text)
    if base.hasUnsegmented { ScanView.pad(&view.segmented) }
  }

  private mutating func keep(_ base: borrowing ScanView, _ range: Range<Int>) {
    if range.isEmpty { return }
    let segmented = base.hasUnsegmented ? base.segmented[range] : []
    append(
      base.text[range], segmented, ByteRange(range.lowerBound, range.upperBound),
      base.hasUnsegmented, [])
  }

  private mutating func append(
    _ text: ArraySlice<UInt8>, _ segmented: ArraySlice<UInt8>, _ base: ByteRange,
    _ isUnsegmented: Bool, _ disguises: Disguises
  ) {
    let start = view.text.count
    view.text += text
    if isUnsegmented { view.segmented += segmented }
    parts.append(
      Part(place: ByteRange(start, view.text.count), base: base, disguises: disguises))
  }

  /// The range of the first view that a match covers, and the disguises in it; nil when it has none.
  func base(of match: Range<Int>) -> (range: ByteRange, disguises: Disguises)? {
    let first = parts.partitionPoint { $0.place.end > UInt32(match.lowerBound) }
    var end = first
    var disguises: Disguises = []
    while end < parts.count, parts[end].place.start < UInt32(match.upperBound) {
      disguises.formUnion(parts[end].disguises)
      end += 1
    }
    guard !disguises.isEmpty else { return nil }
    let last = parts[end - 1]
    let start = place(UInt32(match.lowerBound), parts[first], isEnd: false)
    return (ByteRange(start, place(UInt32(match.upperBound), last, isEnd: true)), disguises)
  }

  private func place(_ offset: UInt32, _ part: Part, isEnd: Bool) -> UInt32 {
    if part.disguises.isEmpty { return part.base.start + (offset - part.place.start) }
    return isEnd ? part.base.end : part.base.start
  }
}
