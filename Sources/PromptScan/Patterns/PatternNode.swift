// What a pattern says, as a tree without the details that don't matter for what may stand where.

/// A part of a pattern.
///
/// Whether a repeat is lazy, greedy or possessive and whether a group is atomic isn't kept: it decides
/// which of several ways a text is matched in, and never adds one.
package indirect enum PatternNode: Hashable, Sendable {
  /// Nothing, which matches everywhere.
  case empty
  /// One character.
  case set(PatternSet)
  /// One part after the other.
  case sequence([PatternNode])
  /// One of several.
  case alternation([PatternNode])
  /// A group that captures, with its number.
  case capture(Int, PatternNode)
  /// A part some times in a row; no maximum means any number.
  case repeated(PatternNode, minimum: Int, maximum: Int?)
  /// Text that must or must not stand next to this place, and isn't part of the match.
  case look(PatternLook, PatternNode)
  /// A place.
  case edge(PatternEdge)
  /// What the group of this number matched.
  case reference(Int)
  /// Any text whatever: a reference by name, or a pattern that calls part of itself.
  case unknown
}

/// Where a look-around looks, and for what.
package enum PatternLook: Hashable, Sendable {
  /// `(?=…)`: the text must follow.
  case ahead
  /// `(?!…)`: the text must not follow.
  case notAhead
  /// `(?<=…)`: the text must stand before.
  case behind
  /// `(?<!…)`: the text must not stand before.
  case notBehind
}

/// A place between characters.
package enum PatternEdge: Hashable, Sendable {
  /// `\b`.
  case wordBoundary
  /// `\B`.
  case notWordBoundary
  /// `^` or `\A`: the start of the text or of a line.
  case start
  /// `$`, `\z` or `\Z`: the end of the text or of a line.
  case end
}

/// What a pattern uses beside what its tree says.
package struct PatternTraits: OptionSet, Sendable {
  /// The bits.
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Groups with names.
  package static let names = PatternTraits(rawValue: 1 << 0)
  /// References to what a group matched.
  package static let references = PatternTraits(rawValue: 1 << 1)
  /// Calls of parts of the pattern, or of all of it.
  package static let calls = PatternTraits(rawValue: 1 << 2)
  /// Groups that depend on a condition.
  package static let conditions = PatternTraits(rawValue: 1 << 3)
  /// Groups that number anew in each alternative.
  package static let resets = PatternTraits(rawValue: 1 << 4)
  /// Text that would change what follows the pattern: a comment to the end of the line, or an open `\Q`.
  package static let openEnd = PatternTraits(rawValue: 1 << 5)
}

/// A pattern that was understood.
package struct PatternTree: Sendable {
  /// The whole pattern.
  package let root: PatternNode
  /// What else it uses.
  package let traits: PatternTraits
}
