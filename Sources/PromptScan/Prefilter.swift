// The scanner's first stage: could a listed entry begin with this word?

/// The first words of all entries, by hash: a bit set that says no at once, and a table behind it.
struct Prefilter: Sendable {
  private static let bitCount = 1 << 16
  private var bits: [UInt64] = Array(repeating: 0, count: bitCount / 64)
  private var entries: [UInt64: [Int]] = [:]

  /// Notes that entry `index` begins with a word of this hash.
  mutating func add(_ hash: UInt64, _ index: Int) {
    let bit = Int(truncatingIfNeeded: hash >> 48)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
    entries[hash, default: []].append(index)
  }

  /// The entries that may begin with a word of this hash.
  func candidates(_ hash: UInt64) -> [Int]? {
    let bit = Int(truncatingIfNeeded: hash >> 48)
    guard bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return nil }
    return entries[hash]
  }
}
