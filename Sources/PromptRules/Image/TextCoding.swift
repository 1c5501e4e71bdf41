// How terms, sources and pages stand in an image: their fields in order of declaration. The examples of
// terms stand apart, since judging needs none.

extension Term: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(name)
    image.choice(kind)
    image.list(forms)
    image.optional(near)
    image.string(category)
    image.optional(language)
    isReviewed.write(to: &image)
    image.choice(weight)
    image.number(UInt64(scopes.rawValue))
    isReported.write(to: &image)
    image.optional(reason)
    image.optional(replacement)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      name: try image.string(), kind: try image.choice(), forms: try image.list(),
      near: try image.optional(), category: try image.string(), language: try image.optional(),
      isReviewed: try Bool(from: &image), weight: try image.choice(),
      scopes: TermScopes(rawValue: UInt8(truncatingIfNeeded: try image.number())),
      isReported: try Bool(from: &image),
      reason: try image.optional(), replacement: try image.optional(), match: [], clean: [])
  }
}

extension Term.Context: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.list(words)
    image.number(UInt64(within))
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(words: try image.list(), within: Int(clamping: try image.number()))
  }
}

extension AllowRule: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(text)
    image.optional(reason)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(text: try image.string(), reason: try image.optional())
  }
}

extension SourceCitation: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(key)
    image.string(title)
    image.optional(url)
    date.write(to: &image)
    isOfficial.write(to: &image)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(
      key: try image.string(), title: try image.string(), url: try image.optional(),
      date: try Day(from: &image), isOfficial: try Bool(from: &image))
  }
}

extension RulePage: ImageCodable {
  func write(to image: inout ImageWriter) {
    image.string(code)
    image.string(name)
    image.string(body)
  }

  init(from image: inout ImageReader) throws(RuleImageError) {
    self.init(code: try image.string(), name: try image.string(), body: try image.string())
  }
}
