// What must hold of slots and templates, whatever they hold.

internal import PromptCompose
internal import PromptCore
internal import PromptRules

/// The properties of composing. Each is nil where it holds, else says how it is broken.
public struct ComposeProperties: Sendable {
  private let rules: RuleSet
  /// Templates with one slot, and what their prompts have besides it.
  private let templates: [(template: Template, structure: [String])]

  /// The properties by the rules of the repository.
  public init() throws {
    let rules = try RepositoryRules.load()
    self.rules = rules
    templates = try Self.texts.map { text in
      let template = try TemplateReader(rules: rules).read("t.prompt.yaml", bytes: Array(text.utf8))
      let structure = try Self.structure(template, "kite", rules)
      return (template, structure ?? [])
    }
  }

  private static let texts = [
    "text: 'a {{slot}} b'\nparameters: {ar: '3:2', no: '{{slot}}', v: 6.1}",
    "text: '{{slot}}'\nparameters: {s: 50, v: 7}",
    "text: 'a {{slot}}::2 { {{slot}}, c}::1 {{slot}}'\nparameters: {v: 6.1}",
    "images: ['https://example.com/{{slot}}']\ntext: '{{slot}}'\nparameters: {sref: '{{slot}}', v: 7}",
  ]

  /// The property that the first byte chooses: `t` for a template, else a slot.
  public func fault(in bytes: [UInt8]) -> String? {
    bytes.first == UInt8(ascii: "t")
      ? template(Array(bytes.dropFirst())) : slot(Array(bytes.dropFirst()))
  }

  /// Text of a slot changes nothing of a prompt but its words, and plain text is plain again.
  public func slot(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = LiteralText(text)
    let source = SourceText(plain.bytes)
    let kinds = Lexer.tokenize(source, in: source.range).kinds
    guard kinds.subtracting(TokenKindSet(.text, .word, .space, .comma)).isEmpty else {
      return "`\(plain)` is more than text"
    }
    if LiteralText(plain.description) != plain { return "`\(plain)` becomes something else again" }
    for (template, structure) in templates {
      do {
        if let own = try Self.structure(template, text, rules), own != structure {
          return "\(text.debugDescription) makes \(own), not \(structure)"
        }
      } catch { if error.kind != .missingValue { return "\(error)" } }
    }
    return nil
  }

  /// What a prompt has besides its words; nil when what was written is refused.
  private static func structure(
    _ template: Template, _ slot: String, _ rules: RuleSet
  ) throws(TemplateError) -> [String]? {
    var wildcards = WildcardLibrary(template)
    let plan = try template.plan(
      ["slot": .text(slot)], variant: template.variants[0], wildcards: &wildcards)
    var writer = PlanWriter()
    writer.write(plan, .index(0))
    let source = SourceText(writer.bytes)
    let prompt = Parser.parse(source, vocabulary: rules.parameters.vocabulary)
    if writer.misreading(in: prompt) != nil { return nil }
    return prompt.parameters.map { source.string(in: $0.name) }.filter { $0 != "no" }
      + prompt.parts.compactMap(\.weight).map { source.string(in: $0) }
      + [
        "\(prompt.images.count) \(prompt.permutations.map(\.itemCount)) \(prompt.faults.map(\.kind))"
      ]
  }

  /// A file is a template whose prompts can be counted and made, or an error with its place. Files that
  /// it would read are left alone.
  public func template(_ bytes: [UInt8]) -> String? {
    if bytes.contains(UInt8(ascii: "/")) { return nil }
    do {
      let template = try TemplateReader(rules: rules).read("t.prompt.yaml", bytes: bytes)
      var wildcards = WildcardLibrary(template)
      let values = Dictionary(
        uniqueKeysWithValues: template.slotNames.map { ($0, SlotValue.text("x")) })
      for variant in template.variants.prefix(4) {
        let plan = try template.plan(values, variant: variant, wildcards: &wildcards)
        guard plan.count > 0 else { return "a template that makes no prompt" }
        if let fault = fault(in: plan) { return fault }
      }
      return nil
    } catch {
      return error.message.isEmpty ? "an error without words" : nil
    }
  }

  private func fault(in plan: TemplatePlan) -> String? {
    let choices = [
      PlanChoice.index(0), .index(plan.count / 2), .index(plan.count - 1), .cyclic(7),
      .random(seed: 1, plan: 2, result: 3),
    ]
    for choice in choices {
      var (first, second) = (PlanWriter(), PlanWriter())
      first.write(plan, choice)
      second.write(plan, .index(0))
      second.write(plan, choice)
      if first.bytes != second.bytes { return "\(choice) depends on what was written before" }
      let prompt = Parser.parse(
        SourceText(first.bytes), vocabulary: rules.parameters.vocabulary)
      let isSound = first.misreading(in: prompt) == nil
      let isSoundAgain = second.misreading(by: rules.parameters.vocabulary) == nil
      if isSound != isSoundAgain { return "\(choice) is judged in two ways" }
    }
    return nil
  }
}
