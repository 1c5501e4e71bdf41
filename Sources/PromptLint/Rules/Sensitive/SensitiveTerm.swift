// MJ701: words that get prompts refused.

internal import PromptCore
internal import PromptRules
internal import PromptScan

/// A word, phrase or pattern of the sensitive lists; its weight and the profile say how bad it is.
struct SensitiveTerm: Rule {
  let metadata = RuleMetadata(
    code: "MJ701", name: "sensitive-term", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(.terms)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let profile = context.rules.profile(context.options.profile)
    for match in context.terms.matches where !sink.isFull {
      let term = context.rules.terms[match.term]
      let severity = profile.map { $0.severity(of: term) } ?? metadata.severity
      guard let severity else { continue }
      let isInText = context.prompt.text.contains(match.range)
      let replacement = isInText ? term.replacement : nil
      sink.report(
        Diagnostic(
          metadata, at: match.range,
          "`\(context.text(match.range))` is on the \(term.category) list, weight \(term.weight)",
          severity: severity, help: help(replacement),
          notes: notes(term),
          fixes: replacement.map {
            [FixIt("write `\($0)`", .unsafe, [TextEdit(match.range, $0)])]
          } ?? []))
    }
    if let undecided = undecided(context) { sink.report(undecided) }
  }

  /// One finding for all patterns that met a limit. Bytes that aren't text leave every pattern
  /// undecided too, and `invalid-utf8` says so.
  private func undecided(_ context: borrowing LintContext) -> Diagnostic? {
    let lists = Set(context.terms.undecided.map { context.rules.terms[$0].category }).sorted()
    guard !lists.isEmpty, !context.prompt.kinds.contains(TokenKindSet(.invalid)) else { return nil }
    return Diagnostic(
      metadata, at: context.prompt.range,
      "patterns of the list \(lists.joined(separator: ", ")) could not be decided",
      severity: .error, help: "shorten the prompt; until then it counts as refused")
  }

  /// Why it is listed, and whether people who speak its language agree.
  private func notes(_ term: Term) -> [DiagnosticNote] {
    let review =
      term.isReviewed
      ? nil : "the \(term.category) list in \(term.language ?? "en") is not reviewed by speakers"
    return [term.reason, review].compactMap { $0.map { DiagnosticNote($0) } }
  }

  private func help(_ replacement: String?) -> String {
    replacement.map { "say it another way, such as `\($0)`" } ?? "say it another way"
  }
}
