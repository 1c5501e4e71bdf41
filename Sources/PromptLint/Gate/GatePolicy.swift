// What an operator decides about prompts that are to be sent.

public import PromptCore

/// What findings mean for a prompt; values only.
///
/// Whatever it says, a prompt is denied that can't be judged completely: see `GateRefusal`.
public struct GatePolicy: Sendable {
  /// What a finding asks for.
  public enum Action: String, CaseIterable, Comparable, Sendable {
    /// The prompt may pass.
    case allow
    /// Somebody has to look at it.
    case review
    /// The prompt must not be sent.
    case deny

    /// Orders from allow to deny.
    public static func < (left: Action, right: Action) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// The least severity that denies.
  public var deny = Severity.error
  /// The least severity of sensitive terms that denies, since a refused word may cost the account.
  public var sensitive = Severity.warning
  /// The least severity that asks for a review, or nil when none does.
  public var review: Severity?
  /// What certain findings ask for instead, by check or by sensitive category; the last that fits wins.
  public var actions: [(selector: String, action: Action)] = []
  /// The checks whose safe fixes may be applied; none are where it is empty.
  public var rewrite = ["all"]
  /// The most jobs that one prompt may make, permutations times repetitions; nil for what the plan takes.
  public var jobs: UInt64?

  /// The usual policy: errors and sensitive terms that are warnings are denied, safe fixes may be applied.
  public init() {}

  /// The most bytes of a prompt that is looked at; longer ones are denied unread.
  public static let maximumBytes = 32_768

  /// The code of findings that nothing lets pass: patterns that could not be decided.
  public static let undecided = "MJ702"

  /// What a finding asks for.
  func action(for finding: Diagnostic) -> Action {
    if finding.rule.code == Self.undecided { return .deny }
    let exception = actions.last { finding.isMeant(by: $0.selector) }
    if let exception { return exception.action }
    let least = finding.category == nil ? deny : min(deny, sensitive)
    if finding.severity >= least { return .deny }
    return review.map { finding.severity >= $0 } == true ? .review : .allow
  }

  /// Whether fixes of a finding may be applied.
  func rewrites(_ finding: Diagnostic) -> Bool {
    rewrite.contains { finding.isMeant(by: $0) }
  }
}

extension Diagnostic {
  /// Whether a selector names its check or its sensitive category.
  fileprivate func isMeant(by selector: String) -> Bool {
    rule.matches(selector) || category == selector
  }
}
