// Rules and lists with what the scanner needs of them, ready for an image.

public import PromptRules
internal import PromptScan

extension TermList {
  /// The same list as one section, prepared for scanning.
  ///
  /// - Complexity: O(size of the list).
  public var prepared: TermList { TermScanner.prepared(self) }
}

extension RuleSet {
  /// The same rules with their terms prepared for scanning.
  public var prepared: RuleSet {
    var rules = self
    rules.terms = terms.prepared
    return rules
  }
}
