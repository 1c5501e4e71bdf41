// Template and values → plan: slots are filled, conditions decided, wildcards found.

internal import PromptCore
public import PromptRules

extension Template {
  /// The prompts that the template makes of some values.
  ///
  /// - Parameter variant: one of `variants`.
  /// - Parameter model: the model that is named behind the parameters unless the template names one.
  /// - Parameter library: the wildcards, which keep what was read of them.
  /// - Throws: `TemplateError` for a slot that has no value, a wildcard that can't be found, a
  ///   condition that depends on what is drawn.
  /// - Complexity: O(n) in the template and in the wildcards that are new.
  public func plan(
    _ values: [String: SlotValue], variant: TemplateVariant, model: ModelVersion? = nil,
    wildcards library: inout WildcardLibrary
  ) throws(TemplateError) -> TemplatePlan {
    let values = variant.values.merging(values) { own, given in given.texts.isEmpty ? own : given }
    var resolver = Resolver(template: self, values: values, library: library)
    defer { library = resolver.library }
    let fields = TemplateFile.merged(parameters, variant.parameters)
    return try resolver.plan(fields, model: model)
  }
}

/// Fills the slots of one template with the values of one row.
struct Resolver {
  let template: Template
  let values: [String: SlotValue]
  var library: WildcardLibrary
  /// What is drawn for slots.
  var bindings: [PlanSequence] = []
  var bound: [String: Int] = [:]
  /// The slots and wildcards that are being filled.
  var chain: [String] = []

  init(template: Template, values: [String: SlotValue], library: WildcardLibrary) {
    (self.template, self.values, self.library) = (template, values, library)
  }

  mutating func plan(
    _ fields: [ParameterField], model: ModelVersion?
  ) throws(TemplateError) -> TemplatePlan {
    var elements: [TemplatePlan.Element] = []
    for image in template.images where try holds(image.condition) {
      let link = try sequence(image.text)
      elements.append(.image(link, weight: try weight(image)))
    }
    elements += try parts()
    for field in fields where try holds(field.condition) {
      elements.append(.parameter(try parameter(field)))
    }
    if let model, !fields.contains(where: { Self.namesModel($0.spec, model) }) {
      elements.append(.parameter(Self.parameter(naming: model)))
    }
    return TemplatePlan(bindings: bindings, elements: elements)
  }

  /// The parts that hold; where one has a weight, those without one end with `::` but for the last.
  private mutating func parts() throws(TemplateError) -> [TemplatePlan.Element] {
    var parts: [(text: PlanSequence, weight: PlanSequence?)] = []
    for part in template.parts where try holds(part.condition) {
      parts.append((try sequence(part.text), try weight(part)))
    }
    let isWeighted = parts.contains { $0.weight != nil }
    return parts.enumerated().map { index, part in
      let isLast = index == parts.count - 1
      return .part(
        part.text, weight: part.weight ?? (isWeighted && !isLast ? PlanSequence([]) : nil))
    }
  }

  private mutating func weight(_ field: WeightedField) throws(TemplateError) -> PlanSequence? {
    guard let nodes = field.weight else { return nil }
    return try sequence(nodes)
  }

  private mutating func parameter(
    _ field: ParameterField
  ) throws(TemplateError) -> TemplatePlan.ParameterPlan {
    var items: [PlanSequence] = []
    for item in field.items { items.append(try sequence(item)) }
    let shape = field.spec.shape
    return TemplatePlan.ParameterPlan(
      name: field.spec.written, isLink: [.references, .codes, .url, .urls].contains(shape),
      isFlag: [.flag, .optional, .optionalMany].contains(field.spec.arity), items: items,
      joint: Array((shape == .text ? ", " : " ").utf8))
  }

  private static func namesModel(_ spec: ParameterSpec, _ model: ModelVersion) -> Bool {
    spec.shape == .version || spec.name == "test" || spec.name == "testp"
  }

  private static func parameter(naming model: ModelVersion) -> TemplatePlan.ParameterPlan {
    let (name, value) =
      switch model.family {
      case .v: ("v", model.value)
      case .niji: ("niji", model.value)
      case .test: (model.id, "true")
      }
    let item = PlanSequence([PlanPiece(content: .syntax(Array(value.utf8)))])
    return TemplatePlan.ParameterPlan(
      name: name, isLink: false, isFlag: true, items: [item], joint: [])
  }

  mutating func sequence(_ nodes: [TextNode]) throws(TemplateError) -> PlanSequence {
    PlanSequence(try pieces(nodes))
  }
}

// MARK: Nodes

extension Resolver {
  mutating func pieces(_ nodes: [TextNode]) throws(TemplateError) -> [PlanPiece] {
    var pieces: [PlanPiece] = []
    for node in nodes {
      switch node {
      case .syntax(let bytes): pieces.append(PlanPiece(content: .syntax(bytes)))
      case .number(let number): pieces.append(PlanPiece(content: .number(number)))
      case .slot(let tag): pieces += try self.pieces(tag)
      case .any(let any): pieces.append(try piece(any))
      case .branch(let condition, let then, let other):
        pieces += try self.pieces(try holds(condition) ? then : other)
      case .optional(let inner):
        let before = (bindings, bound)
        do throws(TemplateError) { pieces += try self.pieces(inner) } catch {
          guard error.kind == .missingValue else { throw error }
          (bindings, bound) = before
        }
      }
    }
    return pieces
  }

  private mutating func piece(_ any: AnyTag) throws(TemplateError) -> PlanPiece {
    var items: [PlanSequence] = []
    for item in any.items { items.append(try sequence(item.nodes)) }
    let draw = Draw(DrawItems(items, weights: any.items.map(\.weight)), picks: any.picks)
    return PlanPiece(content: .draw(draw), isGrouped: any.isGrouped)
  }
}
