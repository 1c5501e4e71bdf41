// The admission test of a term's pattern, with the term's own examples.

public import PromptRules

extension PatternAdmission {
  /// Tests the pattern of a term, whose examples are folded as the scanner folds text. The pattern of
  /// one that needs context may stand in clean text.
  public init(_ term: Term, isProbed: Bool = true) {
    let clean = term.near == nil ? term.clean : []
    self.init(
      term.forms[0], match: term.match.map(Self.folded), clean: clean.map(Self.folded),
      isProbed: isProbed)
  }

  private static func folded(_ text: String) -> String {
    var folded = FoldedText()
    Folding.fold(text.utf8.span, into: &folded)
    return String(decoding: folded.bytes, as: UTF8.self)
  }
}
