// The scanner's first stage: could a listed entry begin with this word?

/// The first words of all entries, by hash: a bit set that says no at once, and a table behind it whose
/// entries of one hash are chained.
struct Prefilter: Sendable {
  private static let bitCount = 1 << 16
  private var bits: [UInt64] = Array(repeating: 0, count: bitCount / 64)
  private var heads: [UInt64: Int] = [:]
  /// For each entry the one before it with the same hash, or -1.
  private var previous: [Int] = []

  /// Room for that many entries.
  init(capacity: Int) {
    heads.reserveCapacity(capacity)
    previous.reserveCapacity(capacity)
  }

  /// Notes that the next entry begins with a word of this hash.
  mutating func add(_ hash: UInt64) {
    let bit = Int(truncatingIfNeeded: hash >> 48)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
    previous.append(heads.updateValue(previous.count, forKey: hash) ?? -1)
  }

  /// The last entry that may begin with a word of this hash, or nil.
  func candidate(_ hash: UInt64) -> Int? {
    let bit = Int(truncatingIfNeeded: hash >> 48)
    guard bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return nil }
    return heads[hash]
  }

  /// The next entry of the same hash, or nil.
  func candidate(after entry: Int) -> Int? {
    previous[entry] < 0 ? nil : previous[entry]
  }
}
