// What became of one prompt, with all that a record shows of it.

internal import PromptCore
internal import PromptLint

/// What became of one prompt.
struct Outcome {
  /// The text that the prompt was given in, and its place there.
  let source: SourceText
  let range: ByteRange
  let decision: Verdict.Decision
  /// What may be sent.
  let prompt: String?
  /// The canonical key of what may be sent, else of what was given; nil for what wasn't looked at.
  let key: String?
  /// A hash that equal prompts share, of one that may be sent.
  let identity: UInt64?
  let jobs: UInt64
  let diagnostics: [Diagnostic]
  let refusal: GateRefusal?

  /// The bytes that were given.
  var given: ArraySlice<UInt8> { source.bytes[range.indices] }

  /// The bytes to show in the place of the prompt: what may be sent, else what was given.
  var shown: ArraySlice<UInt8> {
    if let prompt { return Array(prompt.utf8)[...] }
    return source.isValidUTF8 ? given : Array(source.string(in: range).utf8)[...]
  }

  /// The codes of the findings and the name of the refusal, each once.
  var codes: String {
    var codes = refusal.map { [$0.name] } ?? []
    for finding in diagnostics where !codes.contains(finding.rule.code) {
      codes.append(finding.rule.code)
    }
    return codes.joined(separator: " ")
  }

  /// The same, when the jobs of the run were spent before it.
  func denied(spent budget: UInt64) -> Outcome {
    Outcome(
      source: source, range: range, decision: .deny, prompt: nil, key: key, identity: nil,
      jobs: jobs, diagnostics: diagnostics, refusal: .budgetSpent(allowed: budget))
  }
}
