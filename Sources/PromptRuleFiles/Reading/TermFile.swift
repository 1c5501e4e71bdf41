// rules/sensitive/*.yaml and rules/sensitive/<language>/*.yaml → terms and allow rules.

internal import PromptCore
internal import PromptRules
internal import PromptScan
internal import YAML

struct TermFile {
  let path: String

  func read(
    _ file: FieldReader, into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    entries.allow += try file.entries("allow", &log) { node throws(RuleFileError) in
      try allowRules(node)
    }
    entries.terms += try file.entries("terms", &log) { node throws(RuleFileError) in
      try term(node, in: file)
    }
    let head = try log.attempt { () throws(RuleFileError) in try self.head(file) }
    if let head { entries.termFiles.append(Located(value: head, path: path, node: file.node)) }
  }

  private func head(_ file: FieldReader) throws(RuleFileError) -> TermFileHead {
    TermFileHead(
      category: try file.optionalString("category"), language: try file.language("language"),
      sources: try file.strings("source"),
      lists: try file.nodes("lists").compactMap { $0["key"]?.scalar })
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
    if kind == .pattern, let refusal = PatternAdmission(text, isProbed: false).refusals.first {
      throw entry.error(
        "pattern", refusal.message(of: try entry.string("name")))
    }
    if kind != .pattern {
      try entry.findable([text], of: "\(kind)")
      try entry.findable(forms, of: "forms")
    }
    return Term(
      name: kind == .pattern ? try entry.string("name") : text, kind: kind,
      forms: kind == .pattern ? forms : forms.map { $0.lowercased() }, near: try context(entry),
      category: try file.string("category"), language: try file.language("language"),
      isReviewed: try file.bool("reviewed", default: true),
      weight: weights.own ?? weights.file ?? .medium,
      scopes: scopes.own ?? scopes.file ?? [.text, .no],
      isReported: try entry.bool("reported", default: false),
      reason: try entry.optionalString("reason"),
      replacement: try entry.optionalString("replace"), match: match,
      clean: try entry.strings("clean"))
  }

  /// The words that must stand near.
  private func context(_ entry: FieldReader) throws(RuleFileError) -> Term.Context? {
    let words = try entry.strings("near")
    let distances = Term.Context.distances
    let within = try entry.integer(
      "within", from: distances.lowerBound, to: distances.upperBound)
    if words.isEmpty {
      if within == nil { return nil }
      throw entry.error(
        "within", "`within` counts the words up to those of `near`, which is missing here")
    }
    try entry.findable(words, of: "near")
    return Term.Context(
      words: words.map { $0.lowercased() }, within: within ?? Term.Context.usualDistance)
  }

  private func kind(_ entry: FieldReader) throws(RuleFileError) -> (Term.Kind, String) {
    let kinds: [(String, Term.Kind)] = [
      ("word", .word), ("phrase", .phrase), ("pattern", .pattern),
    ]
    let given = kinds.first { entry.value($0.0) != nil } ?? kinds[0]
    return (given.1, try entry.string(given.0))
  }
}

// MARK: Words, weights and scopes

extension FieldReader {
  /// Refuses words of a field that the scanner can't find.
  fileprivate func findable(_ words: [String], of key: String) throws(RuleFileError) {
    if let lost = words.first(where: { !TermScanner.canFind($0.lowercased()) }) {
      throw error(key, "`\(lost)` holds no letter and no digit, so it can't be found")
    }
  }

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
