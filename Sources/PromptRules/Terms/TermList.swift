// All sensitive entries: lists one behind the other, decoded when they are looked at.

/// Sensitive entries and innocent text.
///
/// A list consists of sections: one for each image or set of files that it was put together from, so that
/// what was compiled stays so when more is added.
public struct TermList: Hashable, Sendable {
  /// The sections, in order; never empty ones.
  public private(set) var sections: [TermSection] = []

  /// A list of these entries.
  public init(terms: [Term] = [], allow: [AllowRule] = []) {
    append(TermSection(terms: TermTable(terms), allow: allow, prepared: nil))
  }

  init(_ section: TermSection) { append(section) }

  private mutating func append(_ section: TermSection) {
    if !section.terms.isEmpty || !section.allow.isEmpty { sections.append(section) }
  }

  /// Adds the entries of another list behind those of this one.
  public static func += (list: inout TermList, other: TermList) {
    for section in other.sections { list.append(section) }
  }

  /// The terms, section by section.
  public var terms: [Term] { sections.flatMap(\.terms) }

  /// The innocent text, section by section.
  public var allow: [AllowRule] { sections.flatMap(\.allow) }

  /// How many terms there are.
  public var count: Int { sections.reduce(0) { $0 + $1.terms.count } }

  /// The term of that number, counted from 0.
  ///
  /// - Complexity: O(number of sections).
  public subscript(number: Int) -> Term {
    var rest = number
    for section in sections {
      if rest < section.terms.count { return section.terms[rest] }
      rest -= section.terms.count
    }
    preconditionFailure("there is no term \(number)")
  }

  /// Reads the examples of all terms, which stand apart in an image.
  mutating func takeExamples(from image: inout ImageReader) throws(RuleImageError) {
    var whole = terms
    for index in whole.indices {
      whole[index].match = try image.list()
      whole[index].clean = try image.list()
    }
    let (prepared, rules) = (sections.first?.prepared, allow)
    sections = []
    append(TermSection(terms: TermTable(whole), allow: rules, prepared: prepared))
  }

  /// The same entries as one section, with what a scanner prepared of them.
  ///
  /// - Parameter prepared: bytes that the scanner makes and reads; equal lists have equal ones.
  public func prepared(_ prepared: [UInt8]) -> TermList {
    TermList(TermSection(terms: TermTable(terms), allow: allow, prepared: prepared[...]))
  }
}

/// Entries that were read together.
public struct TermSection: Hashable, Sendable {
  /// The terms.
  public let terms: TermTable
  /// The innocent text.
  public let allow: [AllowRule]
  /// What a scanner prepared of them, in its own format; nil when none did.
  public let prepared: ArraySlice<UInt8>?
}

/// Terms as values, or as the bytes of an image.
public struct TermTable: RandomAccessCollection, Hashable, Sendable {
  private enum Storage: Hashable, Sendable {
    case values([Term])
    case packed(PackedTerms)
  }

  private let storage: Storage

  init(_ terms: [Term]) { storage = .values(terms) }

  init(_ packed: PackedTerms) { storage = .packed(packed) }

  /// 0.
  public var startIndex: Int { 0 }

  /// How many terms there are.
  public var endIndex: Int {
    switch storage {
    case .values(let terms): terms.count
    case .packed(let terms): terms.count
    }
  }

  /// The term of that number.
  ///
  /// - Complexity: O(size of the term) in an image.
  public subscript(position: Int) -> Term {
    switch storage {
    case .values(let terms): terms[position]
    case .packed(let terms): terms[position]
    }
  }
}
