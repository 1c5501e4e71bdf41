// Which checks a prompt calls: what each looks at, as bits.

internal import PromptCore
internal import PromptRules
internal import PromptScan

/// What is there in a prompt that checks look at.
struct PresentParts {
  let kinds: TokenKindSet
  /// The word lists that something was found of, a bit for each.
  let lists: UInt64
  var structure: RuleInterest.Structure = []
  /// The parameters, a bit for each; those of a large catalogue share bits.
  var parameters: UInt64 = 0

  init(_ kinds: TokenKindSet, _ lists: UInt64) {
    (self.kinds, self.lists) = (kinds, lists)
  }

  /// The bit of a parameter, by its index in the catalogue.
  static func bit(_ parameter: Int) -> UInt64 { 1 << UInt64(parameter & 63) }
}

/// What a check looks at as bits, so that a prompt is asked quickly.
struct CheckFilter: Sendable {
  private let tokens: TokenKindSet
  private let structure: RuleInterest.Structure
  private let words: UInt64
  /// The parameters that are of interest for being there.
  private let parameters: UInt64

  init(_ interest: RuleInterest, _ index: PhraseIndex, _ rules: RuleSet) {
    tokens = interest.tokens
    structure = interest.structure
    words = index.bits(of: interest.words)
    parameters = interest.parameters.map { Self.bits($0, rules) } ?? 0
  }

  /// The filter of a check that is asked of every prompt that it is meant for.
  init(asking interest: RuleInterest) {
    let isForWritten = !interest.structure.isDisjoint(with: [.written, .several])
    (tokens, words, parameters) = ([], 0, 0)
    structure = isForWritten ? .written : .whole
  }

  func meets(_ present: PresentParts) -> Bool {
    !structure.isDisjoint(with: present.structure) || !tokens.isDisjoint(with: present.kinds)
      || words & present.lists | parameters & present.parameters != 0
  }

  private static func bits(_ test: RuleInterest.ParameterTest, _ rules: RuleSet) -> UInt64 {
    let specs = rules.parameters.parameters
    return specs.indices.reduce(0) { test(specs[$1]) ? $0 | PresentParts.bit($1) : $0 }
  }
}
