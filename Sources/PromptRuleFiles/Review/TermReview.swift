// Sensitive terms that never count, innocent text that covers nothing, spellings listed twice.

internal import PromptCore
internal import PromptRules
internal import PromptScan
internal import YAML

struct TermReview {
  private let entries: RuleEntries

  private let probesPatterns: Bool

  init(_ entries: RuleEntries, probesPatterns: Bool = true) {
    self.entries = entries
    self.probesPatterns = probesPatterns
  }

  /// Everything that is wrong with the sensitive lists as a whole.
  var problems: [RuleFileError] {
    let broken = entries.terms.compactMap(brokenPattern)
    return broken + strayLanguages + doubles + allowDoubles + (broken.isEmpty ? dead : [])
  }

  private typealias Entry = Located<Term>

  private func brokenPattern(_ term: Entry) -> RuleFileError? {
    guard term.value.kind == .pattern else { return nil }
    let admission = PatternAdmission(term.value, isProbed: probesPatterns)
    guard let refusal = admission.refusals.first else { return nil }
    return term.problem(
      .malformed, at: "pattern", refusal.message(of: term.value.name),
      remedy: "mend the PCRE2 pattern")
  }

  /// Lists in the folder of another language than they name.
  private var strayLanguages: [RuleFileError] {
    entries.termFiles.compactMap { file in
      let folders = file.path.dropFirst("\(entries.folder)/sensitive/".count).split(separator: "/")
      let folder = folders.count > 1 ? String(folders[0]) : nil
      guard let folder, folder != file.value.language else { return nil }
      return file.problem(
        .contradiction, at: "language", "a list of the folder \(folder) that doesn't say so",
        remedy: "write `language: \(folder)`")
    }
  }

  // MARK: Doubles

  /// Each spelling of an entry with its place in the file.
  private func spellings<Value>(_ entry: Located<Value>) -> [Node] {
    ["word", "phrase", "pattern"].compactMap { entry.node[$0] } + entry.inner("forms")
  }

  private var doubles: [RuleFileError] {
    var seen: [String: (place: String, category: String)] = [:]
    return entries.terms.flatMap { term in
      // What counts near other words only is another entry.
      let context = term.value.near.map { "\n" + $0.words.sorted().joined(separator: "\n") } ?? ""
      return spellings(term).compactMap { node -> RuleFileError? in
        let spelling = Self.folded(node.scalar ?? "", isPattern: term.value.kind == .pattern)
        let name = spelling + context
        let place = "\(term.path):\(node.mark.line)"
        guard let first = seen.updateValue((place, term.value.category), forKey: name) else {
          return nil
        }
        seen[name] = first
        let other = first.category == term.value.category ? "" : " in `\(first.category)`"
        return term.problem(
          .duplicate, at: node,
          "`\(node.scalar ?? "")` is listed twice, first\(other) at \(first.place)",
          remedy: "keep it in one place")
      }
    }
  }

  private var allowDoubles: [RuleFileError] {
    var seen: [String: Int] = [:]
    return entries.allow.flatMap { rule in
      spellings(rule).compactMap { node -> RuleFileError? in
        let name = Self.folded(node.scalar ?? "", isPattern: false)
        guard let line = seen[name] else {
          seen[name] = node.mark.line
          return nil
        }
        return rule.problem(
          .duplicate, at: node, "`\(node.scalar ?? "")` is allowed twice, first in line \(line)",
          remedy: "remove one")
      }
    }
  }

  /// Spellings that the scanner can't tell apart are equal.
  private static func folded(_ text: String, isPattern: Bool) -> String {
    isPattern
      ? text : text.lowercased().split { " -_\t".contains($0) }.joined(separator: " ")
  }

  // MARK: Dead entries

  private var dead: [RuleFileError] {
    let list = entries.termList
    let terms = list.terms.flatMap(\.parts)
    let whole = TermScanner(TermList(terms: terms, allow: list.allow))
    let bare = TermScanner(TermList(terms: terms))
    return entries.terms.flatMap { covered($0, whole, bare) } + idleRules(bare)
  }

  /// Spellings that innocent text covers wherever they stand.
  private func covered(
    _ term: Entry, _ whole: TermScanner, _ bare: TermScanner
  ) -> [RuleFileError] {
    let own = term.value.kind == .pattern ? [] : spellings(term)
    return (own + term.inner("near")).compactMap { node -> RuleFileError? in
      let text = (node.scalar ?? "").lowercased()
      guard bare.finds(text), !whole.finds(text) else { return nil }
      return term.problem(
        .dead, at: node, "`\(text)` never counts, since it is allowed as it stands",
        remedy: "remove it here, or lengthen the innocent text")
    }
  }

  private func idleRules(_ bare: TermScanner) -> [RuleFileError] {
    entries.allow.flatMap { rule in
      let idle = spellings(rule).filter { !bare.finds(($0.scalar ?? "").lowercased()) }
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
  fileprivate func finds(_ text: String) -> Bool {
    var scratch = ScanScratch()
    var result = ScanResult()
    let source = SourceText(text)
    for (_, scope) in TermScopes.names {
      scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    }
    return !result.matches.isEmpty
  }
}
