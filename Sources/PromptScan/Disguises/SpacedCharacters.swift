// "裸 体", "裸*体": characters of scripts without spaces that stand apart.

internal import PromptCore

/// Finds the gaps in rows of such characters.
///
/// In these scripts a space or a full stop may part sentences, so a gap counts only beside a character
/// that stands alone; an asterisk counts anywhere.
enum SpacedCharacters {
  private static let widestGap = 3

  /// Appends the gaps, which stand for nothing.
  static func read(_ text: Span<UInt8>, _ words: Span<UInt8>, into found: inout Replacements) {
    var (offset, last) = (0, 0..<0)
    while offset < text.count {
      guard isCharacter(text, words, offset) else {
        offset += 1
        continue
      }
      let character = offset..<offset + text[offset].scalarWidth
      let gap = last.upperBound..<offset
      if !last.isEmpty, let mark = mark(text, gap) {
        let isAlone = isAlone(last, text) || isAlone(character, text)
        if isAlone || mark == .masked {
          found.append(
            ByteRange(gap.lowerBound, gap.upperBound), [], mark == .masked ? .joined : .spelled)
        }
      }
      (offset, last) = (character.upperBound, character)
    }
  }

  /// What stands in a gap: `.masked` for asterisks, `.spelled` for the rest; nil where it parts words.
  private static func mark(_ text: Span<UInt8>, _ gap: Range<Int>) -> Disguises? {
    guard 1...widestGap ~= gap.count else { return nil }
    var mark = Disguises.masked
    for offset in gap {
      switch text[offset] {
      case UInt8(ascii: "*"): break
      case 0x20, UInt8(ascii: "."), UInt8(ascii: "-"): mark = .spelled
      default: return nil
      }
    }
    return mark
  }

  /// Whether no other character stands directly before and behind it.
  private static func isAlone(_ character: Range<Int>, _ text: Span<UInt8>) -> Bool {
    (character.lowerBound == 0 || text[character.lowerBound - 1] < 0x80)
      && (character.upperBound == text.count || text[character.upperBound] < 0x80)
  }

  private static func isCharacter(
    _ text: Span<UInt8>, _ words: Span<UInt8>, _ offset: Int
  ) -> Bool {
    text[offset] >= 0x80 && words[offset] == 0x20
  }
}
