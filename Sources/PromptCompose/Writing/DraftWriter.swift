// Drafts → bytes.

internal import PromptCore
internal import PromptRules

/// Writes drafts with the names that the rules give to parameters.
struct DraftWriter {
  let rules: RuleSet
  private(set) var writer = PromptWriter()

  /// Writes a draft, and the model behind it unless the draft names one.
  mutating func write(_ draft: PromptDraft, model: ModelVersion) {
    writer.begin()
    for image in draft.images { write(image) }
    for (index, part) in draft.parts.enumerated() {
      writer.space()
      write(part, isLast: index == draft.parts.count - 1)
    }
    writer.endText()
    for parameter in draft.parameters { write(parameter) }
    if !draft.parameters.contains(where: namesModel) { write(.model(model)) }
  }

  private func namesModel(_ parameter: ParameterValue) -> Bool {
    rules.parameters[name: parameter.name]?.shape == .version
      || rules.models.index(id: parameter.name) != nil
  }

  private mutating func write(_ image: PromptImage) {
    writer.space()
    let start = writer.count
    writer.syntax(LiteralLink.bytes(Array(image.url.utf8)))
    writer.endImage(from: start)
    if let weight = image.weight { writer.syntax("::\(Number.text(weight))".utf8) }
  }

  private mutating func write(_ part: PromptPart, isLast: Bool) {
    write(part.text, .plain)
    if isLast, part.weight == nil { return }
    writer.syntax("::\(part.weight.map(Number.text) ?? "")".utf8)
  }

  private mutating func write(_ text: PromptText, _ context: PromptWriter.Context) {
    for piece in text.pieces {
      switch piece {
      case .words(let words): writer.literal(words.bytes, context)
      case .group(let choices):
        writer.syntax("{".utf8)
        for (index, choice) in choices.enumerated() {
          if index > 0 { writer.syntax(", ".utf8) }
          write(choice, .group)
        }
        writer.syntax("}".utf8)
      }
    }
  }
}

// MARK: Parameters

extension DraftWriter {
  private mutating func write(_ parameter: ParameterValue) {
    writer.beginParameter(rules.parameters[name: parameter.name]?.written ?? parameter.name)
    if parameter.value == .flag { return }
    let start = writer.beginValue()
    write(parameter.value, .plain)
    writer.endValue(from: start)
  }

  private mutating func write(_ value: ParameterValue.Value, _ context: PromptWriter.Context) {
    switch value {
    case .flag: return
    case .integer(let number): writer.syntax("\(number)".utf8)
    case .decimal(let number): writer.syntax(Number.text(number).utf8)
    case .ratio(let ratio): writer.syntax(ratio.text.utf8)
    case .version(let word), .word(let word): writer.literal(LiteralText(word).bytes, context)
    case .references(let references): list(references) { $0.reference($1) }
    case .codes(let codes):
      list(codes) { writer, code in writer.link(code.code, weight: code.weight) }
    case .urls(let urls): list(urls) { writer, url in writer.link(url, weight: nil) }
    case .items(let items):
      for (index, item) in items.enumerated() {
        if index > 0 { writer.syntax(context == .group ? "\\, ".utf8 : ", ".utf8) }
        writer.literal(item.bytes, context)
      }
    case .group(let values):
      for (index, value) in values.enumerated() {
        writer.syntax(index == 0 ? "{".utf8 : ", ".utf8)
        write(value, .group)
      }
      writer.syntax("}".utf8)
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ write: (inout PromptWriter, Item) -> Void
  ) {
    for (index, item) in items.enumerated() {
      if index > 0 { writer.space() }
      write(&writer, item)
    }
  }
}

extension PromptWriter {
  fileprivate mutating func reference(_ reference: StyleReference) {
    switch reference.source {
    case .code(let code): link("\(code)", weight: reference.weight)
    case .url(let url): link(url, weight: reference.weight)
    case .random: link("random", weight: reference.weight)
    }
  }

  /// Writes a link or a code in one piece, `<@id>` as it is.
  fileprivate mutating func link(_ text: String, weight: Double?) {
    let isPerson =
      text.hasPrefix("<@") && text.hasSuffix(">")
      && text.utf8.dropFirst(2).dropLast().allSatisfy { $0 &- 0x30 < 10 }
    syntax(isPerson ? Array(text.utf8) : LiteralLink.bytes(Array(text.utf8)))
    if let weight { syntax("::\(Number.text(weight))".utf8) }
  }
}
