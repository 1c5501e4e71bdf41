// A template as it was read.

internal import PromptCore
internal import PromptRules

/// The value of a slot.
public enum SlotValue: Hashable, Sendable {
  /// One text.
  case text(String)
  /// Several, which are joined or drawn from.
  case list([String])

  /// The texts of which anything is left when they are made plain; a blank one is none.
  var texts: [String] {
    let all: [String] =
      switch self {
      case .text(let text): [text]
      case .list(let texts): texts
      }
    return all.filter { !LiteralText($0).isEmpty }
  }
}

/// A template of prompts: a `.prompt.yaml` file with all that it includes.
public struct Template: Sendable {
  /// The file as it was named.
  public let path: String
  /// What it is for, or nil.
  public internal(set) var summary: String?
  /// Its variants; one without a name when it has none.
  public internal(set) var variants: [TemplateVariant] = []

  /// What is said of slots.
  var slots: [String: SlotDeclaration] = [:]
  var images: [WeightedField] = []
  var parts: [WeightedField] = []
  /// The parameters, in the order of the file, those of a base first.
  var parameters: [ParameterField] = []
  /// Words that stand in the template.
  var lists: [String: [WildcardEntry]] = [:]
  /// Files and folders of wildcards, the nearest first.
  var wildcardPaths: [String] = []

  /// The names of slots and wildcards that the template uses or speaks of, in order.
  public var slotNames: [String] {
    var names = Set(slots.keys)
    for nodes in allNodes { Self.collect(nodes, &names) }
    for condition in allConditions { names.insert(condition.name) }
    return names.sorted()
  }

  private var allNodes: [[TextNode]] {
    let fields = (images + parts).flatMap { [$0.text] + ($0.weight.map { [$0] } ?? []) }
    let values = (parameters + variants.flatMap(\.parameters)).flatMap(\.items)
    return fields + values + slots.values.compactMap(\.nodes)
  }

  private var allConditions: [SlotCondition] {
    (images + parts).compactMap(\.condition) + parameters.compactMap(\.condition)
  }

  private static func collect(_ nodes: [TextNode], _ names: inout Set<String>) {
    for node in nodes {
      switch node {
      case .syntax, .number: continue
      case .slot(let tag): names.insert(tag.name)
      case .any(let any): for item in any.items { collect(item.nodes, &names) }
      case .optional(let inner): collect(inner, &names)
      case .branch(let condition, let then, let other):
        names.insert(condition.name)
        collect(then, &names)
        collect(other, &names)
      }
    }
  }
}

/// One of several ways to fill a template.
public struct TemplateVariant: Sendable {
  /// Its name; nil for the only one of a template without variants.
  public let name: String?
  /// The values that it gives to slots.
  let values: [String: SlotValue]
  /// The parameters that it gives other values.
  let parameters: [ParameterField]
}

/// What a template says of a slot.
struct SlotDeclaration: Sendable {
  let summary: String?
  /// Template text that is taken when there is no value, or nil.
  let nodes: [TextNode]?
  /// A list that is taken when there is no value, or nil.
  let list: [String]?
}

/// An image or a part of the text.
struct WeightedField: Sendable {
  let text: [TextNode]
  let weight: [TextNode]?
  let condition: SlotCondition?
}

/// A parameter of a template.
struct ParameterField: Sendable {
  /// The canonical name.
  let name: String
  /// What is known of it.
  let spec: ParameterSpec
  let place: TemplatePlace
  let items: [[TextNode]]
  let condition: SlotCondition?
}
