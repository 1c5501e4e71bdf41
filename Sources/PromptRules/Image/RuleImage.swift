// The compiled form of a rule set: a header, a table of named sections, the sections.

/// A rule set in compiled form: position-independent bytes in named sections with a checksum each.
///
/// Sections: `facts`, `terms`, `about` for those who ask, and `made` where patterns were admitted.
/// Layout: `MJRULES` and a format byte, the number of sections; for each its name (8 bytes, zero
/// padded), offset, length and checksum (8 bytes each); then the sections.
public struct RuleImage: Sendable {
  /// The bytes.
  public let bytes: [UInt8]

  static let magic = Array("MJRULES".utf8) + [6]

  /// Whether bytes are meant to be an image, of whatever version.
  public static func isImage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic.dropLast()) }
  private static let entryCount = 32

  /// An image of these bytes; nothing is checked until a section is read.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  init(sections: [(name: String, bytes: [UInt8])]) {
    var header = ImageWriter()
    header.fixed(UInt64(sections.count))
    var offset = Self.magic.count + 8 + sections.count * Self.entryCount
    for section in sections {
      header.fixed(Self.packed(section.name))
      header.fixed(UInt64(offset))
      header.fixed(UInt64(section.bytes.count))
      header.fixed(Self.checksum(section.bytes[...]))
      offset += section.bytes.count
    }
    bytes = Self.magic + header.bytes + sections.flatMap(\.bytes)
  }

  /// The bytes of a section.
  func section(_ name: String) throws(RuleImageError) -> ArraySlice<UInt8> {
    let entry = try entry(name)
    return try checked(name, entry.offset, entry.count, entry.checksum)
  }

  /// The offset behind a section, by the table alone; nil when there is none.
  func end(of name: String) -> Int? {
    guard let entry = try? entry(name) else { return nil }
    return Int(exactly: entry.offset.addingReportingOverflow(entry.count).partialValue)
  }

  /// The most bytes that the header and the table of an image take.
  static var longestTable: Int { magic.count + 8 + 64 * entryCount }

  /// What the table says of a section.
  private func entry(
    _ name: String
  ) throws(RuleImageError) -> (offset: UInt64, count: UInt64, checksum: UInt64) {
    guard bytes.starts(with: Self.magic) else {
      throw RuleImageError("this is no rule image of this version")
    }
    var header = ImageReader(bytes[Self.magic.count...])
    for _ in 0..<min(try header.fixed(), 64) {
      let found = try header.fixed()
      let (offset, count) = (try header.fixed(), try header.fixed())
      let checksum = try header.fixed()
      if found == Self.packed(name) { return (offset, count, checksum) }
    }
    throw RuleImageError("the image has no section \(name)")
  }

  /// Whether there is a section of that name.
  func has(_ name: String) -> Bool {
    var header = ImageReader(bytes[min(Self.magic.count, bytes.count)...])
    guard let count = try? header.fixed() else { return false }
    for _ in 0..<min(count, 64) {
      guard let found = try? header.fixed() else { return false }
      if found == Self.packed(name) { return true }
      for _ in 0..<3 { _ = try? header.fixed() }
    }
    return false
  }

  /// Whether it holds terms alone, and no rules to judge prompts by.
  public var holdsTermsAlone: Bool { has("terms") && !has("facts") }

  /// The version of the pattern engine that admitted the patterns, or nil when nobody says so.
  public var patternEngine: String? { made?.engine }

  /// What it was made of, in the words of whoever made it; empty when nobody says.
  public var source: String { made?.source ?? "" }

  private var made: (engine: String, source: String)? {
    guard has("made"), let section = try? section("made") else { return nil }
    var made = ImageReader(section)
    guard let engine = try? made.string(), let source = try? made.string() else { return nil }
    return (engine, source)
  }

  private func checked(
    _ name: String, _ offset: UInt64, _ count: UInt64, _ checksum: UInt64
  ) throws(RuleImageError) -> ArraySlice<UInt8> {
    guard offset <= bytes.count, count <= UInt64(bytes.count) - offset else {
      throw RuleImageError("section \(name) lies outside the image")
    }
    let section = bytes[Int(offset)..<Int(offset + count)]
    guard Self.checksum(section) == checksum else {
      throw RuleImageError("section \(name) is damaged")
    }
    return section
  }

  private static func packed(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// FNV-1a over eight bytes at a time; finds damage, not malice.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    let span = bytes.span
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var word: UInt64 = 0
    let whole = span.count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      word = 0
      for offset in 0..<8 { word = word << 8 | UInt64(span[start + offset]) }
      hash = (hash ^ word) &* 0x100_0000_01B3
      hash ^= hash >> 29
    }
    for offset in whole..<span.count { word = word << 8 | UInt64(span[offset]) }
    return (hash ^ word ^ UInt64(span.count)) &* 0x100_0000_01B3
  }
}

// MARK: The sections

extension RuleSet {
  /// The compiled form of this set; equal sets have equal bytes.
  public var image: RuleImage { RuleImage(sections: sections) }

  /// The compiled form of this set, with the version of the engine that admitted its patterns.
  public func image(admittedBy engine: String) -> RuleImage {
    RuleImage(sections: [RuleImage.made(engine, "")] + sections)
  }

  private var sections: [(name: String, bytes: [UInt8])] {
    var about = ImageWriter()
    about.list(sources)
    about.list(pages)
    for term in terms.terms {
      about.list(term.match)
      about.list(term.clean)
    }
    return [("facts", facts)] + terms.imageSections + [("about", about.bytes)]
  }

  /// What is known of everything but terms.
  var facts: [UInt8] {
    var facts = ImageWriter()
    facts.list([date])
    facts.list(models.models)
    facts.number(UInt64(models.nijiDefault))
    facts.list(features)
    facts.list(parameters.parameters)
    facts.list(targets)
    facts.list(plans)
    facts.list(profiles)
    facts.list(words)
    links.write(to: &facts)
    return facts.bytes
  }

  /// The rule set of an image. Pages, sources and the examples of terms are left out unless
  /// asked for, since only `explain` and `rules` show them.
  ///
  /// - Throws: `RuleImageError` for bytes that are no image, damaged, or of another version.
  /// - Complexity: O(size of the image).
  public init(_ image: RuleImage, withPages: Bool = false) throws(RuleImageError) {
    var facts = ImageReader(try image.section("facts"))
    guard let date = (try facts.list() as [Day]).first else { throw RuleImageError("no date") }
    let models: [ModelVersion] = try facts.list()
    let nijiDefault = Int(try facts.number())
    guard models.indices.contains(nijiDefault) else { throw RuleImageError("no niji default") }
    self.init(
      date: date, models: ModelCatalog(models, nijiDefault: nijiDefault),
      features: try facts.list(), parameters: ParameterCatalog(try facts.list()),
      targets: try facts.list(), plans: try facts.list(), profiles: try facts.list(),
      words: try facts.list(), links: try LinkFacts(from: &facts), terms: TermList(), sources: [],
      pages: [])
    terms = try TermList(image)
    guard withPages else { return }
    var about = ImageReader(try image.section("about"))
    sources = try about.list()
    pages = try about.list()
    try terms.takeExamples(from: &about)
  }
}

extension TermList {
  /// The sections of an image: the entries, and what a scanner prepared of them.
  fileprivate var imageSections: [(name: String, bytes: [UInt8])] {
    let prepared = sections.count == 1 ? sections[0].prepared : nil
    return [("terms", listed)] + (prepared.map { [("scan", Array($0))] } ?? [])
  }

  /// The entries.
  var listed: [UInt8] {
    var listed = ImageWriter()
    PackedTerms.write(terms, to: &listed)
    listed.list(allow)
    return listed.bytes
  }

  /// The compiled form of this list alone, without its examples, and with the version of the engine
  /// that admitted its patterns.
  public func image(admittedBy engine: String, of source: String = "") -> RuleImage {
    RuleImage(sections: [RuleImage.made(engine, source)] + imageSections)
  }

  /// The terms of an image, whatever else it holds.
  ///
  /// - Throws: `RuleImageError` for bytes that are no image, damaged, or of another version.
  /// - Complexity: O(size of the sections), for their checksums.
  public init(_ image: RuleImage) throws(RuleImageError) {
    var listed = ImageReader(try image.section("terms"))
    let terms = TermTable(try PackedTerms(from: &listed))
    self.init(
      TermSection(
        terms: terms, allow: try listed.list(),
        prepared: image.has("scan") ? try image.section("scan") : nil))
  }
}

extension RuleImage {
  fileprivate static func made(
    _ engine: String, _ source: String
  ) -> (name: String, bytes: [UInt8]) {
    var made = ImageWriter()
    made.string(engine)
    made.string(source)
    return ("made", made.bytes)
  }

  /// The day of the embedded rules, read without the rest; nil when the image is damaged.
  public static var embeddedDate: Day? {
    guard let section = try? embedded(upTo: "facts").section("facts") else { return nil }
    var facts = ImageReader(section)
    let days: [Day]? = try? facts.list()
    return days?.first
  }
}
