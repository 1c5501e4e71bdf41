// A short name for bytes.

/// 128 bits of some bytes, to know them again; no proof against those who look for two of a kind.
package struct ContentHash {
  private var low: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var high: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// Takes bytes, and that they end here.
  ///
  /// - Complexity: O(n).
  package mutating func add(_ bytes: [UInt8]) {
    let span = bytes.span
    let whole = span.count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(span[start + offset]) << UInt64(offset * 8) }
      mix(word)
    }
    var rest = UInt64(span.count) << 8
    for offset in whole..<span.count { rest = rest << 8 | UInt64(span[offset]) }
    mix(rest)
    mix(UInt64(span.count))
  }

  private mutating func mix(_ word: UInt64) {
    low = (low ^ word) &* 0xFF51_AFD7_ED55_8CCD
    low ^= low >> 32
    high = (high &+ word) &* 0x2545_F491_4F6C_DD1D
    high = (high << 29 | high >> 35) ^ low
  }

  /// A hash of nothing.
  package init() {}

  /// The first half, as a number.
  package var value: UInt64 { low ^ low >> 31 }

  /// 32 hexadecimal digits.
  package var text: String {
    [low, high].map { word in
      let digits = String(word ^ word >> 31, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
