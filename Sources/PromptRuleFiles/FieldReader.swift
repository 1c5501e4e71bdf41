// Reads the fields of one mapping and says exactly what is wrong with them.

internal import PromptCore
internal import PromptRules
internal import YAML

/// The fields of one mapping of a YAML file; every accessor throws an error with the place.
struct FieldReader {
  let path: String
  let node: Node
  private let entries: [Node.Entry]

  /// The fields of `node`, which must be a mapping with no other keys than `keys`.
  init(_ node: Node, path: String, keys: [String]) throws(RuleFileError) {
    self.path = path
    self.node = node
    guard let entries = node.mapping else {
      throw RuleFileError(
        path: path, mark: node.mark, message: "expected fields such as `\(keys[0]): …`")
    }
    for entry in entries where !keys.contains(entry.key) {
      throw RuleFileError(
        path: path, mark: entry.keyMark,
        message: "unknown field `\(entry.key)`" + Suggestion.hint(for: entry.key, in: keys)
          + " (known: \(keys.joined(separator: ", ")))")
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

  func strings(_ key: String) throws(RuleFileError) -> [String] {
    guard let value = value(key) else { return [] }
    guard let items = value.sequence else {
      throw error(key, "`\(key)` must be a list, such as `[a, b]`")
    }
    var texts: [String] = []
    for item in items {
      guard let text = item.scalar, !text.isEmpty else {
        throw RuleFileError(path: path, mark: item.mark, message: "`\(key)` must list text")
      }
      texts.append(text)
    }
    return texts
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

  func integer(_ key: String) throws(RuleFileError) -> Int? {
    guard let text = try optionalString(key) else { return nil }
    guard let number = Int(text) else {
      throw error(key, "`\(key)` must be a whole number, not `\(text)`")
    }
    return number
  }

  /// A whole number above 0.
  func count(_ key: String) throws(RuleFileError) -> Int? {
    guard let number = try integer(key) else { return nil }
    guard number > 0 else { throw error(key, "`\(key)` must be above 0, not \(number)") }
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

  /// The fields `source`, `verified` and `confidence`; missing ones are the given ones.
  func provenance(_ inherited: Provenance?) throws(RuleFileError) -> Provenance {
    let sources = try strings("source")
    let confidence = try choice("confidence", Confidence.allCases.map { ($0.name, $0) })
    guard let verified = try day("verified") ?? inherited?.verified else {
      throw error("verified", "the field `verified` (a date) is missing")
    }
    guard let sure = confidence ?? inherited?.confidence else {
      throw error("confidence", "the field `confidence` is missing")
    }
    guard let known = sources.isEmpty ? inherited?.sources : sources else {
      throw error("source", "the field `source` (keys of sources.yaml) is missing")
    }
    return Provenance(sources: known, verified: verified, confidence: sure)
  }

  static let provenanceKeys = ["source", "verified", "confidence"]
}
