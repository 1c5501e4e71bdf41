// Plans → prompts.

public import PromptCore

/// Writes the prompts of plans one after another, in the same memory.
public struct PlanWriter: Sendable {
  var writer = PromptWriter()
  /// What was drawn for slots.
  var bound: [[UInt8]] = []
  var choice = PlanChoice.index(0)
  var generator = SeededGenerator(seed: 0, plan: 0, result: 0)
  /// The parameters of a text of words that were read as they were written.
  private var soundParameters: [UInt8]?
  /// The sequence that comes next, for the index.
  var next = 0

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
