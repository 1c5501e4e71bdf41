// Where a prompt uses the parameters that it names.

internal import PromptCore

/// The uses of each parameter of a prompt, to find partners and opponents.
struct ParameterUses: Sendable {
  /// How many uses of one parameter are looked at.
  private static let maximum = 16

  private let names: [String]
  /// The uses by name, those of one name in order.
  private let order: [Int]
  /// A bit for each name; most of those that are asked for have none.
  private let bits: UInt64

  /// The uses of parameters with these canonical names, in the order of the prompt.
  ///
  /// - Complexity: O(n log n).
  init(_ names: [String]) {
    self.names = names
    order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    bits = names.reduce(0) { $0 | Self.bit($1) }
  }

  /// The first use of a name for which `holds` is true; only some uses of one name are looked at.
  ///
  /// - Complexity: O(log n).
  func first(of name: String, where holds: (Int) -> Bool) -> Int? {
    guard bits & Self.bit(name) != 0 else { return nil }
    let start = order.partitionPoint { names[$0] >= name }
    return order[start...].prefix(Self.maximum).prefix { names[$0] == name }.first(where: holds)
  }

  private static func bit(_ name: String) -> UInt64 {
    let bytes = name.utf8
    return 1 << UInt64((Int(bytes.first ?? 0) &* 5 &+ bytes.count) & 63)
  }
}
