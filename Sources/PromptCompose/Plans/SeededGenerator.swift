// Chance that is the same on every machine.

/// SplitMix64 (Steele, Lea and Flood 2014): each result of a template has one of its own, made of the seed,
/// the plan and the number of the result, so that a result doesn't depend on those before it.
struct SeededGenerator {
  private var state: UInt64

  /// The generator of one result.
  init(seed: UInt64, plan: UInt64, result: UInt64) {
    state = Self.mixed(Self.mixed(seed) &+ plan) &+ result
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to, not including, `count`: the upper half of the product, as Lemire has it.
  mutating func below(_ count: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: count).high
  }

  /// A number from 0 up to, not including, 1, in steps of 2⁻⁵³.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
