// Sequences of a plan, piece by piece: what is fixed and what is drawn.

extension PlanWriter {
  /// The next sequence of a plan.
  mutating func write(
    _ sequence: PlanSequence, _ context: PromptWriter.Context, _ plan: TemplatePlan
  ) {
    var own = choice
    if case .index(let index) = choice {
      own = .index((index / plan.behind[next]) % max(1, sequence.count))
    }
    next += 1
    write(sequence, context, own)
  }

  private mutating func write(
    _ sequence: PlanSequence, _ context: PromptWriter.Context, _ choice: PlanChoice
  ) {
    var rest: UInt64 = 0
    if case .index(let index) = choice { rest = index }
    for (place, piece) in sequence.pieces.enumerated() {
      var own = choice
      if case .index = choice {
        own = .index(rest / sequence.behind[place])
        rest %= sequence.behind[place]
      }
      let isGroup = piece.isGrouped && context == .plain
      write(piece.content, isGroup ? .group : context, own)
    }
  }

  private mutating func write(
    _ content: PlanPiece.Content, _ context: PromptWriter.Context, _ choice: PlanChoice
  ) {
    switch content {
    case .syntax(let bytes): writer.syntax(bytes)
    case .text(let text): write(text, context)
    case .joint(let bytes): write(joint: bytes, context)
    case .bound(let index): write(PlanText(bound[index]), context)
    case .draw(let draw): write(draw, context, choice)
    case .number(let number): writer.syntax(number.text(index(of: choice, below: number.count)))
    }
  }

  private mutating func write(_ text: PlanText, _ context: PromptWriter.Context) {
    switch context {
    case .plain, .group: writer.literal(text.plain, context)
    case .raw: writer.raw(text.raw)
    case .link: writer.syntax(LiteralLink.bytes(text.raw))
    }
  }

  private mutating func write(joint: [UInt8], _ context: PromptWriter.Context) {
    switch context {
    case .plain, .group: writer.literal(joint, context)
    case .raw: writer.raw(joint)
    case .link: writer.space()
    }
  }

  private mutating func write(
    _ draw: Draw, _ context: PromptWriter.Context, _ choice: PlanChoice
  ) {
    if draw.picks == 1...1 {
      let (item, inner) = self.item(draw.source, choice)
      return write(draw.source.items[item], context, inner)
    }
    var isFirst = true
    for (item, inner) in items(draw, choice) {
      if !isFirst { write(joint: draw.joint ?? Self.comma, context) }
      isFirst = false
      write(draw.source.items[item], context, inner)
    }
  }

  private static let comma = Array(", ".utf8)

  /// The one item that is drawn, with what is drawn within it.
  private mutating func item(_ source: DrawItems, _ choice: PlanChoice) -> (Int, PlanChoice) {
    switch choice {
    case .index(let index):
      let place = source.place(of: index)
      return (place.item, .index(place.index))
    case .cyclic(let index):
      let count = UInt64(source.items.count)
      return (Int(index % count), .cyclic(index / count))
    case .random: return (source.random(&generator), choice)
    }
  }

  /// The items that are drawn, each with what is drawn within it.
  private mutating func items(_ draw: Draw, _ choice: PlanChoice) -> [(Int, PlanChoice)] {
    switch choice {
    case .index(let index): return draw.combination(index).map { ($0.item, .index($0.index)) }
    case .cyclic(let index):
      return draw.combination(index % draw.count).map { ($0.item, .index($0.index)) }
    case .random:
      let most = UInt64(draw.picks.count)
      let picks = draw.picks.lowerBound + (most > 1 ? Int(generator.below(most)) : 0)
      return draw.source.random(picks, &generator).map { ($0, choice) }
    }
  }

  private mutating func index(of choice: PlanChoice, below count: UInt64) -> UInt64 {
    switch choice {
    case .index(let index): index
    case .cyclic(let index): index % count
    case .random: generator.below(count)
    }
  }
}
