// What holds for the terms of a list that don't say it themselves.

internal import PromptCore
internal import PromptRules

/// Category and weight of the terms of a list.
struct ListHead {
  var category: String
  /// Whoever writes a list of his own means it, so its terms are refused.
  var weight = TermWeight.heavy

  /// The name of a file without folder and ending is its category.
  init(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    category = stem.isEmpty ? name : stem
  }

  /// The term of a spelling.
  func term(_ spelling: ListSpelling) -> Term {
    Term(
      name: spelling.text, kind: spelling.isPhrase ? .phrase : .word, forms: [spelling.folded],
      category: category, weight: weight, scopes: [.text, .no], reason: nil, replacement: nil,
      match: [], clean: [])
  }

  /// The weight of a number or a name.
  static func weight(_ text: String) throws(ListSpelling.Refusal) -> TermWeight {
    if let weight = UInt8(text).flatMap(TermWeight.init) { return weight }
    let name = text.lowercased()
    if let place = weights.firstIndex(of: name) { return TermWeight.allCases[place] }
    let hint = Suggestion.hint(for: text, in: weights)
    throw ListSpelling.Refusal(
      message: "a weight is 0 (soft), 1 (light), 2 (medium) or 3 (heavy), not `\(text)`\(hint)",
      remedy: "write one of the four")
  }

  /// The weight of a severity, as the default profile has it.
  static func severity(_ text: String) throws(ListSpelling.Refusal) -> TermWeight {
    let name = text.lowercased()
    if let place = severities.firstIndex(of: name) { return TermWeight.allCases[place] }
    throw ListSpelling.Refusal(
      message: "a severity is one of \(severities.joined(separator: ", ")), not `\(text)`"
        + Suggestion.hint(for: text, in: severities), remedy: "write one of the four")
  }

  private static let weights = TermWeight.allCases.map { "\($0)" }
  private static let severities = ["hint", "information", "warning", "error"]
}
