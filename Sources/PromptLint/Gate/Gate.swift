// The decision on a prompt, and the only way to a prompt that may be sent.

public import PromptCore
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

/// Judges prompts before they are sent: a pure function of prompt, rule set, options and policy, usable
/// from many threads.
///
/// A prompt with permutations passes only when each of the prompts that it stands for does. What can't
/// be judged completely is denied, and the verdict says why.
public struct Gate: Sendable {
  /// What judges the prompts.
  public let linter: Linter
  /// What findings mean.
  public let policy: GatePolicy
  /// The most prompts that permutations may stand for.
  private let mostPrompts: UInt64
  /// The most jobs that one prompt may make.
  private let mostJobs: UInt64

  /// A gate for a rule set; undecided patterns count whatever the options leave out, and a plan that the
  /// rules don't know takes one job.
  ///
  /// - Complexity: O(size of the sensitive lists).
  public init(rules: RuleSet, options: LintOptions, policy: GatePolicy = GatePolicy()) {
    var options = options
    options.unavoidable = [GatePolicy.undecided]
    linter = Linter(rules: rules, options: options)
    self.policy = policy
    let plan = options.plan.map { rules.plan($0)?.maximumJobs ?? 1 }
    let most = UInt64(clamping: plan ?? rules.plans.map(\.maximumJobs).max() ?? 1)
    mostPrompts = min(most, Linter.maximumExpansions)
    mostJobs = policy.jobs ?? most
  }

  /// Judges the prompt in `range` of `source` (the whole source unless given).
  ///
  /// - Complexity: O(n) in the prompt, for each of the prompts that permutations stand for and each round
  ///   of fixes.
  public func check(
    _ source: SourceText, in range: ByteRange? = nil, scratch: inout ScanScratch
  ) -> Verdict {
    check(source, in: range, isBrief: false, scratch: &scratch)
  }

  /// The same; brief findings say what is wrong and nothing of what to do.
  package func check(
    _ source: SourceText, in range: ByteRange? = nil, isBrief: Bool, scratch: inout ScanScratch
  ) -> Verdict {
    let whole = range ?? source.range
    guard let given = judge(source, whole, isBrief, &scratch) else {
      return Verdict(unread: Self.unread(source.bytes[whole.indices]))
    }
    if given.action == .allow { return verdict(.allow, given, sending: given) }
    if given.refusal != nil { return verdict(.deny, given) }
    let again = rewritten(source, whole, given, &scratch).flatMap {
      judge($0, $0.range, true, &scratch)
    }
    if let again, again.action == .allow { return verdict(.rewrite, given, sending: again) }
    let milder = min(given.action, again?.action ?? given.action)
    return verdict(milder == .review ? .review : .deny, given)
  }
}

// MARK: One text

extension Gate {
  /// What is known of one text.
  private struct Judgement {
    let text: String
    let prompt: Prompt
    let diagnostics: [Diagnostic]
    let jobs: UInt64
    let action: GatePolicy.Action
    let refusal: GateRefusal?
  }

  /// Judges a text; nil for one that isn't looked at or is not UTF-8.
  private func judge(
    _ source: SourceText, _ range: ByteRange, _ isBrief: Bool, _ scratch: inout ScanScratch
  ) -> Judgement? {
    let bytes = source.bytes[range.indices]
    guard Self.unread(bytes) == nil, let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    let prompt = linter.parse(source, in: range)
    let presets = PresetExpansion(prompt, source, linter.options.presets)
    let found = linter.lint(prompt, source, as: presets, isBrief: isBrief, &scratch)
    let jobs = presets.map { count(linter.parse($0.text), $0.text) } ?? count(prompt, source)
    let refusal = refusal(jobs, found)
    let action = found.reduce(.allow) { max($0, policy.action(for: $1)) }
    return Judgement(
      text: text, prompt: prompt, diagnostics: found, jobs: jobs.total,
      action: refusal == nil ? action : .deny,
      refusal: refusal)
  }

  private func count(_ prompt: Prompt, _ source: SourceText) -> JobCount {
    JobCount(prompt, source, linter.rules.parameters)
  }

  private func verdict(
    _ decision: Verdict.Decision, _ given: Judgement, sending sent: Judgement? = nil
  ) -> Verdict {
    Verdict(
      decision: decision,
      prompt: sent.map { ValidatedPrompt($0.text, linter.options.target, $0.jobs) },
      jobs: sent?.jobs ?? given.jobs, diagnostics: given.diagnostics, refusal: given.refusal,
      given: given.prompt)
  }

  /// The text after the fixes that the policy takes, or nil when they change nothing or don't end.
  private func rewritten(
    _ source: SourceText, _ range: ByteRange, _ given: Judgement, _ scratch: inout ScanScratch
  ) -> SourceText? {
    let mayChange = given.diagnostics.contains { $0.rule.fix == .safe && policy.rewrites($0) }
    guard mayChange else { return nil }
    let fixed = FixApplier(linter, accepting: .safe)
      .apply(to: source, in: range, scratch: &scratch) { !policy.rewrites($0) }
    let isChanged = fixed.source.bytes[...] != source.bytes[range.indices]
    return fixed.isStable && isChanged ? fixed.source : nil
  }
}

// MARK: Refusals

extension Gate {
  /// Why a text isn't looked at, whatever its encoding, or nil when it is.
  private static func unread(_ bytes: ArraySlice<UInt8>) -> GateRefusal? {
    if bytes.count > GatePolicy.maximumBytes { return .tooLong(bytes: bytes.count) }
    return bytes.allSatisfy { $0 == 0x20 || 0x09...0x0D ~= $0 } ? .empty : nil
  }

  private func refusal(_ jobs: JobCount, _ found: [Diagnostic]) -> GateRefusal? {
    if jobs.permutations > mostPrompts {
      return .tooManyPrompts(jobs.permutations, allowed: mostPrompts)
    }
    if jobs.total > mostJobs { return .tooManyJobs(jobs.total, allowed: mostJobs) }
    return found.count >= DiagnosticSink.capacity ? .tooManyFindings : nil
  }
}
