// The JSON Schema of templates, for editors.

internal import PromptFiles
public import PromptRules

/// The JSON Schema (draft 2020-12) of template files.
public enum TemplateSchema {
  /// What such files are, one line.
  public static let summary = "A template of prompts, with slots, parameters and variants."

  /// The schema, indented; the parameters are those of the rules.
  ///
  /// - Complexity: O(n) in the parameters.
  public static func bytes(_ rules: RuleSet) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.beginObject()
    for (key, text) in [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", "urn:mjprompt:schema:template"), ("title", "*.prompt.yaml"),
      ("description", summary), ("type", "object"),
    ] {
      json.key(key)
      json.value(text)
    }
    json.key("properties")
    json.object { json in
      for field in fields(rules) {
        json.key(field.name)
        json.object { json in
          field.form.write(&json)
          json.key("description")
          json.value(field.summary)
        }
      }
    }
    json.key("additionalProperties")
    json.value(false)
    json.endObject()
    json.newline()
    return json.takeBytes()
  }
}

/// A field of a schema.
private struct SchemaField: Sendable {
  let name: String
  let form: SchemaForm
  let summary: String

  init(_ name: String, _ form: SchemaForm, _ summary: String) {
    (self.name, self.form, self.summary) = (name, form, summary)
  }
}

/// What a value may be.
private indirect enum SchemaForm: Sendable {
  case text
  case flag
  case list(SchemaForm)
  /// Free keys with values of this form.
  case pairs(SchemaForm)
  case fields([SchemaField], required: [String])
  case any([SchemaForm])

  static let texts = any([text, list(text)])

  func write(_ json: inout JSONWriter) {
    switch self {
    case .text:
      json.key("type")
      json.beginArray()
      for name in ["string", "number", "null"] { json.value(name) }
      json.endArray()
    case .flag: json.type("boolean")
    case .list(let items):
      json.type("array")
      json.key("items")
      json.object { items.write(&$0) }
    case .pairs(let values):
      json.type("object")
      json.key("additionalProperties")
      json.object { values.write(&$0) }
    case .fields(let fields, let required): Self.write(fields, required, &json)
    case .any(let forms):
      json.key("anyOf")
      json.beginArray()
      for form in forms { json.object { form.write(&$0) } }
      json.endArray()
    }
  }

  private static func write(
    _ fields: [SchemaField], _ required: [String], _ json: inout JSONWriter
  ) {
    json.type("object")
    json.key("properties")
    json.object { json in
      for field in fields {
        json.key(field.name)
        json.object { json in
          field.form.write(&json)
          json.key("description")
          json.value(field.summary)
        }
      }
    }
    if !required.isEmpty {
      json.key("required")
      json.beginArray()
      for name in required { json.value(name) }
      json.endArray()
    }
    json.key("additionalProperties")
    json.value(false)
  }
}

extension JSONWriter {
  fileprivate mutating func object(_ content: (inout JSONWriter) -> Void) {
    beginObject()
    content(&self)
    endObject()
  }

  fileprivate mutating func type(_ name: String) {
    key("type")
    value(name)
  }
}

// MARK: The fields

extension TemplateSchema {
  private static func fields(_ rules: RuleSet) -> [SchemaField] {
    let parameters = parameters(rules)
    return [
      SchemaField("summary", .text, "What the template is for."),
      SchemaField("extends", .text, "A template that this one builds on, from its folder."),
      SchemaField(
        "wildcards", .texts, "Folders and files of words, beside the folder `wildcards`."),
      SchemaField("lists", .pairs(words), "Words by name, in the template itself."),
      SchemaField("slots", .pairs(slot), "What is known of slots, by name."),
      SchemaField("images", weighted("link"), "Links to images in front of the text."),
      SchemaField("text", .text, "The text, with {{slots}}."),
      SchemaField("parts", weighted("text"), "Parts of the text, each with a weight if wanted."),
      SchemaField("parameters", parameters, "Parameters by name."),
      SchemaField("variants", .list(variant(parameters)), "Ways to fill the template."),
    ]
  }

  private static let condition = SchemaField(
    "if", .text, "When it counts: `name`, `not name`, `name = value`.")

  private static let words = SchemaForm.list(
    .any([
      .text,
      .fields(
        [
          SchemaField("text", .text, "The word; {{…}} in it is another wildcard."),
          SchemaField("weight", .text, "How often it is drawn, relative to the others."),
          SchemaField("tags", .texts, "Tags that {{name|tag …}} looks for."),
        ], required: ["text"]),
    ]))

  private static let slot = SchemaForm.any([
    .texts,
    .fields(
      [
        SchemaField("default", .texts, "What is taken when there is no value."),
        SchemaField("summary", .text, "What belongs there."),
      ], required: []),
  ])

  private static func weighted(_ key: String) -> SchemaForm {
    let entry = SchemaForm.fields(
      [
        SchemaField(key, .text, "With {{slots}}."),
        SchemaField("weight", .text, "The number behind `::`."), condition,
      ], required: [key])
    return .any([.text, .list(.any([.text, entry]))])
  }

  private static func parameters(_ rules: RuleSet) -> SchemaForm {
    let value = SchemaForm.any([.text, .flag, .list(.text)])
    let form = SchemaForm.any([
      .text, .flag, .list(.text),
      .fields([SchemaField("value", value, "The value."), condition], required: []),
    ])
    let fields = rules.parameters.parameters.flatMap { spec in
      ([spec.name] + spec.aliases).map { SchemaField($0, form, spec.summary) }
    }
    return .fields(fields, required: [])
  }

  private static func variant(_ parameters: SchemaForm) -> SchemaForm {
    .fields(
      [
        SchemaField("name", .text, "Its name."),
        SchemaField("set", .pairs(.texts), "Values of slots."),
        SchemaField("parameters", parameters, "Parameters in place of those of the template."),
      ], required: ["name"])
  }
}
