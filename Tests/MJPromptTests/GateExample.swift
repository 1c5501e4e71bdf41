// The example of the article on embedding the gate, compiled and run as it stands there.

// ARTICLE begins
import MJPrompt

/// What a server keeps: one gate for all of its requests.
struct PromptDoor: Sendable {
  /// Why nothing is sent.
  struct Refusal: Error {
    let needsPerson: Bool
    let reasons: [String]
  }

  private let gate: Gate

  init(on day: Day) throws {
    var options = LintOptions(asOf: day)
    options.plan = "pro"
    var policy = GatePolicy()
    policy.review = .warning
    policy.actions = [("gore", .review)]
    policy.jobs = 4
    gate = try Gate(rules: RuleSet(.embedded), options: options, policy: policy)
  }

  /// The prompt to send, mended where that keeps its meaning.
  func prompt(for text: String) throws(Refusal) -> ValidatedPrompt {
    var scratch = ScanScratch()
    let verdict = gate.check(SourceText(text), scratch: &scratch)
    if let prompt = verdict.prompt { return prompt }
    throw Refusal(
      needsPerson: verdict.decision == .review,
      reasons: verdict.refusal.map { [$0.message] } ?? verdict.diagnostics.map(\.message))
  }
}
// ARTICLE ends
