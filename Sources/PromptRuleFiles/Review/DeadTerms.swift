// Sensitive terms that never count, and innocent text that covers nothing.

internal import PromptCore
internal import PromptRules
internal import PromptScan
internal import YAML

/// Looks up every listed spelling with and without the innocent text of the lists.
struct DeadTerms {
  private let entries: RuleEntries
  private let whole: TermScanner
  private let bare: TermScanner

  init(_ entries: RuleEntries) {
    self.entries = entries
    let list = entries.termList
    whole = TermScanner(list)
    bare = TermScanner(TermList(terms: list.terms))
  }

  /// The terms that never count and the innocent text that makes no difference.
  ///
  /// - Complexity: O(size of the lists); each spelling is scanned once or twice.
  var problems: [RuleFileError] {
    var scratch = ScanScratch()
    return entries.terms.flatMap { covered($0, &scratch) } + idleRules(&scratch)
  }

  /// Spellings that innocent text covers wherever they stand.
  private func covered(
    _ term: Located<Term>, _ scratch: inout ScanScratch
  ) -> [RuleFileError] {
    if term.value.kind == .pattern { return [] }
    return term.spellings.compactMap { node -> RuleFileError? in
      let text = (node.scalar ?? "").lowercased()
      if whole.finds(text, &scratch) || !bare.finds(text, &scratch) { return nil }
      return term.problem(
        .dead, at: node, "`\(text)` never counts, since it is allowed as it stands",
        remedy: "remove the term, or lengthen the innocent text")
    }
  }

  private func idleRules(_ scratch: inout ScanScratch) -> [RuleFileError] {
    entries.allow.flatMap { rule in
      let idle = rule.spellings.filter { !bare.finds(($0.scalar ?? "").lowercased(), &scratch) }
      let isReserve = rule.node["reserve"]?.scalar == "true"
      if !isReserve { return idle.map { uncovering($0, rule) } }
      return idle.isEmpty ? [needless(rule)] : []
    }
  }

  private func uncovering(_ node: Node, _ rule: Located<[AllowRule]>) -> RuleFileError {
    rule.problem(
      .dead, at: node, "no listed term stands in `\(node.scalar ?? "")`",
      remedy: "remove it, or keep it on purpose with `reserve: true`")
  }

  private func needless(_ rule: Located<[AllowRule]>) -> RuleFileError {
    rule.problem(
      .contradiction, at: "reserve", "every spelling of this reserve covers a listed term",
      remedy: "remove `reserve`")
  }
}

extension TermScanner {
  /// Whether any term counts in this text, in whatever scope; most count in the first.
  fileprivate func finds(_ text: String, _ scratch: inout ScanScratch) -> Bool {
    var result = ScanResult()
    let source = SourceText(text)
    for (_, scope) in TermScopes.names {
      scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
      if !result.matches.isEmpty { return true }
    }
    return false
  }
}
