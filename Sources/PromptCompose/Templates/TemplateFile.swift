// The fields of a template file.

internal import PromptCore
internal import PromptRules

/// A template file that is being read.
struct TemplateFile {
  /// The fields of a template.
  static let keys = [
    "summary", "extends", "wildcards", "lists", "slots", "images", "text", "parts", "parameters",
    "variants",
  ]

  private let root: ValueTree
  private let path: String
  private let source: SourceText
  private let lines: LineIndex
  let reader: TemplateReader
  private var template: Template

  init(_ root: ValueTree, _ bytes: [UInt8], _ path: String, _ reader: TemplateReader) {
    self.root = root
    self.path = path
    source = SourceText(bytes)
    lines = LineIndex(source)
    self.reader = reader
    template = Template(path: path)
  }

  /// The template of the file.
  mutating func read() throws(TemplateError) -> Template {
    let fields = try root.entries(Self.keys, of: "a template")
    if let base = fields["extends"] { try extend(base) }
    template.summary = try fields["summary"]?.text("`summary`") ?? template.summary
    try readWildcards(fields)
    try readSlots(fields["slots"])
    if let images = fields["images"] {
      template.images = try weighted(images.list ?? [images], key: "link")
    }
    try readText(fields)
    if let parameters = fields["parameters"] {
      template.parameters = Self.merged(template.parameters, try self.parameters(parameters))
    }
    if let variants = fields["variants"] { template.variants = try self.variants(variants) }
    if template.variants.isEmpty {
      template.variants = [TemplateVariant(name: nil, values: [:], parameters: [])]
    }
    return template
  }

  private mutating func extend(_ base: ValueTree) throws(TemplateError) {
    let template = try reader.base(try base.text("`extends`"), from: base.place)
    self.template.slots = template.slots
    self.template.images = template.images
    self.template.parts = template.parts
    self.template.parameters = template.parameters
    self.template.lists = template.lists
    self.template.wildcardPaths = template.wildcardPaths
    self.template.variants = template.variants.filter { $0.name != nil }
  }

  private mutating func readWildcards(_ fields: [String: ValueTree]) throws(TemplateError) {
    var paths: [String] = []
    if let given = fields["wildcards"] {
      for item in try given.texts("`wildcards`") {
        paths.append(TemplatePaths.beside(path, item.text ?? ""))
      }
    }
    paths.append(TemplatePaths.beside(path, "wildcards"))
    template.wildcardPaths = paths + template.wildcardPaths.filter { !paths.contains($0) }
    guard let lists = fields["lists"] else { return }
    guard let map = lists.map else { throw lists.error("`lists` must pair names with words") }
    for list in map {
      guard SlotTag.isName(list.key) else {
        throw TemplateError(list.place, "`\(list.key)` is no name of a list")
      }
      template.lists[list.key] = try WildcardFile(source, lines).entries(list.value)
    }
  }

  private mutating func readSlots(_ slots: ValueTree?) throws(TemplateError) {
    guard let slots else { return }
    guard let map = slots.map else {
      throw slots.error("`slots` must pair names with what is known of them")
    }
    for slot in map {
      guard SlotTag.isName(slot.key) else {
        throw TemplateError(slot.place, "`\(slot.key)` is no name of a slot")
      }
      template.slots[slot.key] = try declaration(slot.value)
    }
  }

  /// A slot: nothing, its default, or fields.
  private func declaration(_ value: ValueTree) throws(TemplateError) -> SlotDeclaration {
    var (summary, usual) = (String?.none, Optional(value))
    if value.map != nil {
      let fields = try value.entries(["default", "summary"], of: "a slot")
      (summary, usual) = (try fields["summary"]?.text("`summary`"), fields["default"])
    }
    if let list = usual?.list {
      let texts = try usual?.texts("`default`") ?? list
      return SlotDeclaration(summary: summary, nodes: nil, list: texts.compactMap(\.text))
    }
    guard let usual, usual.text != "" else {
      return SlotDeclaration(summary: summary, nodes: nil, list: nil)
    }
    return SlotDeclaration(summary: summary, nodes: try nodes(usual, "`default`"), list: nil)
  }

  private mutating func readText(_ fields: [String: ValueTree]) throws(TemplateError) {
    if let text = fields["text"] {
      if let parts = fields["parts"] {
        throw parts.error("a template has `text` or `parts`, not both")
      }
      let nodes = try nodes(text, "`text`")
      template.parts = [WeightedField(text: nodes, weight: nil, condition: nil)]
    } else if let parts = fields["parts"] {
      template.parts = try weighted(parts.list ?? [parts], key: "text")
    }
  }
}

// MARK: Texts

extension TemplateFile {
  /// The nodes of a text field.
  func nodes(_ value: ValueTree, _ what: String) throws(TemplateError) -> [TextNode] {
    let text = try value.text(what)
    return try reader.nodes(TemplateText(text, of: value, in: source, lines))
  }

  /// Texts, or fields with the text under `key`.
  private func weighted(
    _ items: [ValueTree], key: String
  ) throws(TemplateError) -> [WeightedField] {
    var fields: [WeightedField] = []
    for item in items {
      if item.text != nil {
        let nodes = try nodes(item, "`\(key)`")
        fields.append(WeightedField(text: nodes, weight: nil, condition: nil))
        continue
      }
      let entries = try item.entries([key, "weight", "if"], of: "an entry")
      guard let text = entries[key] else { throw item.error("the field `\(key)` is missing") }
      var weight: [TextNode]?
      if let given = entries["weight"] { weight = try nodes(given, "`weight`") }
      fields.append(
        WeightedField(
          text: try nodes(text, "`\(key)`"), weight: weight,
          condition: try condition(entries["if"])))
    }
    return fields
  }

  func condition(_ value: ValueTree?) throws(TemplateError) -> SlotCondition? {
    guard let value else { return nil }
    return try SlotCondition(try value.text("`if`"), at: value.place)
  }
}
