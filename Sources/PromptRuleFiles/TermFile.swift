// rules/sensitive/*.yaml → terms and allow rules.

internal import PromptCore
internal import PromptRules
internal import YAML

struct TermFile {
  let path: String

  func read(_ node: Node) throws(RuleFileError) -> TermList {
    let file = try FieldReader(node, path: path, keys: .termFile)
    var list = TermList()
    for node in try file.nodes("allow") { list.allow += try allowRules(node) }
    for node in try file.nodes("terms") { list.terms.append(try term(node, in: file)) }
    return list
  }

  /// The rules of one entry: one for each form.
  private func allowRules(_ node: Node) throws(RuleFileError) -> [AllowRule] {
    let entry = try FieldReader(node, path: path, keys: .allow)
    let word = try entry.optionalString("word")
    let phrase = try entry.optionalString("phrase")
    let text = word ?? phrase ?? ""
    let reason = try entry.optionalString("reason")
    return try ([text] + entry.strings("forms")).map {
      AllowRule(text: $0.lowercased(), reason: reason)
    }
  }

  private func term(_ node: Node, in file: FieldReader) throws(RuleFileError) -> Term {
    let entry = try FieldReader(node, path: path, keys: .term)
    let (kind, text) = try kind(entry)
    let forms = kind == .pattern ? [text] : ([text] + (try entry.strings("forms")))
    let match = try entry.strings("match")
    let weights = (own: try entry.weight("weight"), file: try file.weight("weight"))
    let scopes = (own: try entry.scopes("scopes"), file: try file.scopes("scopes"))
    if kind == .pattern && match.isEmpty {
      throw entry.error("pattern", "a pattern needs at least one `match:` example")
    }
    return Term(
      name: kind == .pattern ? try entry.string("name") : text, kind: kind,
      forms: kind == .pattern ? forms : forms.map { $0.lowercased() },
      category: try file.string("category"), weight: weights.own ?? weights.file ?? .medium,
      scopes: scopes.own ?? scopes.file ?? [.text, .no],
      reason: try entry.optionalString("reason"),
      replacement: try entry.optionalString("replace"), match: match,
      clean: try entry.strings("clean"))
  }

  private func kind(_ entry: FieldReader) throws(RuleFileError) -> (Term.Kind, String) {
    let kinds: [(String, Term.Kind)] = [
      ("word", .word), ("phrase", .phrase), ("pattern", .pattern),
    ]
    let given = kinds.filter { entry.value($0.0) != nil }
    guard given.count == 1 else {
      throw entry.error("word", "a term needs exactly one of `word`, `phrase` and `pattern`")
    }
    return (given[0].1, try entry.string(given[0].0))
  }
}

// MARK: Weights and scopes

extension FieldReader {
  /// The weight of a term.
  func weight(_ key: String) throws(RuleFileError) -> TermWeight? {
    guard let number = try integer(key, from: .min) else { return nil }
    guard let weight = UInt8(exactly: number).flatMap(TermWeight.init) else {
      throw error(
        key, "`weight` must be 0 (soft), 1 (light), 2 (medium) or 3 (heavy), not `\(number)`")
    }
    return weight
  }

  /// Where a term counts.
  func scopes(_ key: String) throws(RuleFileError) -> TermScopes? {
    guard value(key) != nil else { return nil }
    let words = try choices(key, TermScopes.names.map(\.name))
    return TermScopes.names.filter { words.contains($0.name) }.reduce(into: []) {
      $0.insert($1.scope)
    }
  }
}
