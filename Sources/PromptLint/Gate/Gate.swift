// The decision on a prompt, and the only way to a prompt that may be sent.

public import PromptCore
internal import PromptFormat
public import PromptRules
public import PromptScan

/// A prompt that a gate let pass, byte for byte as it was judged; nothing else may be sent.
public struct ValidatedPrompt: Hashable, Sendable {
  /// The prompt; never empty, always UTF-8.
  public let text: String
  /// The name of the target that it was judged for.
  public let target: String
  /// How many jobs it makes, at least one.
  public let jobs: UInt64

  fileprivate init(_ text: String, _ target: String, _ jobs: UInt64) {
    (self.text, self.target, self.jobs) = (text, target, jobs)
  }
}

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
  /// What was found in the prompt as it was given, in its own ranges.
  public let diagnostics: [Diagnostic]
  /// Why it is denied, when that has nothing to do with findings.
  public let refusal: GateRefusal?
}

/// Judges prompts before they are sent: a pure function of prompt, rule set, options and policy, usable
/// from many threads.
///
/// A prompt with permutations passes only when each of the prompts that it stands for does.
public struct Gate: Sendable {
  /// What judges the prompts.
  public let linter: Linter
  /// What findings mean.
  public let policy: GatePolicy
  /// The most prompts that permutations may stand for.
  private let mostPrompts: UInt64

  /// A gate for a rule set.
  ///
  /// - Complexity: O(size of the sensitive lists).
  public init(rules: RuleSet, options: LintOptions, policy: GatePolicy = GatePolicy()) {
    var options = options
    options.unavoidable = [UndecidedTerm().metadata.code]
    linter = Linter(rules: rules, options: options)
    self.policy = policy
    let plan = options.plan.flatMap { rules.plan($0)?.maximumJobs }
    let most = plan ?? rules.plans.map(\.maximumJobs).max() ?? 1
    mostPrompts = min(UInt64(most), Linter.maximumExpansions)
  }

  /// Judges the prompt in `range` of `source` (the whole source unless given).
  ///
  /// - Complexity: O(n) in the prompt, for each of the prompts that permutations stand for and each round
  ///   of fixes.
  public func check(
    _ source: SourceText, in range: ByteRange? = nil, scratch: inout ScanScratch
  ) -> Verdict {
    let whole = range ?? source.range
    if let refusal = Self.unread(source.bytes[whole.indices]) { return denied(refusal) }
    let given = judge(source, whole, &scratch)
    if let verdict = allowed(given, .allow, of: given) { return verdict }
    let fixed = rewritten(source, whole, &scratch)
    let again = fixed.map { judge($0, $0.range, &scratch) }
    if let again, let verdict = allowed(again, .rewrite, of: given) { return verdict }
    let milder = min(given.action, again?.action ?? given.action)
    return Verdict(
      decision: milder == .review ? .review : .deny, prompt: nil, diagnostics: given.diagnostics,
      refusal: given.refusal)
  }
}

// MARK: One text

extension Gate {
  /// What is known of one text.
  private struct Judgement {
    let text: String?
    let diagnostics: [Diagnostic]
    let jobs: UInt64
    let action: GatePolicy.Action
    let refusal: GateRefusal?
  }

  private func judge(
    _ source: SourceText, _ range: ByteRange, _ scratch: inout ScanScratch
  ) -> Judgement {
    let found = linter.lint(source, in: range, scratch: &scratch)
    let jobs = JobCount(linter.parse(source, in: range), source, linter.rules.parameters)
    let text = String(validating: source.bytes[range.indices], as: UTF8.self)
    let refusal = text == nil ? .notUTF8 : refusal(jobs, found)
    let action = found.map { policy.action(for: $0) }.max() ?? .allow
    return Judgement(
      text: text, diagnostics: found, jobs: jobs.total,
      action: refusal == nil ? action : .deny, refusal: refusal)
  }

  /// The verdict that lets a text pass, or nil when it may not.
  private func allowed(
    _ text: Judgement, _ decision: Verdict.Decision, of given: Judgement
  ) -> Verdict? {
    guard text.action == .allow, let string = text.text else { return nil }
    return Verdict(
      decision: decision,
      prompt: ValidatedPrompt(string, linter.options.target, max(text.jobs, 1)),
      diagnostics: given.diagnostics, refusal: nil)
  }

  /// The text after the fixes that the policy takes, or nil when they change nothing or don't end.
  private func rewritten(
    _ source: SourceText, _ range: ByteRange, _ scratch: inout ScanScratch
  ) -> SourceText? {
    if policy.rewrite.isEmpty { return nil }
    let fixed = FixApplier(linter, accepting: .safe)
      .apply(to: source, in: range, scratch: &scratch) { !policy.rewrites($0) }
    guard fixed.isStable, fixed.source.bytes[...] != source.bytes[range.indices],
      Self.unread(fixed.source.bytes[...]) == nil
    else { return nil }
    return fixed.source
  }
}

// MARK: Refusals

extension Gate {
  /// Why a text isn't looked at, or nil when it is.
  private static func unread(_ bytes: ArraySlice<UInt8>) -> GateRefusal? {
    if bytes.count > GatePolicy.maximumBytes { return .tooLong(bytes: bytes.count) }
    let isBlank = bytes.allSatisfy { $0 == 0x20 || 0x09...0x0D ~= $0 }
    return isBlank ? .empty : nil
  }

  private func refusal(_ jobs: JobCount, _ found: [Diagnostic]) -> GateRefusal? {
    if jobs.permutations > mostPrompts {
      return .tooManyPrompts(jobs.permutations, allowed: mostPrompts)
    }
    if let allowed = policy.jobs, jobs.total > allowed {
      return .tooManyJobs(jobs.total, allowed: allowed)
    }
    return found.count >= DiagnosticSink.capacity ? .tooManyFindings : nil
  }

  private func denied(_ refusal: GateRefusal) -> Verdict {
    Verdict(decision: .deny, prompt: nil, diagnostics: [], refusal: refusal)
  }
}
