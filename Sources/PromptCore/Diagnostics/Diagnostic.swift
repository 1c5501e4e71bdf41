// A reported problem.

/// What is known of a check before it runs; each page in rules/lint repeats it and a test compares.
public struct RuleMetadata: Hashable, Sendable {
  /// The stable code, such as `MJ203`; never used again for something else.
  public let code: String
  /// The bad pattern, such as `value-out-of-range`; reads well after "allow".
  public let name: String
  /// The severity a diagnostic has unless the rule or the configuration says otherwise.
  public let severity: Severity
  /// The best that the rule's fixes can be, or nil when it has none.
  public let fix: Applicability?

  /// Metadata from its parts.
  public init(code: String, name: String, severity: Severity, fix: Applicability? = nil) {
    self.code = code
    self.name = name
    self.severity = severity
    self.fix = fix
  }
}

/// A further place or fact that belongs to a diagnostic.
public struct DiagnosticNote: Hashable, Sendable {
  /// Where it points, or nil for a plain remark.
  public let range: ByteRange?
  /// The remark, one line.
  public let message: String

  /// A note from its parts.
  public init(_ message: String, at range: ByteRange? = nil) {
    self.range = range
    self.message = message
  }
}

extension RuleMetadata {
  /// Whether a selector of the command line or the configuration means this check.
  public func matches(_ selector: some StringProtocol) -> Bool {
    if selector == "all" || name == selector { return true }
    let prefix = selector.uppercased()
    return prefix.hasPrefix("MJ") && code.hasPrefix(prefix)
  }
}

/// A problem found in a prompt.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that found it.
  public let rule: RuleMetadata
  /// How bad it is here.
  public var severity: Severity
  /// Where; always inside the prompt that was checked.
  public let range: ByteRange
  /// What is wrong and why it matters, one line, without a full stop.
  public let message: String
  /// What to do, one line, or nil when the message says it all.
  public let help: String?
  /// Further places and facts.
  public let notes: [DiagnosticNote]
  /// Proposed changes, the best first.
  public let fixes: [FixIt]
  /// The list that a sensitive term stands on, such as `gore`; nil for everything else.
  public let category: String?

  /// A diagnostic from its parts; the severity is the rule's own unless given.
  public init(
    _ rule: RuleMetadata, at range: ByteRange, _ message: String, severity: Severity? = nil,
    help: String? = nil, notes: [DiagnosticNote] = [], fixes: [FixIt] = [],
    category: String? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
    self.fixes = fixes
    self.category = category
  }
}
