// JSON Schemas (draft 2020-12) of rule files, for editors; made of the tables that readers use.

internal import PromptFiles

extension RuleFileKind {
  /// The JSON Schema of such a file, indented.
  public var schema: [UInt8] {
    var writer = SchemaWriter()
    writer.write(self)
    return writer.takeBytes()
  }
}

/// Writes one schema.
private struct SchemaWriter {
  private var json = JSONWriter(indented: true)

  mutating func write(_ kind: RuleFileKind) {
    json.beginObject()
    member("$schema", "https://json-schema.org/draft/2020-12/schema")
    member("$id", "urn:mjprompt:schema:\(kind.rawValue)")
    member("title", kind.place)
    member("description", kind.summary)
    body(kind.table)
    json.endObject()
    json.newline()
  }

  mutating func takeBytes() -> [UInt8] { json.takeBytes() }

  /// The inside of a schema for a mapping.
  private mutating func body(_ table: FieldTable) {
    member("type", "object")
    json.key("properties")
    json.beginObject()
    for field in table.fields {
      json.key(field.name)
      object {
        $0.value(field.kind)
        $0.member("description", field.summary)
      }
    }
    json.endObject()
    let required = table.fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty { member("required", required) }
    alternatives(table.alternatives)
    json.key("additionalProperties")
    json.value(false)
  }

  private mutating func alternatives(_ names: [String]) {
    if names.isEmpty { return }
    json.key("oneOf")
    json.beginArray()
    for name in names { object { $0.member("required", [name]) } }
    json.endArray()
  }

  /// The inside of a schema for a field's value. What looks like a number is text to the readers.
  private mutating func value(_ kind: FieldKind) {
    switch kind {
    case .text: text()
    case .texts(let least): list(least: least) { $0.text() }
    case .textOrTexts:
      json.key("anyOf")
      json.beginArray()
      object { $0.text() }
      object { $0.list(least: 0) { $0.text() } }
      json.endArray()
    case .integer(let least, let most): number("integer", minimum: least, maximum: most)
    case .boolean: member("type", "boolean")
    case .day: pattern(#"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"#)
    case .choice(let words): member("enum", words)
    case .choices(let words): list(least: 0) { $0.member("enum", words) }
    case .span: pattern(#"^-?[0-9.]+\.\.-?[0-9.]+$"#)
    case .ratio: pattern(#"^[1-9]\d*:[1-9]\d*$"#)
    case .cost: cost()
    case .weight: member("enum", [0, 1, 2, 3])
    case .language: pattern(#"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"#)
    case .models: list(least: 1) { $0.pattern(#"^(all|[a-z][a-z0-9.]*)$"#) }
    case .entry(let table): body(table)
    case .entries(let table):
      list(least: 0) {
        $0.member("description", table.summary)
        $0.body(table)
      }
    case .pairs(let words): pairs { $0.member("enum", words) }
    case .textPairs: pairs { $0.text() }
    }
  }
}

// MARK: The forms of values

extension SchemaWriter {
  private mutating func text() {
    member("type", ["string", "number"])
    json.key("minLength")
    json.value(1)
  }

  private mutating func list(least: Int, of items: (inout SchemaWriter) -> Void) {
    member("type", "array")
    json.key("items")
    object(items)
    if least > 0 {
      json.key("minItems")
      json.value(least)
    }
  }

  private mutating func pattern(_ pattern: String) {
    member("type", "string")
    member("pattern", pattern)
  }

  private mutating func number(_ type: String, minimum: Int, maximum: Int?) {
    member("type", type)
    json.key("minimum")
    json.value(minimum)
    guard let maximum else { return }
    json.key("maximum")
    json.value(maximum)
  }

  private mutating func cost() {
    json.key("anyOf")
    json.beginArray()
    object {
      $0.member("type", "number")
      $0.json.key("exclusiveMinimum")
      $0.json.value(0)
    }
    object { $0.member("const", "value") }
    json.endArray()
  }

  private mutating func pairs(_ value: (inout SchemaWriter) -> Void) {
    member("type", "object")
    json.key("additionalProperties")
    object(value)
  }

  private mutating func object(_ content: (inout SchemaWriter) -> Void) {
    json.beginObject()
    content(&self)
    json.endObject()
  }

  private mutating func member(_ key: String, _ text: String) {
    json.key(key)
    json.value(text)
  }

  private mutating func member(_ key: String, _ words: [String]) {
    json.key(key)
    json.beginArray()
    for word in words { json.value(word) }
    json.endArray()
  }

  private mutating func member(_ key: String, _ numbers: [Int]) {
    json.key(key)
    json.beginArray()
    for number in numbers { json.value(number) }
    json.endArray()
  }
}
