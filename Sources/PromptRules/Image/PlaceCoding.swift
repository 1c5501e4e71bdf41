// How targets, plans, profiles, word lists and links stand in an image: their fields in order of declaration.

internal import PromptCore

extension Target: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(id)
    image.string(summary)
    image.list(maximumLength.map { [Double($0)] } ?? [])
    image.choice(lengthUnit)
    lengthProvenance.write(to: &image)
    image.choice(permutations)
    image.choice(repetition)
    image.list(ownedParameters)
    image.list(speeds)
    image.list(retries)
    image.optional(language)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      id: try image.string(), summary: try image.string(),
      maximumLength: (try image.list() as [Double]).first.flatMap { Int(exactly: $0) },
      lengthUnit: try image.choice(), lengthProvenance: try Provenance(from: &image),
      permutations: try image.choice(), repetition: try image.choice(),
      ownedParameters: try image.list(), speeds: try image.list(), retries: try image.list(),
      language: try image.optional(), provenance: try Provenance(from: &image))
  }
}

extension RequestSpeed: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(parameter)
    image.string(value)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      parameter: try image.string(), value: try image.string(),
      provenance: try Provenance(from: &image))
  }
}

extension RetryStatus: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.number(UInt64(status))
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      status: Int(clamping: try image.number()), provenance: try Provenance(from: &image))
  }
}

extension Plan: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(id)
    image.string(summary)
    image.number(UInt64(maximumJobs))
    image.list(lacks)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      id: try image.string(), summary: try image.string(),
      maximumJobs: Int(clamping: try image.number()), lacks: try image.list(),
      provenance: try Provenance(from: &image))
  }
}

extension WeightSeverities: ImageCodable {
  func write(to image: inout ImageWriter) {
    for severity in [heavy, medium, light, soft] {
      image.number(severity.map { UInt64($0.rawValue) + 1 } ?? 0)
    }
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      heavy: try Self.severity(&image), medium: try Self.severity(&image),
      light: try Self.severity(&image), soft: try Self.severity(&image))
  }

  /// A severity one above its number, or 0 for none.
  private static func severity(
    _ image: inout ImageReader
  ) throws(RuleImageError) -> Severity? {
    let number = try image.number()
    if number == 0 { return nil }
    guard let severity = Severity(rawValue: UInt8(clamping: number - 1)) else {
      throw RuleImageError("the image holds a severity that this version does not know")
    }
    return severity
  }
}

extension Profile.Exception: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(category)
    severities.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(category: try image.string(), severities: try WeightSeverities(from: &image))
  }
}

extension Profile: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(id)
    image.string(summary)
    isReportedOnly.write(to: &image)
    severities.write(to: &image)
    image.list(exceptions)
    image.optional(provenance)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      id: try image.string(), summary: try image.string(),
      isReportedOnly: try Bool(from: &image), severities: try WeightSeverities(from: &image),
      exceptions: try image.list(), provenance: try image.optional())
  }
}

extension WordList: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(name)
    image.string(summary)
    image.list(words)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      name: try image.string(), summary: try image.string(), words: try image.list(),
      provenance: try Provenance(from: &image))
  }
}

extension LinkFacts: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.list(unreachable)
    image.list(signatures)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(unreachable: try image.list(), signatures: try image.list())
  }
}

extension LinkObstacle: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(link)
    image.string(reason)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      link: try image.string(), reason: try image.string(),
      provenance: try Provenance(from: &image))
  }
}

extension LinkSignature: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(name)
    image.list(hosts)
    image.string(expires)
    image.choice(form)
    image.optional(issued)
    image.list(beside)
    provenance.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      name: try image.string(), hosts: try image.list(), expires: try image.string(),
      form: try image.choice(), issued: try image.optional(), beside: try image.list(),
      provenance: try Provenance(from: &image))
  }
}
