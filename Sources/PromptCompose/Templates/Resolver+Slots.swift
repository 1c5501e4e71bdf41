// What stands in the place of a slot.

internal import PromptCore

extension Resolver {
  /// A slot: its value, its default, a wildcard, what it falls back to, in this order.
  mutating func pieces(_ tag: SlotTag) throws(TemplateError) -> [PlanPiece] {
    if let texts = values[tag.name]?.texts, !texts.isEmpty { return [try piece(tag, texts)] }
    let declaration = template.slots[tag.name]
    if let list = declaration?.list, !list.isEmpty { return [try piece(tag, list)] }
    if let nodes = declaration?.nodes { return [try piece(tag, default: nodes)] }
    if let items = try items(tag) { return [try piece(tag, drawing: items)] }
    if let fallback = tag.fallback { return [try piece(tag, [fallback])] }
    if tag.isOptional { return [] }
    throw missing(tag)
  }

  private func missing(_ tag: SlotTag) -> TemplateError {
    let hint = Suggestion.hint(for: tag.name, in: template.slotNames.filter { $0 != tag.name })
    return TemplateError(
      tag.place,
      "`\(tag.name)` has no value, and there is no wildcard of that name in "
        + "\(library.places)\(hint.isEmpty ? "; give it one with --set \(tag.name)=…" : hint)",
      kind: .missingValue)
  }

  /// Given texts: one, several joined, or some of them drawn.
  private func piece(_ tag: SlotTag, _ texts: [String]) throws(TemplateError) -> PlanPiece {
    if let picks = tag.picks {
      let items = texts.map { PlanSequence([PlanPiece(content: .text(PlanText($0)))]) }
      let source = DrawItems(items, weights: items.map { _ in 1 })
      return PlanPiece(content: .draw(try draw(tag, source, picks)), isGrouped: tag.isGrouped)
    }
    if texts.count == 1 {
      return PlanPiece(content: .text(PlanText(texts[0])), isGrouped: tag.isGrouped)
    }
    let joint = PlanPiece(content: .joint(Self.joint(tag) ?? Array(", ".utf8)))
    let pieces = texts.map { [PlanPiece(content: .text(PlanText($0)))] }
    let all = PlanSequence(Array(pieces.joined(separator: [joint])))
    return PlanPiece(
      content: .draw(Draw(DrawItems([all], weights: [1]))), isGrouped: tag.isGrouped)
  }

  private static func joint(_ tag: SlotTag) -> [UInt8]? {
    tag.joint.map { LiteralText($0.utf8, keepsEdges: true).bytes }
  }

  /// A default: text when nothing in it is drawn, else what is drawn once for a result.
  private mutating func piece(
    _ tag: SlotTag, default nodes: [TextNode]
  ) throws(TemplateError) -> PlanPiece {
    if let index = bound[tag.name] {
      return PlanPiece(content: .bound(index), isGrouped: tag.isGrouped)
    }
    try enter(tag)
    defer { chain.removeLast() }
    let sequence = try sequence(nodes)
    if sequence.isFixed {
      return PlanPiece(content: .text(PlanText(sequence.raw)), isGrouped: tag.isGrouped)
    }
    bindings.append(sequence)
    bound[tag.name] = bindings.count - 1
    return PlanPiece(content: .bound(bindings.count - 1), isGrouped: tag.isGrouped)
  }

  func piece(_ tag: SlotTag, drawing items: DrawItems) throws(TemplateError) -> PlanPiece {
    PlanPiece(
      content: .draw(try draw(tag, items, tag.picks ?? 1...1)), isGrouped: tag.isGrouped)
  }

  private func draw(
    _ tag: SlotTag, _ items: DrawItems, _ picks: ClosedRange<Int>
  ) throws(TemplateError) -> Draw {
    guard picks.upperBound <= items.items.count else {
      throw TemplateError(
        tag.place, "\(picks.upperBound) of the \(items.items.count) of `\(tag.name)` can't be drawn"
      )
    }
    return Draw(items, picks: picks, joint: Self.joint(tag))
  }

  /// Notes what is being filled, which must not need itself.
  mutating func enter(_ tag: SlotTag) throws(TemplateError) {
    if chain.contains(tag.name) || chain.count >= TextParser.maximumDepth {
      let way = (chain + [tag.name]).joined(separator: ", ")
      throw TemplateError(tag.place, "`\(tag.name)` needs itself: \(way)")
    }
    chain.append(tag.name)
  }
}

extension PlanSequence {
  /// The bytes of a sequence in which nothing is drawn, as they were given.
  var raw: [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      switch piece.content {
      case .syntax(let bytes), .joint(let bytes): bytes
      case .text(let text): text.raw
      case .bound, .draw, .number: []
      }
    }
  }
}
