// MJ702: patterns that took too long to say whether they match.

internal import PromptCore
internal import PromptRules
internal import PromptScan

/// Patterns that spent their budget, or that can't be compiled here: one finding for all of them.
struct UndecidedTerm: Rule {
  let metadata = RuleMetadata(code: "MJ702", name: "undecided-term", severity: .error)
  let interest = RuleInterest(.terms)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let undecided = context.terms.undecided.map { context.rules.terms[$0] }
    guard let first = undecided.first else { return }
    let lists = Set(undecided.map(\.category)).sorted().joined(separator: ", ")
    sink.report(
      metadata, at: context.prompt.range,
      "whether patterns of the list \(lists) match could not be decided",
      help: "shorten the prompt; until then it counts as refused",
      notes: [DiagnosticNote("the first of them is `\(first.name)`")])
  }
}
