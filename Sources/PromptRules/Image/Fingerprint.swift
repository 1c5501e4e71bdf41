// A short name for what a rule set says.

extension RuleSet {
  /// Its date and its fingerprint, such as `2026-11-26-3f4ccc70ec943551`.
  ///
  /// - Complexity: O(size of the lists).
  public var name: String { "\(date.text)-\(fingerprint)" }

  /// 16 hexadecimal digits that are equal for sets which judge alike: a hash of the facts and the terms in
  /// compiled form, without what is only said about them. No proof against those who look for two sets
  /// with one name.
  ///
  /// - Complexity: O(size of the lists).
  public var fingerprint: String {
    let sums = [facts, terms.listed].map { RuleImage.checksum($0[...]) }
    let digits = String(sums[0] &* 0x9E37_79B9_7F4A_7C15 ^ sums[1], radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
