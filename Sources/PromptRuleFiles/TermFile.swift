// rules/sensitive/*.yaml → terms and allow rules.

internal import PromptCore
internal import PromptRules
internal import YAML

struct TermFile {
  let path: String

  private static let fileKeys = [
    "category", "summary", "scopes", "weight", "source", "lists", "verified", "terms", "allow",
  ]
  private static let termKeys = [
    "word", "phrase", "pattern", "name", "forms", "weight", "scopes", "reason", "replace", "match",
    "clean",
  ]

  func read(_ node: Node) throws(RuleFileError) -> TermList {
    let file = try FieldReader(node, path: path, keys: Self.fileKeys)
    var list = TermList()
    for node in try file.nodes("allow") { list.allow += try allowRules(node) }
    for node in try file.nodes("terms") { list.terms.append(try term(node, in: file)) }
    return list
  }

  /// The rules of one entry: one for each form.
  private func allowRules(_ node: Node) throws(RuleFileError) -> [AllowRule] {
    let entry = try FieldReader(node, path: path, keys: ["word", "phrase", "forms", "reason"])
    let word = try entry.optionalString("word")
    let phrase = try entry.optionalString("phrase")
    guard let text = word ?? phrase else {
      throw entry.error("phrase", "an allow rule needs a `word` or a `phrase`")
    }
    let reason = try entry.optionalString("reason")
    return try ([text] + entry.strings("forms")).map {
      AllowRule(text: $0.lowercased(), reason: reason)
    }
  }

  private func term(_ node: Node, in file: FieldReader) throws(RuleFileError) -> Term {
    let entry = try FieldReader(node, path: path, keys: Self.termKeys)
    let (kind, text) = try kind(entry)
    let forms = kind == .pattern ? [text] : ([text] + (try entry.strings("forms")))
    let match = try entry.strings("match")
    let weights = (own: try weight(entry), file: try weight(file))
    let scopes = (own: try scopes(entry), file: try scopes(file))
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

  private func weight(_ entry: FieldReader) throws(RuleFileError) -> TermWeight? {
    guard let number = try entry.integer("weight") else { return nil }
    guard let weight = UInt8(exactly: number).flatMap(TermWeight.init) else {
      throw entry.error(
        "weight", "`weight` must be 0 (soft), 1 (light), 2 (medium) or 3 (heavy), not `\(number)`")
    }
    return weight
  }

  private func scopes(_ entry: FieldReader) throws(RuleFileError) -> TermScopes? {
    guard entry.value("scopes") != nil else { return nil }
    var scopes: TermScopes = []
    for word in try entry.strings("scopes") {
      guard let known = TermScopes.names.first(where: { $0.name == word }) else {
        let words = TermScopes.names.map(\.name)
        throw entry.error(
          "scopes",
          "`\(word)` is none of the scopes \(words.joined(separator: ", "))"
            + Suggestion.hint(for: word, in: words))
      }
      scopes.insert(known.scope)
    }
    return scopes
  }
}
