// What listed words begin with.

/// The first three letters of words, whatever is doubled in them, to tell soon that no word begins at a
/// place.
struct WordStarts: Sendable {
  /// A bit for three letters of five bits each.
  private(set) var bits = [UInt64](repeating: 0, count: 1 << 9)

  init() {}

  /// Takes them from their bits; nil when there are more or fewer than that.
  init?(bits: [UInt64]) {
    guard bits.count == self.bits.count else { return nil }
    self.bits = bits
  }

  /// Notes a word.
  mutating func insert(_ word: ArraySlice<UInt8>) {
    let (code, count) = Self.code(word.span, from: 0)
    let open = max(0, 3 - count) * 5
    // A shorter word may have anything behind it.
    for rest in 0..<(1 << open) { insert(code | rest << (5 * count)) }
  }

  private mutating func insert(_ code: Int) { bits[code >> 6] |= 1 << UInt64(code & 63) }

  /// Whether a word may begin at `start`; never false when one does.
  func mayBegin(_ letters: Span<UInt8>, at start: Int) -> Bool {
    let code = Self.code(letters, from: start).code
    return bits[code >> 6] >> UInt64(code & 63) & 1 == 1
  }

  /// The first letters that differ from the one before, five bits of each, and how many there are.
  private static func code(_ letters: Span<UInt8>, from start: Int) -> (code: Int, count: Int) {
    var (code, count, last, offset) = (0, 0, UInt8(0), start)
    while offset < letters.count, count < 3 {
      let letter = letters[offset]
      if letter != last {
        code |= Int(letter & 31) << (5 * count)
        count += 1
      }
      (last, offset) = (letter, offset + 1)
    }
    return (code, count)
  }
}
