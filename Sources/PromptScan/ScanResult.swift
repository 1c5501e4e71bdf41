// What a scan works with and what it finds.

internal import PCRE2
public import PromptCore

/// A listed term that was found.
public struct ScanMatch: Hashable, Sendable {
  /// The index of the term in its list.
  public let term: Int
  /// The bytes that matched.
  public let range: ByteRange
  /// How the term was disguised.
  public let disguises: Disguises
}

/// What a scan found.
public struct ScanResult: Hashable, Sendable {
  /// The matches, by place; where two overlap, the longer one alone.
  public var matches: [ScanMatch] = []
  /// Terms whose pattern spent its budget: whether they occur is not known, and a gate must refuse.
  public var undecided: [Int] = []

  /// A result without findings.
  public init() {}

  /// Forgets all findings and keeps the memory.
  public mutating func removeAll() {
    matches.removeAll(keepingCapacity: true)
    undecided.removeAll(keepingCapacity: true)
  }
}

/// The memory of one scan after another. One for each worker; never share one between two.
///
/// It grows with the longest text and the most findings, and is then used again: a scan without
/// findings allocates nothing.
public struct ScanScratch: ~Copyable {
  var kernel: WordKernel
  var base = BaseView()
  var disguise = DisguiseView()
  var reversed = ReversedView()
  var replacements = Replacements()
  var escapes = EscapedText()
  var odd = OddTokens()
  var spelled = SpelledWords()
  var runs = PatternRuns()
  var shelf = PatternShelf()
  var match = MatchScratch()
  var found: [Found] = []
  var allowed: [ByteRange] = []

  /// Fresh memory.
  public init(kernel: ScanKernel = .best) { self.kernel = WordKernel(kernel) }
}

/// A match in a view.
struct Found {
  /// The number of the term in the list.
  let term: Int
  /// How heavy the term is.
  let weight: UInt8
  /// The range of the folded text.
  var range: ByteRange
  var disguises: Disguises
}
