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
        metadata, at: match.range,
        "`\(context.text(match.range))` is on the \(term.category) list, weight \(term.weight.name)",
        severity: severity, help: help(replacement),
        notes: notes(term, match.disguises),
        fixes: replacement.map {
          [FixIt("write `\($0)`", .unsafe, [TextEdit(match.range, $0)])]
        } ?? [], category: term.category)
    }
  }

  /// How it is written, why it is listed, and whether people who speak its language agree.
  private func notes(_ term: Term, _ disguises: Disguises) -> [DiagnosticNote] {
    let ways = disguises.names.joined(separator: ", ")
    let meaning = term.kind == .pattern ? "" : "`\(term.name)` "
    let disguise = ways.isEmpty ? nil : "\(meaning)written with \(ways)"
    let review =
      term.isReviewed
      ? nil : "the \(term.category) list in \(term.language ?? "en") is not reviewed by speakers"
    return [disguise, term.reason, review].compactMap { $0.map { DiagnosticNote($0) } }
  }

  private func help(_ replacement: String?) -> String {
    replacement.map { "say it another way, such as `\($0)`" } ?? "say it another way"
  }
}
