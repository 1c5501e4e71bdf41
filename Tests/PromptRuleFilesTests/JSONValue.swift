// JSON values of YAML trees, as an editor's YAML reader makes them.

import YAML

/// A JSON value.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value of a YAML node by the core schema: plain scalars may be numbers or truth values.
  init(_ node: Node) {
    switch node.content {
    case .scalar(let text, let isPlain): self = isPlain ? Self.plain(text) : .string(text)
    case .sequence(let items): self = .array(items.map(JSONValue.init))
    case .mapping(let entries):
      self = .object(
        Dictionary(uniqueKeysWithValues: entries.map { ($0.key, JSONValue($0.value)) }))
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "null", "~": .null
    case "true": .bool(true)
    case "false": .bool(false)
    default:
      text.contains { $0.isNumber } && !text.lowercased().contains { "xpn".contains($0) }
        ? Double(text).map(JSONValue.number) ?? .string(text) : .string(text)
    }
  }

  /// JSON is YAML, and so are schemas.
  static func parse(_ bytes: [UInt8]) throws -> JSONValue {
    try Node.parse(bytes).map(JSONValue.init) ?? .null
  }

  subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The name of its type in a schema.
  var type: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
