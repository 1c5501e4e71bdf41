// What a caller decides about the gate, each decision with the place where it was made.

public import PromptCore
public import PromptLint

/// What certain findings ask for.
public struct GateAction: Hashable, Sendable {
  /// The checks or the sensitive category that is meant.
  public let selector: String
  /// What they ask for.
  public let action: GatePolicy.Action
}

/// One layer of decisions about the gate; what it leaves open is nil or empty.
public struct GateChoices: Hashable, Sendable {
  /// The least severity that denies.
  public var deny: Choice<Severity>?
  /// The least severity of sensitive terms that denies.
  public var sensitive: Choice<Severity>?
  /// The least severity that asks for a review.
  public var review: Choice<Severity>?
  /// What certain findings ask for instead; the last that fits wins.
  public var actions: [Choice<GateAction>] = []
  /// The checks whose safe fixes are applied.
  public var rewrite: Choice<[String]>?
  /// The most jobs of one prompt.
  public var jobs: Choice<Int>?
  /// The most jobs of one run.
  public var budget: Choice<Int>?

  /// Nothing decided.
  public init() {}

  /// This layer under another one: what that one decides wins, and lists grow.
  func under(_ upper: GateChoices) -> GateChoices {
    var result = self
    result.deny = upper.deny ?? deny
    result.sensitive = upper.sensitive ?? sensitive
    result.review = upper.review ?? review
    result.actions += upper.actions
    result.rewrite = upper.rewrite ?? rewrite
    result.jobs = upper.jobs ?? jobs
    result.budget = upper.budget ?? budget
    return result
  }

  /// The policy that these choices make.
  public var policy: GatePolicy {
    var policy = GatePolicy()
    policy.deny = deny?.value ?? policy.deny
    policy.sensitive = sensitive?.value ?? policy.sensitive
    policy.review = review?.value ?? policy.review
    policy.actions = actions.map { ($0.value.selector, $0.value.action) }
    policy.rewrite = rewrite?.value ?? policy.rewrite
    policy.jobs = jobs.map { UInt64($0.value) } ?? policy.jobs
    return policy
  }
}
