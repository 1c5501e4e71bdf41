// The example of the README, compiled and run as it stands there.

// README begins
import MJPrompt

/// The prompt with every fix that keeps its meaning, in canonical form, and what is left to say.
func repaired(_ text: String, on day: Day) throws -> (text: String, findings: [Diagnostic]) {
  let linter = try Linter(rules: RuleSet(.embedded), options: LintOptions(asOf: day))
  var scratch = ScanScratch()
  let fixed = FixApplier(linter, accepting: .safe).apply(to: SourceText(text), scratch: &scratch)
  let canonical = Normalizer(rules: linter.rules)
    .normalize(linter.parse(fixed.source), of: fixed.source)
  return (canonical?.text ?? fixed.source.string(in: fixed.source.range), fixed.remaining)
}
// README ends
