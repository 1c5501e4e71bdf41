// Why a pattern may not enter a rule set, and what is odd about one that may.

/// Why a pattern is refused.
public enum PatternRefusal: Hashable, Sendable {
  /// It has more bytes than `PatternAdmission.maximumLength`.
  case tooLong(bytes: Int)
  /// It holds a setting, verb, callout or escape that no rule may use, at this byte.
  case forbidden(String, at: Int)
  /// It is no valid PCRE2 pattern, for this reason, noticed at this byte.
  case invalid(String, at: Int)
  /// libpcre2 makes no machine code of it.
  case noMachineCode
  /// It matches the empty text, and so everywhere.
  case matchesEmpty
  /// It doesn't match its own example.
  case missesExample(String)
  /// It matches text that its author wants clean.
  case catchesExample(String)
  /// It spends its budget on one of its own examples.
  case undecidedExample(String)
  /// It spends its budget on a hostile text.
  case slow(ProbeCost)
}

extension PatternRefusal: CustomStringConvertible {
  /// What is wrong, one line.
  public var description: String {
    switch self {
    case .tooLong(let bytes):
      "it has \(bytes) bytes, \(PatternAdmission.maximumLength) are allowed"
    case .forbidden(let item, let place): "`\(item)` at byte \(place) is not allowed in a rule"
    case .invalid(let reason, let place): "\(reason) at byte \(place)"
    case .noMachineCode: "no machine code can be made of it"
    case .matchesEmpty: "it matches the empty text"
    case .missesExample(let text): "it doesn't match its example `\(text)`"
    case .catchesExample(let text): "it matches `\(text)`, which must stay clean"
    case .undecidedExample(let text): "it spends its budget on its example `\(text)`"
    case .slow(let cost): "it can explode: \(cost)"
    }
  }
}

extension PatternRefusal {
  /// That the pattern of this name is refused, and why, one line.
  public func message(of name: String) -> String { "the pattern `\(name)` can't be used: \(self)" }
}

/// What an author should know about a pattern that may be used.
public enum PatternWarning: Hashable, Sendable {
  /// It has no example that must match.
  case noMatchExample
  /// It has no example that must stay clean.
  case noCleanExample
  /// It spends a quarter of its budget or more on a hostile text.
  case dear(ProbeCost)
}

extension PatternWarning: CustomStringConvertible {
  /// What is odd, one line.
  public var description: String {
    switch self {
    case .noMatchExample: "it has no example that must match"
    case .noCleanExample: "it has no example that must stay clean"
    case .dear(let cost): "it is dear: \(cost)"
    }
  }
}

/// What one hostile text costs a pattern.
public struct ProbeCost: Hashable, Sendable, CustomStringConvertible {
  /// The text in short, such as `ab ` for that again and again.
  public let probe: String
  /// The steps taken; where they are all of the budget, the text is undecided.
  public let steps: Int

  /// Both, one line.
  public var description: String {
    "\(steps) steps for \(PatternAdmission.probeLength) bytes of `\(probe)`"
  }
}
