// The ways in which a listed word can be written so that a plain search misses it.

/// How a match was disguised; empty when it stands there as it is listed, whatever its case.
public struct Disguises: OptionSet, Hashable, Sendable {
  /// One bit for each way.
  public let rawValue: UInt32

  /// The set of these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What folding undid, as far as it can hide a word.
  init(_ changes: FoldChanges) { self.init(rawValue: changes.disguises.rawValue) }

  /// Digits or symbols for letters: `s3x`.
  public static let leet = Disguises(rawValue: 1 << 24)
  /// Symbols between the letters: `n.u.d.e`, `nu{}de`.
  public static let joined = Disguises(rawValue: 1 << 25)
  /// Letters apart: `n u d e`.
  public static let spelled = Disguises(rawValue: 1 << 26)
  /// Letters repeated: `nuuude`.
  public static let repeated = Disguises(rawValue: 1 << 27)
  /// Letters as HTML entities or percent codes: `n&#117;de`.
  public static let escaped = Disguises(rawValue: 1 << 28)
  /// Letters from right to left.
  public static let reversed = Disguises(rawValue: 1 << 29)
  /// A symbol in place of a letter, whichever it is: `n*de`.
  public static let masked = Disguises(rawValue: 1 << 30)
  /// Digits before or behind the word: `nude4`.
  public static let numbered = Disguises(rawValue: 1 << 31)

  /// The names of the ways, for messages: what folding undid first.
  public var names: [String] {
    FoldChanges(rawValue: rawValue & Self.folded).names
      + Self.ways.filter { contains($0.0) }.map(\.1)
  }

  /// The bits of `FoldChanges`.
  private static let folded: UInt32 = 1 << 24 - 1

  private static let ways: [(Disguises, String)] = [
    (.leet, "digits or symbols for letters"), (.joined, "symbols between letters"),
    (.spelled, "letters apart"), (.repeated, "repeated letters"), (.escaped, "escaped letters"),
    (.reversed, "reversed letters"), (.masked, "a masked letter"), (.numbered, "digits beside it"),
  ]
}
