// Spellings by number: those that the scanner can't tell apart have the same.

/// A hash of the words of a spelling, whatever stands between them.
///
/// A list is its author's own, so it need not withstand those who choose words for their hashes.
struct SpellingHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Whether there was a letter or a digit.
  private(set) var hasWord = false
  private var isBetween = false

  init() {}

  init(_ text: String) { for byte in text.utf8 { add(byte) } }

  /// Takes the next byte, which is no capital.
  mutating func add(_ byte: UInt8) {
    guard byte.isWordByte else {
      isBetween = true
      return
    }
    if isBetween && hasWord { mix(0x20) }
    mix(byte)
    (hasWord, isBetween) = (true, false)
  }

  private mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x2545_F491_4F6C_DD1D
    value ^= value >> 29
  }
}

/// Which spellings were seen, by open addressing.
struct SeenSpellings: Sendable {
  /// The upper half of a hash, and one more than the number of a spelling; 0 where there is none.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var count = 0

  /// Makes room for that many.
  mutating func reserve(_ count: Int) { grow(to: count) }

  /// The number of a spelling: that of its like, or how many there were when it is new.
  ///
  /// - Parameter isLike: whether the spelling of a number is its like.
  /// - Complexity: O(1) on average.
  mutating func index(of hash: UInt64, isLike: (Int) -> Bool) -> Int {
    if (count + 1) * 2 > slots.count { grow(to: count + 1) }
    let mask = slots.count - 1
    var slot = Self.slot(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, isLike(number) { return number }
      slot = (slot + 1) & mask
    }
    count += 1
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(count)
    return count - 1
  }

  /// Only the upper half decides on the place, so that spellings can move without their hashes.
  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Twice as many slots as spellings at least.
  private mutating func grow(to count: Int) {
    var size = slots.count
    while size < count * 2 { size *= 2 }
    if size == slots.count { return }
    let old = slots
    slots = Array(repeating: 0, count: size)
    for entry in old where entry != 0 {
      var slot = Self.slot(entry) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = entry
    }
  }
}

extension String {
  /// Whether the words of two spellings, in lower case, are the same.
  func hasWords(of other: String) -> Bool {
    if self == other { return true }
    return words.elementsEqual(other.words) { $0.elementsEqual($1) }
  }

  private var words: [Substring.UTF8View] {
    utf8.split { !$0.isWordByte }
  }
}

extension UInt8 {
  /// Whether a word may hold it: a letter that is no capital, a digit, anything beyond ASCII.
  fileprivate var isWordByte: Bool { self >= 0x80 || self &- 0x61 < 26 || self &- 0x30 < 10 }
}
