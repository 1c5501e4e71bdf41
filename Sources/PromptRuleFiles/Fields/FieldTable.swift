// The fields of a mapping as a table: the readers, `rules validate` and the schemas are made of it.

/// What the value of a field may be.
indirect enum FieldKind: Sendable {
  /// Text that isn't empty.
  case text
  /// A list of text with at least that many items.
  case texts(least: Int)
  /// Either of the two.
  case textOrTexts
  /// A whole number from there on, up to the other one if there is one.
  case integer(from: Int, to: Int? = nil)
  /// `true` or `false`.
  case boolean
  /// A date.
  case day
  /// One of these words.
  case choice([String])
  /// Some of these words.
  case choices([String])
  /// A least and a greatest number, `0..1000`.
  case span
  /// An aspect ratio, `14:1`.
  case ratio
  /// A number above 0, or `value`.
  case cost
  /// The weight of a term, 0 to 3.
  case weight
  /// A language tag, `zh` or `pt-BR`.
  case language
  /// Models and spans of models, `[v5..v6.1, niji6]`.
  case models
  /// One mapping.
  case entry(FieldTable)
  /// A list of mappings.
  case entries(FieldTable)
  /// A mapping whose keys are free, with one of these words for each.
  case pairs([String])
  /// A mapping whose keys are free, with text for each; what the keys are.
  case textPairs(of: String)

  /// What it is, for people.
  var words: String {
    switch self {
    case .text: "text"
    case .texts: "a list of text"
    case .textOrTexts: "text or a list of text"
    case .integer(let least, let most?): "a whole number from \(least) to \(most)"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .day: "a date"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .choices(let words): "a list of \(words.joined(separator: ", "))"
    case .span: "such as \"0..1000\""
    case .ratio: "a ratio such as \"14:1\""
    case .cost: "a number above 0, or `value`"
    case .weight: "0, 1, 2 or 3"
    case .language: "a language tag such as zh or pt-BR"
    case .models: "a list of models such as [v5..v6.1]"
    case .entry(let table): table.fields.prefix(3).map { "`\($0.name)`" }.joined(separator: ", ")
    case .entries: "a list of entries"
    case .textPairs(let keys): "text for each \(keys)"
    case .pairs(let words): "keys with one of \(words.joined(separator: ", "))"
    }
  }
}

/// One field of a mapping.
struct Field: Sendable {
  /// Its key.
  let name: String
  /// What its value may be.
  let kind: FieldKind
  /// Whether it must be there.
  let isRequired: Bool
  /// What it says, one line.
  let summary: String

  /// A field that must be there.
  static func required(_ name: String, _ kind: FieldKind, _ summary: String) -> Field {
    Field(name: name, kind: kind, isRequired: true, summary: summary)
  }

  /// A field that may be left out.
  static func optional(_ name: String, _ kind: FieldKind, _ summary: String) -> Field {
    Field(name: name, kind: kind, isRequired: false, summary: summary)
  }

  /// Where an entry comes from; entries within another one may leave it out.
  static func provenance(isRequired: Bool) -> [Field] {
    [
      Field(
        name: "verified", kind: .day, isRequired: isRequired,
        summary: "The day on which somebody last looked."),
      Field(
        name: "confidence", kind: .choice(FieldReader.confidences.map(\.0)),
        isRequired: isRequired, summary: "How sure it is."),
      Field(
        name: "source", kind: .texts(least: 1), isRequired: isRequired,
        summary: "Keys of sources.yaml."),
    ]
  }
}

/// All fields that a mapping may have.
struct FieldTable: Sendable {
  /// What the mapping is, one line.
  let summary: String
  /// The fields, the most telling first.
  let fields: [Field]
  /// Fields of which exactly one must be there; empty for no such rule.
  let alternatives: [String]

  /// A table of these fields.
  init(_ summary: String, _ fields: [Field], exactlyOneOf alternatives: [String] = []) {
    self.summary = summary
    self.fields = fields
    self.alternatives = alternatives
  }

  /// The keys.
  var names: [String] { fields.map(\.name) }

  /// The field of that key, or nil.
  subscript(_ name: String) -> Field? { fields.first { $0.name == name } }
}
