// Reads the fields of one mapping and says exactly what is wrong with them.

internal import PromptCore
internal import PromptRules
internal import YAML

/// The fields of one mapping of a YAML file; every accessor throws an error with the place.
struct FieldReader: Sendable {
  let path: String
  let node: Node
  private let entries: [Node.Entry]

  /// The fields of `node`, which must be a mapping as the table says.
  init(_ node: Node, path: String, keys table: FieldTable) throws(RuleFileError) {
    try self.init(anyOf: node, path: path, example: table.fields[0].name)
    if let problem = problems(by: table, models: nil).first { throw problem }
  }

  /// The fields of `node`, which must be a mapping; nothing is said about its keys.
  init(anyOf node: Node, path: String, example: String = "key") throws(RuleFileError) {
    self.path = path
    self.node = node
    guard let entries = node.mapping else {
      throw RuleFileError(
        path: path, mark: node.mark, message: "expected fields such as `\(example): …`")
    }
    self.entries = entries
  }

  /// The value of a field, or nil when it isn't there.
  func value(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

  /// An error at a field, or at the mapping when the field isn't there.
  func error(_ key: String, _ message: String) -> RuleFileError {
    RuleFileError(path: path, mark: (value(key) ?? node).mark, message: message)
  }

  func string(_ key: String) throws(RuleFileError) -> String {
    guard let text = try optionalString(key) else {
      throw error(key, "the field `\(key)` is missing")
    }
    return text
  }

  func optionalString(_ key: String) throws(RuleFileError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.scalar, !text.isEmpty else {
      throw error(key, "`\(key)` must be text")
    }
    return text
  }

  func strings(_ key: String, least: Int = 0) throws(RuleFileError) -> [String] {
    guard let value = value(key) else { return [] }
    guard let items = value.sequence else {
      throw error(key, "`\(key)` must be a list, such as `[a, b]`")
    }
    if items.count < least { throw error(key, "`\(key)` must not be empty") }
    var texts: [String] = []
    for item in items {
      guard let text = item.scalar, !text.isEmpty else {
        throw RuleFileError(path: path, mark: item.mark, message: "`\(key)` must list text")
      }
      texts.append(text)
    }
    return texts
  }

  /// One text or a list of them, each with its place.
  func textOrTexts(_ key: String) throws(RuleFileError) -> [(text: String, mark: Mark)] {
    guard let value = value(key) else { return [] }
    var texts: [(text: String, mark: Mark)] = []
    for item in value.sequence ?? [value] {
      guard let text = item.scalar, !text.isEmpty else {
        throw RuleFileError(
          path: path, mark: item.mark, message: "`\(key)` must be text or a list of text")
      }
      texts.append((text, item.mark))
    }
    return texts
  }

  /// A mapping with free keys.
  func pairs(_ key: String) throws(RuleFileError) -> FieldReader? {
    guard let value = value(key) else { return nil }
    guard value.mapping != nil else {
      throw error(key, "`\(key)` must pair names with values, such as `name: value`")
    }
    return try FieldReader(anyOf: value, path: path)
  }

  func nodes(_ key: String) throws(RuleFileError) -> [Node] {
    guard let value = value(key) else { return [] }
    guard let items = value.sequence else {
      throw error(key, "`\(key)` must be a list of entries, each beginning with `- `")
    }
    return items
  }

  func bool(_ key: String, default fallback: Bool) throws(RuleFileError) -> Bool {
    guard let text = try optionalString(key) else { return fallback }
    guard text == "true" || text == "false" else {
      throw error(key, "`\(key)` must be true or false, not `\(text)`")
    }
    return text == "true"
  }

  func day(_ key: String) throws(RuleFileError) -> Day? {
    guard let text = try optionalString(key) else { return nil }
    guard let day = Day(text) else {
      throw error(key, "`\(key)` must be a date such as 2026-07-24, not `\(text)`")
    }
    return day
  }

  func integer(
    _ key: String, from least: Int = 1, to most: Int? = nil
  ) throws(RuleFileError) -> Int? {
    guard let text = try optionalString(key) else { return nil }
    guard let number = Int(text), number >= least, number <= most ?? .max else {
      let end = most.map { "to \($0)" } ?? "on"
      throw error(key, "`\(key)` must be a whole number from \(least) \(end), not `\(text)`")
    }
    return number
  }

  /// One of a few words; `choices` pairs the words with what they mean.
  func choice<Value>(
    _ key: String, _ choices: [(String, Value)]
  ) throws(RuleFileError) -> Value? {
    guard let text = try optionalString(key) else { return nil }
    guard let match = choices.first(where: { $0.0 == text }) else {
      let words = choices.map(\.0)
      throw error(
        key,
        "`\(key)` must be one of \(words.joined(separator: ", ")), not `\(text)`"
          + Suggestion.hint(for: text, in: words))
    }
    return match.1
  }

  /// Some of a few words.
  func choices(_ key: String, _ words: [String]) throws(RuleFileError) -> [String] {
    let given = try strings(key)
    for word in given where !words.contains(word) {
      throw error(
        key,
        "`\(word)` is none of the \(key) \(words.joined(separator: ", "))"
          + Suggestion.hint(for: word, in: words))
    }
    return given
  }

  /// The fields `source`, `verified` and `confidence`; missing ones are the given ones.
  func provenance(_ inherited: Provenance?) throws(RuleFileError) -> Provenance {
    let sources = try strings("source", least: 1)
    let confidence = try choice("confidence", Self.confidences) ?? inherited?.confidence
    guard let verified = try day("verified") ?? inherited?.verified, let confidence,
      let known = sources.isEmpty ? inherited?.sources : sources
    else { throw error("source", "`source`, `verified` and `confidence` must be here") }
    return Provenance(sources: known, verified: verified, confidence: confidence)
  }

  static let confidences = Confidence.allCases.map { ($0.name, $0) }
}
