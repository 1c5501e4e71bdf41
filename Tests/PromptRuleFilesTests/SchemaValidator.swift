// A small validator for the part of JSON Schema that our schemas use; it refuses any other keyword.

/// Checks values against a schema.
struct SchemaValidator {
  /// Keywords that say nothing about values.
  static let remarks: Set<String> = ["$schema", "$id", "title", "description"]

  /// What is wrong with a value, each with the path to it.
  func errors(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
    schema.members.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      Self.remarks.contains(keyword) ? [] : check(value, keyword, rule, schema, path)
    }
  }

  private func check(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    switch keyword {
    case "properties":
      return value.members.flatMap { key, inner in
        rule[key].map { errors(inner, $0, at: "\(path).\(key)") } ?? []
      }
    case "items":
      return value.items.enumerated().flatMap { errors($1, rule, at: "\(path)[\($0)]") }
    case "additionalProperties":
      return value.members.filter { schema["properties"]?[$0.key] == nil }.flatMap { key, inner in
        rule == .bool(false) ? ["\(path).\(key): unknown"] : errors(inner, rule, at: path)
      }
    case "required":
      return rule.items.compactMap(\.text).filter { value[$0] == nil }
        .map { "\(path): no \($0)" }
    default:
      return isMet(value, keyword, rule) ? [] : ["\(path): not \(keyword) \(rule)"]
    }
  }

  private func isMet(_ value: JSONValue, _ keyword: String, _ rule: JSONValue) -> Bool {
    switch keyword {
    case "type":
      return (rule.items.isEmpty ? [rule] : rule.items).contains { type in
        type.text == value.type
          || type.text == "integer" && value.number.map { $0 == $0.rounded() } == true
      }
    case "enum": return rule.items.contains(value)
    case "const": return rule == value
    case "minItems": return Double(value.items.count) >= rule.number ?? 0
    case "minLength": return value.text.map { Double($0.count) >= rule.number ?? 0 } ?? true
    case "minimum": return value.number.map { $0 >= rule.number ?? 0 } ?? true
    case "maximum": return value.number.map { $0 <= rule.number ?? 0 } ?? true
    case "exclusiveMinimum": return value.number.map { $0 > rule.number ?? 0 } ?? true
    case "pattern":
      guard let text = value.text, let pattern = try? Regex(rule.text ?? "") else { return false }
      return text.contains(pattern)
    case "anyOf": return rule.items.contains { errors(value, $0).isEmpty }
    case "oneOf": return rule.items.count { errors(value, $0).isEmpty } == 1
    default: return false
    }
  }
}
