// Wildcards and conditions.

extension Resolver {
  /// The words of a wildcard that have the tags of a slot; nil when there is no such wildcard.
  mutating func items(_ tag: SlotTag) throws(TemplateError) -> DrawItems? {
    let key = ([tag.name] + tag.tags.map { "+\($0)" } + tag.excluded.map { "-\($0)" })
      .joined(separator: "\n")
    if let known = library.items[key] { return known }
    guard let entries = try library.entries(named: tag.name) else { return nil }
    try enter(tag)
    defer { chain.removeLast() }
    let chosen = entries.filter { entry in
      tag.tags.allSatisfy(entry.tags.contains) && !tag.excluded.contains(where: entry.tags.contains)
    }
    guard chosen.contains(where: { $0.weight > 0 }) else {
      let what =
        entries.isEmpty ? "the wildcard `\(tag.name)` is empty" : "no word of `\(tag.name)` fits"
      throw TemplateError(tag.place, what)
    }
    var items: [PlanSequence] = []
    for entry in chosen { items.append(try words(entry)) }
    let result = DrawItems(items, weights: chosen.map(\.weight))
    library.items[key] = result
    return result
  }

  /// A word; `{{…}}` in it is another wildcard, never a slot, so that a word is the same in every row.
  private mutating func words(_ entry: WildcardEntry) throws(TemplateError) -> PlanSequence {
    if entry.text.tags.isEmpty {
      return PlanSequence([PlanPiece(content: .text(PlanText(entry.text.bytes)))])
    }
    let nodes = try TextParser.parse(entry.text, expands: false) {
      (_, place) throws(TemplateError) in
      throw TemplateError(place, "words include no files")
    }
    return PlanSequence(try words(nodes))
  }

  private mutating func words(_ nodes: [TextNode]) throws(TemplateError) -> [PlanPiece] {
    var pieces: [PlanPiece] = []
    for node in nodes {
      switch node {
      case .syntax(let bytes):
        pieces.append(PlanPiece(content: .text(PlanText(bytes, keepsEdges: true))))
      case .number(let number): pieces.append(PlanPiece(content: .number(number)))
      case .slot(let tag):
        guard let items = try items(tag) else {
          throw TemplateError(
            tag.place, "there is no wildcard `\(tag.name)` in \(library.places)")
        }
        pieces.append(try piece(tag, drawing: items))
      case .any(let any):
        var items: [PlanSequence] = []
        for item in any.items { items.append(PlanSequence(try words(item.nodes))) }
        let draw = Draw(DrawItems(items, weights: any.items.map(\.weight)), picks: any.picks)
        pieces.append(PlanPiece(content: .draw(draw)))
      case .branch(let condition, _, _):
        throw TemplateError(condition.place, "a word has no conditions")
      case .optional(let inner): pieces += try words(inner)
      }
    }
    return pieces
  }
}

// MARK: Conditions

extension Resolver {
  /// Whether a condition holds; true for none.
  func holds(_ condition: SlotCondition?) throws(TemplateError) -> Bool {
    guard let condition else { return true }
    let texts = try known(condition)
    let isTrue = condition.value.map { texts.contains($0) } ?? !texts.isEmpty
    return isTrue != condition.isNegated
  }

  /// The texts that a slot has before anything is drawn.
  private func known(_ condition: SlotCondition) throws(TemplateError) -> [String] {
    if let texts = values[condition.name]?.texts, !texts.isEmpty { return texts }
    guard let declaration = template.slots[condition.name] else { return [] }
    if let list = declaration.list { return list }
    guard let nodes = declaration.nodes else { return [] }
    var text: [UInt8] = []
    for node in nodes {
      guard case .syntax(let bytes) = node else {
        throw TemplateError(
          condition.place,
          "`\(condition.name)` is known only when it is drawn; conditions come before")
      }
      text += bytes
    }
    return [String(decoding: text, as: UTF8.self)]
  }
}
