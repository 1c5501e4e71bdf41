// How far apart two places of a text are, in words.

/// How many words begin before each place of a text.
///
/// The end of a sentence counts like more words than any context may reach over.
struct WordPlaces {
  private var counts: [Int] = []

  /// More than the greatest distance of a context.
  private static let sentence = 64

  /// Takes a text; `words` is the same without the letters of scripts without spaces, each of which is a
  /// word here. The memory is used again.
  mutating func read(_ text: Span<UInt8>, _ words: Span<UInt8>) {
    counts.clear()
    var count = 0
    for offset in text.indices {
      counts.append(count)
      if Self.isWordStart(offset, text, words) { count += 1 }
      if Self.isSentenceEnd(offset, text, words) { count += Self.sentence }
    }
    counts.append(count)
  }

  /// How many words begin from `end` up to `start`; many where a sentence ends there.
  func words(from end: UInt32, to start: UInt32) -> Int { counts[Int(start)] - counts[Int(end)] }

  private static func isWordStart(
    _ offset: Int, _ text: Span<UInt8>, _ words: Span<UInt8>
  ) -> Bool {
    if isWordByte(words[offset]) { return offset == 0 || !isWordByte(words[offset - 1]) }
    return isUnsegmented(offset, text, words) && text[offset] & 0xC0 != 0x80
  }

  /// Behind letters of scripts without spaces nothing need follow.
  private static func isSentenceEnd(
    _ offset: Int, _ text: Span<UInt8>, _ words: Span<UInt8>
  ) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): break
    default: return false
    }
    return offset + 1 == text.count || text[offset + 1] <= 0x20
      || offset > 0 && isUnsegmented(offset - 1, text, words)
  }

  private static func isUnsegmented(
    _ offset: Int, _ text: Span<UInt8>, _ words: Span<UInt8>
  ) -> Bool {
    text[offset] >= 0x80 && words[offset] == 0x20
  }
}
