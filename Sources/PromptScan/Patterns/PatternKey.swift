// By what a scanner finds a pattern.

extension PatternOutline {
  /// What a scanner finds the pattern by: its anchor, but for texts that are too short to be looked for.
  /// A pattern without a key runs on every text.
  package var key: Anchor {
    guard case .literals(let texts) = anchor else { return anchor }
    return texts.allSatisfy(LiteralSet.canHold) ? anchor : .none
  }
}
