// Changes the parameters of a prompt and not a byte of the rest.

public import PromptCore
public import PromptRules

/// Edits prompts: a pure function of prompt and rule set.
public struct PromptEditor: Sendable {
  let catalog: ParameterCatalog

  /// An editor that knows the parameters of `rules`.
  public init(rules: RuleSet) { catalog = rules.parameters }

  /// The prompt in `range` of `source` (the whole source unless given) after edits, in order.
  ///
  /// Every byte outside of the parameters that are named stays, broken spellings too. A parameter that
  /// stands several times and is set is left once.
  ///
  /// - Throws: `EditError` for an unknown name, a value that is missing or surplus, and one that would
  ///   not stay the value of its parameter, such as `3:2 --v 5`.
  /// - Complexity: O(n) for each edit.
  public func edit(
    _ source: SourceText, in range: ByteRange? = nil, _ edits: [ParameterEdit]
  ) throws(EditError) -> EditedPrompt {
    var text = EditedText(Array(source.bytes[(range ?? source.range).indices]), catalog)
    var changed: [String] = []
    for edit in edits {
      let spec = catalog[name: edit.name]
      switch edit {
      case .unset(let name): try unset(name, spec, &text)
      case .set(let name, let value):
        let spec = try known(spec, name)
        try checkPresence(of: value, spec, name)
        try set(spec, name, value, &text)
        changed.append(spec.name)
      case .add(let name, let item):
        let spec = try known(spec, name)
        try add(spec, name, item, &text)
        changed.append(spec.name)
      }
    }
    return EditedPrompt(bytes: text.bytes, changed: changed)
  }

  private func known(_ spec: ParameterSpec?, _ name: String) throws(EditError) -> ParameterSpec {
    if let spec { return spec }
    let hint = Suggestion.hint(for: name, in: catalog.names)
    throw EditError("there is no parameter `\(name)`\(hint)")
  }

  private func checkPresence(
    of value: String?, _ spec: ParameterSpec, _ name: String
  ) throws(EditError) {
    switch spec.arity {
    case .flag:
      if value != nil { throw EditError("`\(name)` takes no value; write `\(name)` alone") }
    case .one, .many, .rest:
      if value == nil { throw EditError("`\(name)` needs a value: `\(name)=…`") }
    case .optional, .optionalMany: return
    }
  }
}

// MARK: The three edits

extension PromptEditor {
  private func unset(
    _ name: String, _ spec: ParameterSpec?, _ text: inout EditedText
  ) throws(EditError) {
    let uses = text.uses(of: spec, name)
    if uses.isEmpty, spec == nil { _ = try known(nil, name) }
    for use in uses.reversed() { text.remove(use) }
  }

  private func set(
    _ spec: ParameterSpec, _ name: String, _ value: String?, _ text: inout EditedText
  ) throws(EditError) {
    let value = value.map(Self.trimmed)
    let uses = text.uses(of: spec, name)
    for use in uses.dropFirst().reversed() { text.remove(use) }
    if let first = text.uses(of: spec, name).first {
      try text.give(first, value)
    } else {
      try text.append(spec, value)
    }
  }

  private func add(
    _ spec: ParameterSpec, _ name: String, _ item: String, _ text: inout EditedText
  ) throws(EditError) {
    guard [.many, .optionalMany, .rest].contains(spec.arity) else {
      throw EditError("`\(name)` takes one value; set it with `\(name)=…`")
    }
    let item = Self.trimmed(item)
    if item.isEmpty { throw EditError("nothing to add to `\(name)`") }
    guard let use = text.uses(of: spec, name).first(where: { $0.value != nil }) else {
      return try set(spec, name, item, &text)
    }
    try text.add(item, to: use, isText: spec.arity == .rest)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8.drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
    let count = bytes.reversed().prefix { $0 == 0x20 || 0x09...0x0D ~= $0 }.count
    return String(decoding: bytes.dropLast(count), as: UTF8.self)
  }
}
