// What the index keeps of each term.

internal import PromptRules

/// What the scanner must know of a term before it looks at it.
struct TermFacts: Sendable, BitwiseCopyable {
  private let scopeBits: UInt8
  /// How heavy it is, from 0.
  let weight: UInt8
  /// How many words may stand between it and a word of its set.
  private let within: UInt16
  /// The number of its set of context words, or `UInt32.max`.
  private let context: UInt32

  init(_ term: Term, context: Int?) {
    scopeBits = term.scopes.rawValue
    weight = term.weight.rawValue
    within = UInt16(term.near?.within ?? 0)
    self.context = context.map { UInt32($0) } ?? .max
  }

  /// What it needs beside it, with the number of the set in this index, or nil.
  var need: ContextNeed? {
    context == .max ? nil : ContextNeed(set: Int(context), within: Int(within))
  }

  /// Whether what it needs can be there, with so many sets.
  func isSound(contextCount: Int) -> Bool {
    context == .max
      || context < contextCount && Term.Context.distances.contains(Int(within))
  }

  /// Where it counts.
  var scopes: TermScopes { TermScopes(rawValue: scopeBits) }
}
