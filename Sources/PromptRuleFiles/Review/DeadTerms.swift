// Sensitive terms that never count, and innocent text that covers nothing.

internal import PromptCore
internal import PromptRules
internal import PromptScan
internal import YAML

/// Looks up every listed spelling with and without the innocent text of the lists.
struct DeadTerms {
  private let entries: RuleEntries
  /// All terms, and the words that they need as terms too, with and without innocent text.
  private let whole: TermScanner
  private let bare: TermScanner
  /// The terms as they are listed.
  private let listed: TermScanner

  init(_ entries: RuleEntries) {
    self.entries = entries
    let list = entries.termList
    let terms = list.terms.flatMap(\.parts)
    whole = TermScanner(TermList(terms: terms, allow: list.allow))
    bare = TermScanner(TermList(terms: terms))
    listed = TermScanner(TermList(terms: list.terms))
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
    let own = term.value.kind == .pattern ? [] : term.spellings
    return (own + term.inner("near")).compactMap { node -> RuleFileError? in
      let text = (node.scalar ?? "").lowercased()
      if whole.finds(text, &scratch) || !bare.finds(text, &scratch) { return nil }
      return term.problem(
        .dead, at: node, "`\(text)` never counts, since it is allowed as it stands",
        remedy: "remove it here, or lengthen the innocent text")
    }
  }

  // MARK: Behind other terms

  /// Spellings that another listed term is reported for, whatever separates their words, so that their
  /// own entry makes no difference.
  ///
  /// - Complexity: O(size of the lists); each spelling is scanned once, or five times.
  var shadowed: [RuleFileError] {
    var scratch = ScanScratch()
    return entries.terms.enumerated().flatMap { number, term in
      term.value.kind == .pattern
        ? [] : term.spellings.compactMap { shadow(of: $0, term, number, &scratch) }
    }
  }

  private func shadow(
    of node: Node, _ term: Located<Term>, _ number: Int, _ scratch: inout ScanScratch
  ) -> RuleFileError? {
    let text = (node.scalar ?? "").lowercased()
    var others: Set<Int> = []
    for separator in Self.separators where separator == " " || text.contains(" ") {
      let written = text.replacing(" ", with: separator)
      guard let other = cover(of: written, number, &scratch) else { return nil }
      others.insert(other)
    }
    let names = others.map { listed.list[$0].name }.sorted().joined(separator: "` and `")
    return term.problem(
      .dead, at: node, "`\(text)` is always reported as `\(names)`",
      remedy: "remove it, or take it out of the other")
  }

  /// What may stand between the words of a phrase.
  private static let separators = [" ", "-", "_", "  ", " - "]

  /// The undisguised term that a text is reported as in all scopes of the numbered one, which isn't.
  private func cover(
    of text: String, _ number: Int, _ scratch: inout ScanScratch
  ) -> Int? {
    let found = listed.matches(in: text, &scratch)
    if found.contains(where: { $0.term == number }) { return nil }
    let scopes = listed.list[number].scopes
    return found.first {
      $0.disguises.isEmpty && listed.list[$0.term].scopes.isSuperset(of: scopes)
    }?.term
  }

  // MARK: Innocent text

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

extension Term {
  /// The term and the words that it needs, each as a term of its own.
  fileprivate var parts: [Term] {
    guard let near else { return [self] }
    let context = Term(
      name: name, kind: .phrase, forms: near.words, category: category, weight: weight,
      scopes: scopes, reason: nil, replacement: nil, match: [], clean: [])
    return [withoutContext, context]
  }
}

extension TermScanner {
  /// Whether any term counts in this text, in whatever scope.
  fileprivate func finds(_ text: String, _ scratch: inout ScanScratch) -> Bool {
    !matches(in: text, &scratch).isEmpty
  }

  /// The terms in this text, in the first scope that any counts in.
  fileprivate func matches(in text: String, _ scratch: inout ScanScratch) -> [ScanMatch] {
    var result = ScanResult()
    let source = SourceText(text)
    for (_, scope) in TermScopes.names where result.matches.isEmpty {
      scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    }
    return result.matches
  }
}
