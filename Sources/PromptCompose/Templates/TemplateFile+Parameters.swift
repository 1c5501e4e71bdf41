// Parameters, variants and values of a template file.

internal import PromptCore
internal import PromptRules

extension TemplateFile {
  func parameters(_ value: ValueTree) throws(TemplateError) -> [ParameterField] {
    guard let map = value.map else {
      throw value.error("`parameters` must pair names with values, such as `ar: 3:2`")
    }
    var fields: [ParameterField] = []
    for entry in map {
      let field = try parameter(entry)
      if fields.contains(where: { $0.name == field.name }) {
        throw TemplateError(entry.place, "`\(entry.key)` stands here twice, under two names")
      }
      fields.append(field)
    }
    return fields
  }

  private func parameter(_ entry: ValueTree.Entry) throws(TemplateError) -> ParameterField {
    guard let spec = reader.rules.parameters[name: entry.key] else {
      let hint = Suggestion.hint(for: entry.key, in: reader.rules.parameters.names)
      throw TemplateError(entry.place, "there is no parameter `\(entry.key)`\(hint)")
    }
    var (value, condition) = (entry.value, SlotCondition?.none)
    if value.map != nil {
      let fields = try value.entries(["value", "if"], of: "a parameter")
      condition = try self.condition(fields["if"])
      value = fields["value"] ?? ValueTree(text: "true", like: value)
    }
    var items: [[TextNode]] = []
    for item in try value.texts("`\(entry.key)`") {
      items.append(try nodes(item, "`\(entry.key)`"))
    }
    return ParameterField(
      name: spec.name, spec: spec, place: entry.place, items: items, condition: condition)
  }

  /// Fields with those of another list in their place, or behind them.
  static func merged(_ base: [ParameterField], _ own: [ParameterField]) -> [ParameterField] {
    var result = base
    for field in own {
      if let index = result.firstIndex(where: { $0.name == field.name }) {
        result[index] = field
      } else {
        result.append(field)
      }
    }
    return result
  }

  func variants(_ value: ValueTree) throws(TemplateError) -> [TemplateVariant] {
    guard let items = value.list else { throw value.error("`variants` must be a list") }
    var variants: [TemplateVariant] = []
    for item in items {
      let fields = try item.entries(["name", "set", "parameters"], of: "a variant")
      guard let name = try fields["name"]?.text("`name`"), !name.isEmpty else {
        throw item.error("a variant needs a `name`")
      }
      if variants.contains(where: { $0.name == name }) {
        throw item.error("a second variant `\(name)`")
      }
      var parameters: [ParameterField] = []
      if let given = fields["parameters"] { parameters = try self.parameters(given) }
      variants.append(
        TemplateVariant(name: name, values: try values(fields["set"]), parameters: parameters))
    }
    return variants
  }

  private func values(_ value: ValueTree?) throws(TemplateError) -> [String: SlotValue] {
    guard let value else { return [:] }
    guard let map = value.map else { throw value.error("`set` must pair slots with values") }
    var values: [String: SlotValue] = [:]
    for entry in map { values[entry.key] = try SlotValue(entry.value, of: entry.key) }
    return values
  }
}

extension ValueTree {
  /// A text in the place of another value.
  init(text: String, like other: ValueTree) {
    (place, offset, content) = (other.place, other.offset, .text(text))
  }
}

extension SlotValue {
  /// A text or a list of texts.
  init(_ value: ValueTree, of name: String) throws(TemplateError) {
    if let text = value.text {
      self = .text(text)
    } else {
      self = .list(try value.texts("`\(name)`").compactMap(\.text))
    }
  }
}
