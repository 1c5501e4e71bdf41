// Which prompts were there before, in little memory.

/// The hashes of keys with the number of the first record that has each.
///
/// A record takes at most 16 bytes: a hash of 64 bits and a number of 32 in tables that are at least three
/// quarters full. Two keys out of a hundred million share a hash about once in 4,000 runs; records behind
/// the 4,294,967,295th are not remembered.
struct SeenKeys: Sendable {
  private var shards = [Shard](repeating: Shard(), count: 256)

  /// The number of the first record of that hash; `number` becomes it when there is none.
  ///
  /// - Complexity: O(1) on average.
  mutating func first(_ hash: UInt64, else number: Int) -> Int? {
    guard let number = UInt32(exactly: number) else { return nil }
    let hash = max(hash, 1)
    return shards[Int(hash >> 56)].first(hash, else: number).map(Int.init)
  }

  /// A table of its own growth, so that growing copies little.
  private struct Shard: Sendable {
    private var hashes = [UInt64](repeating: 0, count: 16)
    private var numbers = [UInt32](repeating: 0, count: 16)
    private var count = 0

    mutating func first(_ hash: UInt64, else number: UInt32) -> UInt32? {
      let place = place(of: hash)
      if hashes[place] == hash { return numbers[place] }
      (hashes[place], numbers[place]) = (hash, number)
      count += 1
      if count * 10 > hashes.count * 9 { grow() }
      return nil
    }

    /// Where a hash stands, or the free place where it belongs.
    private func place(of hash: UInt64) -> Int {
      let size = UInt64(hashes.count)
      var place = Int((hash << 8).multipliedFullWidth(by: size).high)
      while hashes[place] != 0, hashes[place] != hash {
        place = place + 1 == hashes.count ? 0 : place + 1
      }
      return place
    }

    private mutating func grow() {
      let (old, oldNumbers) = (hashes, numbers)
      let size = old.count + max(16, old.count / 5)
      hashes = [UInt64](repeating: 0, count: size)
      numbers = [UInt32](repeating: 0, count: size)
      for (hash, number) in zip(old, oldNumbers) where hash != 0 {
        let place = place(of: hash)
        (hashes[place], numbers[place]) = (hash, number)
      }
    }
  }
}
