// Plans → prompts.

public import PromptCore

/// Writes the prompts of plans one after another, in the same memory.
public struct PlanWriter: Sendable {
  private var writer = PromptWriter()
  /// What was drawn for slots.
  private var bound: [[UInt8]] = []
  private var choice = PlanChoice.index(0)
  private var generator = SeededGenerator(seed: 0, plan: 0, result: 0)
  /// The parameters of a text of words that were read as they were written.
  private var soundParameters: [UInt8]?
  /// The sequence that comes next, for the index.
  private var next = 0

  /// A writer.
  public init() {}

  /// The bytes of the prompt that was written last.
  public var bytes: [UInt8] { writer.bytes }

  /// The first thing in the prompt that was written last which isn't read as it was written.
  ///
  /// - Complexity: O(n).
  public func misreading(in prompt: Prompt) -> Misreading? { writer.misreading(in: prompt) }

  /// The same of the prompt parsed by a vocabulary. A text of nothing but words with the parameters of
  /// a prompt that was read as it was written is not parsed again: words can't change how
  /// parameters are read.
  ///
  /// - Complexity: O(n).
  public mutating func misreading(by vocabulary: ParameterVocabulary) -> Misreading? {
    let text = writer.textBytes
    let isWords = LiteralText.isPlain(text) && writer.images.isEmpty
    if isWords, let soundParameters, soundParameters[...] == writer.parameterBytes { return nil }
    let prompt = Parser.parse(SourceText(writer.bytes), vocabulary: vocabulary)
    let misreading = writer.misreading(in: prompt)
    soundParameters = isWords && misreading == nil ? Array(writer.parameterBytes) : nil
    return misreading
  }

  /// Writes a prompt of a plan.
  ///
  /// - Complexity: O(n) in the prompt and, where several items are drawn at once, in their list.
  public mutating func write(_ plan: TemplatePlan, _ choice: PlanChoice) {
    writer.begin()
    next = 0
    self.choice = choice
    if case .random(let seed, let number, let result) = choice {
      generator = SeededGenerator(seed: seed, plan: number, result: result)
    }
    bound.removeAll(keepingCapacity: true)
    for sequence in plan.bindings { bound.append(raw(sequence, plan)) }
    var isText = true
    for element in plan.elements {
      if isText, case .parameter = element {
        writer.endText()
        isText = false
      }
      write(element, plan)
    }
    if isText { writer.endText() }
  }

  // MARK: Parts

  private mutating func write(_ element: TemplatePlan.Element, _ plan: TemplatePlan) {
    switch element {
    case .image(let link, let weight):
      writer.space()
      let start = writer.count
      write(link, .link, plan)
      writer.trim(downTo: start)
      if writer.count > start { writer.endImage(from: start) }
      write(weight: weight, plan)
    case .part(let text, let weight):
      writer.space()
      write(text, .plain, plan)
      write(weight: weight, plan)
    case .parameter(let parameter): write(parameter, plan)
    }
  }

  private mutating func write(weight: PlanSequence?, _ plan: TemplatePlan) {
    guard let weight else { return }
    writer.trim(downTo: 0)
    writer.syntax("::".utf8)
    write(weight, .plain, plan)
  }

  private mutating func write(_ parameter: TemplatePlan.ParameterPlan, _ plan: TemplatePlan) {
    writer.beginParameter(parameter.name)
    let start = writer.beginValue()
    for item in parameter.items {
      let before = writer.count
      if before > start { writer.syntax(parameter.joint) }
      let itemStart = writer.count
      write(item, parameter.isLink ? .link : .plain, plan)
      writer.trim(downTo: itemStart)
      if writer.count == itemStart { writer.retreat(to: before) }
    }
    writer.trim(downTo: start, marks: true)
    let value = writer.bytes[start...]
    if value.isEmpty || parameter.isFlag && value.elementsEqual("false".utf8) {
      return writer.dropParameter()
    }
    if parameter.isFlag, value.elementsEqual("true".utf8) { writer.retreat(to: start) }
    writer.endValue(from: start)
  }

  /// What a sequence comes to, as it was given.
  private mutating func raw(_ sequence: PlanSequence, _ plan: TemplatePlan) -> [UInt8] {
    write(sequence, .raw, plan)
    let bytes = writer.bytes
    writer.retreat(to: 0)
    return bytes
  }
}

// MARK: Pieces

extension PlanWriter {
  private mutating func write(
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
