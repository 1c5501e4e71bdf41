// What a caller may decide about linting.

public import PromptCore
public import PromptRules

/// The choices of a caller; values only, so that the same options give the same verdict anywhere.
public struct LintOptions: Sendable {
  /// The model of prompts that name none, as an index of the catalogue; nil for the default of the day.
  public var model: Int?
  /// The day whose default model is meant.
  public var asOf: Day
  /// The name of the target.
  public var target: String
  /// The name of the plan that pays, or nil when it is not known.
  public var plan: String?
  /// The name of the profile that sensitive terms are judged by.
  public var profile: String
  /// Selectors of the checks to run.
  public var select: [String]
  /// Selectors of the checks to leave out; they win over `select`.
  public var ignore: [String]
  /// Severities in place of the usual ones, by selector; the last that fits wins.
  public var severities: [(selector: String, severity: Severity)]
  /// Words and phrases, in lower case, that are no sensitive terms here.
  public var allowedText: [String]
  /// Names, in lower case and without dashes, that stand for parameters of the caller's own.
  public var presets: [String: String]
  /// Codes of checks that always run with their own severity, whatever the other choices say.
  var unavoidable: Set<String> = []

  /// The usual choices on a day: all checks, the day's default model, the target `discord`,
  /// the profile `default`.
  public init(asOf: Day) {
    self.asOf = asOf
    target = "discord"
    profile = Profile.usual
    select = ["all"]
    ignore = []
    severities = []
    allowedText = []
    presets = [:]
  }

  func isEnabled(_ rule: RuleMetadata) -> Bool {
    unavoidable.contains(rule.code)
      || select.contains { rule.matches($0) } && !ignore.contains { rule.matches($0) }
  }

  func severity(_ rule: RuleMetadata) -> Severity? {
    if unavoidable.contains(rule.code) { return nil }
    return severities.last { rule.matches($0.selector) }?.severity
  }
}
