// Spellings by number: those that the scanner can't tell apart have the same.

/// A set of spellings in one piece of memory, by open addressing.
///
/// What separates words is one space in it, letters are in lower case already. A list is its author's
/// own, so the hash need not withstand those who choose words for their hashes.
struct SeenSpellings: Sendable {
  /// The spellings, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each of them ends.
  private var ends: [UInt32] = []
  /// One more than the number of a spelling, or 0.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  private var start: Int { Int(ends.last ?? 0) }

  /// Makes room for that many.
  mutating func reserve(_ count: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(count * 10)
    grow(to: count)
  }

  /// The number of a spelling: that of its like, or how many there were when it is new.
  ///
  /// - Complexity: O(length), on average.
  mutating func index(of text: String, isPattern: Bool) -> Int {
    if isPattern {
      // No spelling begins with this byte, so none is equal to a pattern.
      bytes.append(0)
      bytes += text.utf8
    } else {
      appendWords(text)
    }
    return settle()
  }

  private mutating func appendWords(_ text: String) {
    let first = bytes.count
    var isBehindWord = false
    for byte in text.utf8 {
      let isWord = byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10
      if isWord {
        if !isBehindWord, bytes.count > first { bytes.append(0x20) }
        bytes.append(byte)
      }
      isBehindWord = isWord
    }
  }

  /// Finds the spelling behind the last one, or keeps it.
  private mutating func settle() -> Int {
    if (ends.count + 1) * 2 > slots.count { grow(to: ends.count + 1) }
    let own = start..<bytes.count
    var slot = hash(own) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if isEqual(range(other), own) {
        bytes.removeLast(own.count)
        return other
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt32(ends.count)
    return ends.count - 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for step in 0..<left.count
    where bytes[left.lowerBound + step] != bytes[right.lowerBound + step] { return false }
    return true
  }

  private func hash(_ range: Range<Int>) -> Int {
    var value: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in range { value = (value ^ UInt64(bytes[index])) &* 0x2545_F491_4F6C_DD1D }
    value ^= value >> 32
    return Int(truncatingIfNeeded: value &* 0x9E37_79B9_7F4A_7C15 >> 33)
  }

  /// Twice as many slots as spellings at least.
  private mutating func grow(to count: Int) {
    var size = slots.count
    while size < count * 2 { size *= 2 }
    if size == slots.count { return }
    slots = Array(repeating: 0, count: size)
    for index in ends.indices {
      var slot = hash(range(index)) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
