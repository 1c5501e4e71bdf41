// What a gate says of a prompt.

public import PromptCore

/// What a gate says of a prompt.
public struct Verdict: Sendable {
  /// What is to become of a prompt.
  public enum Decision: String, CaseIterable, Sendable {
    /// It may be sent as it is.
    case allow
    /// It may be sent after its safe fixes.
    case rewrite
    /// Somebody has to look at it.
    case review
    /// It must not be sent.
    case deny
  }

  /// What is to become of it.
  public let decision: Decision
  /// The prompt that may be sent; exactly with `allow` and `rewrite`.
  public let prompt: ValidatedPrompt?
  /// How many jobs it makes, `UInt64.max` for that many and more; 0 for one that wasn't looked at.
  public let jobs: UInt64
  /// What was found in the prompt as it was given, in its own ranges.
  public let diagnostics: [Diagnostic]
  /// Why it is denied, when that has nothing to do with findings.
  public let refusal: GateRefusal?
  /// The prompt as it was given, parsed; nil for one that wasn't looked at.
  package let given: Prompt?

  init(
    decision: Decision, prompt: ValidatedPrompt?, jobs: UInt64, diagnostics: [Diagnostic],
    refusal: GateRefusal?, given: Prompt?
  ) {
    self.decision = decision
    self.prompt = prompt
    self.jobs = jobs
    self.diagnostics = diagnostics
    self.refusal = refusal
    self.given = given
  }

  /// A denial of a prompt that wasn't looked at, when nothing else since it is not UTF-8.
  init(unread refusal: GateRefusal?) {
    self.init(
      decision: .deny, prompt: nil, jobs: 0, diagnostics: [], refusal: refusal ?? .notUTF8,
      given: nil)
  }
}
