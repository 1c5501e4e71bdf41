// How models and parameters stand in an image: their fields in order of declaration.

internal import PromptCore

extension Provenance: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.list(sources)
    verified.write(to: &image)
    image.choice(confidence)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      sources: try image.list(), verified: try Day(from: &image), confidence: try image.choice())
  }
}

extension ModelVersion: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(id)
    image.choice(family)
    image.string(value)
    image.list(aliases)
    image.choice(state)
    for day in [released, defaultFrom, defaultUntil, removed] { image.optional(day) }
    image.optional(note)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      id: try image.string(), family: try image.choice(), value: try image.string(),
      aliases: try image.list(), state: try image.choice(), released: try image.optional(),
      defaultFrom: try image.optional(), defaultUntil: try image.optional(),
      removed: try image.optional(), note: try image.optional(),
      provenance: try Provenance(from: &image))
  }
}

extension ModelSet: ImageCodable {
  func write(to image: inout ImageWriter) { image.fixed(rawValue) }
  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(rawValue: try image.fixed())
  }
}

extension ParameterMatch: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(name)
    image.optional(value)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(name: try image.string(), value: try image.optional())
  }
}

extension Ratio: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.number(UInt64(width))
    image.number(UInt64(height))
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(width: Int(clamping: try image.number()), height: Int(clamping: try image.number()))
  }
}

extension ParameterDomain: ImageCodable {
  func write(to image: inout ImageWriter) {
    models.write(to: &image)
    provenance.write(to: &image)
    image.list(with)
    isSupported.write(to: &image)
    for range in [range, agreedRange] {
      image.list(range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    for values in [values, agreedValues] { image.list(values) }
    isOpen.write(to: &image)
    for ratio in [maximumRatio, agreedRatio] { image.optional(ratio) }
    image.optional(maximumCount.map { Double($0) })
    image.optional(defaultValue)
    image.optional(cost)
    image.optional(note)
  }

  convenience init(from image: inout ImageReader) throws(RuleImageError) {
    let models = try ModelSet(from: &image)
    let provenance = try Provenance(from: &image)
    self.init(
      models: models, with: try image.list(), isSupported: try Bool(from: &image),
      range: Self.range(try image.list()), agreedRange: Self.range(try image.list()),
      values: try image.list(), agreedValues: try image.list(), isOpen: try Bool(from: &image),
      maximumRatio: try image.optional(), agreedRatio: try image.optional(),
      maximumCount: (try image.optional() as Double?).flatMap { Int(exactly: $0) },
      defaultValue: try image.optional(), cost: try image.optional(), note: try image.optional(),
      provenance: provenance)
  }

  private static func range(_ bounds: [Double]) -> ClosedRange<Double>? {
    bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : nil
  }
}

extension ParameterDomain.Cost: ImageCodable {
  func write(to image: inout ImageWriter) {
    switch self {
    case .factor(let factor): image.optional(factor)
    case .value: image.optional(nil as Double?)
    }
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self = (try image.optional() as Double?).map { .factor($0) } ?? .value
  }
}

extension ModelFeature: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(name)
    image.string(summary)
    image.list(domains)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      name: try image.string(), summary: try image.string(), domains: try image.list(),
      provenance: try Provenance(from: &image))
  }
}

extension Requirement: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.list(any)
    models.write(to: &image)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      any: try image.list(), models: try ModelSet(from: &image),
      provenance: try Provenance(from: &image))
  }
}

extension Conflict: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.list(with)
    models.write(to: &image)
    image.optional(note)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      with: try image.list(), models: try ModelSet(from: &image), note: try image.optional(),
      provenance: try Provenance(from: &image))
  }
}

extension ParameterSpec: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(name)
    image.string(group)
    image.choice(shape)
    provenance.write(to: &image)
    image.string(written)
    image.list(aliases)
    image.choice(arity)
    image.string(summary)
    image.choice(repetition)
    image.optional(replacedBy)
    image.list(spellings)
    isKeyed.write(to: &image)
    isRetired.write(to: &image)
    image.optional(formerly)
    image.list(domains)
    image.list(requirements)
    image.list(conflicts)
  }

  convenience init(from image: inout ImageReader) throws(RuleImageError) {
    let (name, group) = (try image.string(), try image.string())
    let shape: ValueShape = try image.choice()
    let provenance = try Provenance(from: &image)
    self.init(
      name: name, written: try image.string(), aliases: try image.list(), group: group,
      shape: shape, arity: try image.choice(), summary: try image.string(),
      repetition: try image.choice(), replacedBy: try image.optional(),
      spellings: try image.list(), isKeyed: try Bool(from: &image),
      isRetired: try Bool(from: &image), formerly: try image.optional(),
      domains: try image.list(), requirements: try image.list(), conflicts: try image.list(),
      provenance: provenance)
  }
}

extension ParameterSpec.Spelling: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(value)
    image.string(parameter)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(value: try image.string(), parameter: try image.string())
  }
}

extension ParameterSpec.FormerMeaning: ImageCodable {
  func write(to image: inout ImageWriter) {
    models.write(to: &image)
    image.optional(name)
    image.string(meaning)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      models: try ModelSet(from: &image), name: try image.optional(), meaning: try image.string())
  }
}
