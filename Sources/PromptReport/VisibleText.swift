// Text that a terminal shows as it is: no control characters, nothing invisible, known widths.

/// Makes foreign text safe and visible.
///
/// Control, invisible and direction-changing characters become escapes such as `\u{200B}`, invalid
/// bytes `\xFF`; a tab becomes a space. So no prompt can move a terminal's cursor or hide a word.
public enum VisibleText {
  /// The text with everything harmful or invisible escaped.
  ///
  /// - Complexity: O(n).
  public static func escape(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    if isPlain { return text }
    let scalars = Array(text.unicodeScalars)
    let cells = scalars.indices.map { index in
      let previous = index > 0 ? scalars[index - 1] : nil
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      return cell(scalars[index], between: previous, and: next).text
    }
    return cells.joined()
  }

  /// What a scalar looks like and how many terminal columns it takes.
  ///
  /// Inside an emoji, joiners and variation selectors are left out: terminals disagree on the
  /// width of the sequence, but not on that of its parts.
  static func cell(
    _ scalar: Unicode.Scalar, between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) -> (text: String, width: Int) {
    if " "..."~" ~= scalar { return (String(scalar), 1) }
    if scalar == "\t" { return (" ", 1) }
    if isEmojiGlue(scalar, between: previous, and: next) { return ("", 0) }
    if isHidden(scalar) { return escaped(scalar) }
    return (String(scalar), width(scalar))
  }

  /// What an invalid byte looks like.
  static func cell(invalid byte: UInt8) -> (text: String, width: Int) {
    let digits = String(byte, radix: 16, uppercase: true)
    return (#"\x"# + (digits.utf8.count < 2 ? "0" : "") + digits, 4)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    if scalar == "\n" { return (#"\n"#, 2) }
    if scalar == "\r" { return (#"\r"#, 2) }
    let text = #"\u{"# + String(scalar.value, radix: 16, uppercase: true) + "}"
    return (text, text.utf8.count)
  }

  private static func isEmojiGlue(
    _ scalar: Unicode.Scalar, between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) -> Bool {
    guard let previous, isEmojiPart(previous) else { return false }
    if scalar == "\u{FE0F}" { return previous != scalar }
    return scalar == "\u{200D}" && next.map(isEmojiPart) == true
  }

  private static func isEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isEmoji && !scalar.isASCII) || scalar == "\u{FE0F}"
  }

  /// Whether a scalar shows nothing, changes its surroundings or has no known width.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{3000}" { return false }
    if scalar == "\u{2800}" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
      .privateUse, .unassigned:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

// MARK: - Widths

extension VisibleText {
  /// The terminal columns of a scalar that is shown as it is: 0, 1 or 2.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FB ~= scalar.value { return 0 }
    if 0x1F1E6...0x1F1FF ~= scalar.value { return 1 }
    return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
  }

  /// Whether a scalar is one of the East Asian wide or full-width ones that are no emoji.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
    0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1D300...0x1D376, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
