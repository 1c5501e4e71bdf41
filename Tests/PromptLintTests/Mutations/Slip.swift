// Slips of the pen, and letters of double width.

/// A slip in a name.
enum Slip: CaseIterable {
  case swap, drop, double, replace

  /// The name with the slip somewhere behind its first letter.
  func applied(to name: String, _ chance: inout SeededGenerator) -> String? {
    var letters = Array(name)
    guard letters.count > 3 else { return nil }
    let place = Int.random(in: 1..<letters.count - 1, using: &chance)
    switch self {
    case .swap: letters.swapAt(place, place + 1)
    case .drop: letters.remove(at: place)
    case .double: letters.insert(letters[place], at: place)
    case .replace: letters[place] = Array("aeiornstx").randomElement(using: &chance) ?? "e"
    }
    return String(letters)
  }
}

extension String {
  /// The same in the double-width letters and digits of East Asian keyboards.
  var widened: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }
}

/// Chance that is the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
