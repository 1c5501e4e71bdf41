// The third view of a scan: text that is shown from right to left, or upside down.

internal import PromptCore

/// Folded text with its characters in the opposite order.
struct ReversedView: ~Copyable {
  var view = ScanView()

  /// Makes the view of a text.
  ///
  /// - Parameter turned: The letter at an offset of the text when the text stands upside down; nil
  ///   for what doesn't change.
  mutating func make(_ base: borrowing ScanView, turned: (Int) -> UInt8? = { _ in nil }) {
    view.removeAll()
    view.text.clear()
    var end = base.count
    while end > 0 {
      var start = end - 1
      while start > 0, base.text[start] & 0xC0 == 0x80 { start -= 1 }
      if end - start == 1, let letter = turned(start) {
        view.text.append(letter)
      } else {
        view.text += base.text[start..<end]
      }
      end = start
    }
    view.count = base.count
    view.isASCII = base.isASCII
    ScanView.pad(&view.text)
  }

  /// The range of the first view that a match covers.
  func base(of match: Range<Int>) -> ByteRange {
    ByteRange(view.count - match.upperBound, view.count - match.lowerBound)
  }
}

/// Letters upside down.
enum TurnedLetters {
  /// The letter that is shown when the page is turned: of the text's own bytes at a place if folding
  /// made another one of them, else of the folded letter.
  static func letter(_ folded: UInt8, _ source: Span<UInt8>, at place: Int) -> UInt8? {
    if place + 1 < source.count, source[place] >= 0xC4 {
      return letter(UInt16(source[place]) << 8 | UInt16(source[place + 1]))
    }
    return switch folded {
    case UInt8(ascii: "b"): UInt8(ascii: "q")
    case UInt8(ascii: "d"): UInt8(ascii: "p")
    case UInt8(ascii: "m"): UInt8(ascii: "w")
    case UInt8(ascii: "n"): UInt8(ascii: "u")
    case UInt8(ascii: "p"): UInt8(ascii: "d")
    case UInt8(ascii: "q"): UInt8(ascii: "b")
    case UInt8(ascii: "u"): UInt8(ascii: "n")
    case UInt8(ascii: "w"): UInt8(ascii: "m")
    default: nil
    }
  }

  /// The letter that a character of two bytes shows.
  private static func letter(_ bytes: UInt16) -> UInt8? {
    switch bytes {
    case 0xC683, 0xC993: UInt8(ascii: "g")  // ƃ ɓ
    case 0xC99F: UInt8(ascii: "f")  // ɟ
    case 0xC9AF: UInt8(ascii: "m")  // ɯ
    case 0xC9BE: UInt8(ascii: "j")  // ɾ
    default: nil
    }
  }
}
