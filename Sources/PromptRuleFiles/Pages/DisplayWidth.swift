// How many columns a character takes where an editor shows it as it is.

/// Widths of scalars, counted apart from the reporters so that examples don't rest on what they show.
enum DisplayWidth {
  /// 0 for what doesn't show and for combining marks, 2 for wide characters and emoji, else 1.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      let isWide = wide.contains { $0.contains(scalar.value) }
      return isWide || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Hangul, CJK, kana and full-width forms (UAX #11, classes W and F) but emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}
