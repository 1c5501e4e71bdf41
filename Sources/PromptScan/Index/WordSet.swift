// A set of words by hash, with a number for each.

/// Words by hash: bits that say no at once, and behind them a table of numbers.
///
/// It is at most four fifths full of hashes, and two words of one hash share a number; so what is
/// found has to be compared with the text.
struct WordSet: Sendable {
  /// 1 << (64 - shift) bits; a word may be there when the bit of its hash is set.
  private(set) var bits: [UInt64]
  /// By how much a hash is shifted to give the number of its bit.
  let shift: UInt32
  /// The upper half of a hash over its number; empty ones have the number `UInt32.max`.
  private(set) var slots: [UInt64]
  private let slotShift: UInt32

  static let vacant = UInt64(UInt32.max)

  /// A set for at most that many hashes, with fewer bits when it is seldom asked.
  init(capacity: Int, isSeldomAsked: Bool = false) {
    let size = Self.log2(max(capacity + capacity / 4, 8))
    slotShift = 64 - size
    slots = Array(repeating: Self.vacant, count: 1 << Int(size))
    // 64 to 128 bits for each of a few thousand hashes, fewer for more, so that they stay in the cache.
    let width: UInt32 = isSeldomAsked ? 4 : capacity > 5_000 ? 5 : 6
    shift = 64 - min(max(Self.log2(max(capacity, 8)) + width, 12), 40)
    bits = Array(repeating: 0, count: 1 << Int(58 - shift))
  }

  /// Takes a set from its parts; nil when they don't fit each other.
  init?(bits: [UInt64], slots: [UInt64]) {
    let (width, size) = (Self.log2(bits.count) + 6, Self.log2(slots.count))
    guard !bits.isEmpty, !slots.isEmpty, bits.count == 1 << Int(width - 6),
      slots.count == 1 << Int(size), slots.contains(Self.vacant)
    else { return nil }
    (self.bits, self.slots) = (bits, slots)
    (shift, slotShift) = (64 - width, 64 - size)
  }

  /// The number of bits of `value` rounded up to a power of two.
  private static func log2(_ value: Int) -> UInt32 {
    UInt32(Int.bitWidth - max(value - 1, 1).leadingZeroBitCount)
  }

  /// The number of a hash, or nil.
  func find(_ hash: UInt64) -> UInt32? {
    let bit = hash >> UInt64(shift)
    guard bits[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return nil }
    let slot = slots[place(hash)]
    return slot == Self.vacant ? nil : UInt32(truncatingIfNeeded: slot)
  }

  /// Sets the number of a hash and returns the one it had, or nil.
  mutating func update(_ hash: UInt64, _ number: UInt32) -> UInt32? {
    let bit = hash >> UInt64(shift)
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
    let place = place(hash)
    defer { slots[place] = hash & ~Self.vacant | UInt64(number) }
    return slots[place] == Self.vacant ? nil : UInt32(truncatingIfNeeded: slots[place])
  }

  /// The slot of a hash, or the vacant one where it belongs.
  private func place(_ hash: UInt64) -> Int {
    var place = Int(hash >> UInt64(slotShift))
    while slots[place] != Self.vacant, slots[place] >> 32 != hash >> 32 {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}
