// The third view of a scan: text that is shown from right to left.

internal import PromptCore

/// Folded text with its characters in the opposite order.
struct ReversedView: ~Copyable {
  var view = ScanView()

  /// Makes the view of a text.
  mutating func make(_ base: borrowing ScanView) {
    view.removeAll()
    view.text.removeAll(keepingCapacity: true)
    var end = base.count
    while end > 0 {
      var start = end - 1
      while start > 0, base.text[start] & 0xC0 == 0x80 { start -= 1 }
      view.text += base.text[start..<end]
      end = start
    }
    view.count = base.count
    ScanView.pad(&view.text)
  }

  /// The range of the first view that a match covers.
  func base(of match: Range<Int>) -> ByteRange {
    ByteRange(view.count - match.upperBound, view.count - match.lowerBound)
  }
}
