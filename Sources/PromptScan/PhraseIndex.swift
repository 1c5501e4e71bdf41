// Finds the entries of several word lists in one pass over a prompt.

public import PromptCore
public import PromptRules

/// A phrase that was found.
public struct PhraseMatch: Hashable, Sendable {
  /// The name of its list.
  public let list: String
  /// Its place in the list.
  public let word: Int
  /// The bytes that matched.
  public let range: ByteRange
  /// What the `*` of its entry stands for, where there is exactly one.
  public let captured: ByteRange?
}

/// What a pass over a prompt found.
public struct PhraseResult: Hashable, Sendable {
  /// The matches, by place; those of one list don't overlap.
  public fileprivate(set) var matches: [PhraseMatch] = []
  /// The lists that something was found of, a bit for each.
  public fileprivate(set) var lists: UInt64 = 0
  /// Whether there are bytes beyond ASCII.
  public fileprivate(set) var isWide = false

  /// A result without findings.
  public init() {}

  /// The matches of one list.
  public func matches(of list: String) -> [PhraseMatch] { matches.filter { $0.list == list } }

  /// The same without the matches that touch one of `ranges`, which are in order.
  public func outside(_ ranges: [ByteRange]) -> PhraseResult {
    var result = self
    result.matches.removeAll { match in
      let next = ranges.partitionPoint { $0.end > match.range.start }
      return next < ranges.count && ranges[next].overlaps(match.range)
    }
    return result
  }
}

/// Word lists, prepared once, to find their entries in many prompts.
///
/// Only places where an entry could begin are looked at: two bytes decide, by one look into a table.
public struct PhraseIndex: Sendable {
  /// How many lists an index can hold.
  public static let maximumLists = 64

  private let lists: [String]
  /// The phrases, grouped by their first byte.
  private let phrases: [Phrase]
  private let groups: [Range<Int>]
  /// For each first byte, 256 bits: the bytes that may follow it.
  private var followers: [UInt64] = Array(repeating: 0, count: 256 * 4)

  /// An index of lists, the first `maximumLists` of them.
  ///
  /// - Complexity: O(size of the lists).
  public init(_ lists: [WordList]) {
    let lists = lists.prefix(Self.maximumLists)
    self.lists = lists.map(\.name)
    let all = lists.enumerated().flatMap { index, list in
      list.words.enumerated().map { Phrase($1, list: index, word: $0) }
    }
    var grouped: [[Phrase]] = Array(repeating: [], count: 256)
    for phrase in all { for byte in phrase.firstBytes { grouped[Int(byte)].append(phrase) } }
    phrases = grouped.flatMap { $0 }
    var start = 0
    groups = grouped.map { group in
      defer { start += group.count }
      return start..<start + group.count
    }
    for phrase in all { note(phrase) }
  }

  private mutating func note(_ phrase: Phrase) {
    for first in phrase.firstBytes {
      for second in phrase.secondBytes {
        followers[Int(first) << 2 | Int(second) >> 6] |= 1 << UInt64(second & 63)
      }
    }
  }

  /// The bits of these lists, as `PhraseResult.lists` has them.
  public func bits(of names: [String]) -> UInt64 {
    names.compactMap { lists.firstIndex(of: $0) }.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Finds the entries in `range` of `source`; of those that begin at one place the longest of each
  /// list.
  ///
  /// - Complexity: O(n) for lists without `*`, which looks ahead to the next bracket.
  public func scan(_ source: SourceText, in range: ByteRange) -> PhraseResult {
    var result = PhraseResult()
    let bytes = source.bytes.span
    let (start, limit) = (Int(range.start), Int(range.end))
    var all: UInt8 = 0
    var wasLetter = false
    for offset in start..<limit {
      let byte = bytes[offset]
      all |= byte
      let isLetter = byte.isPhraseLetter
      if !(isLetter && wasLetter) {
        let next = offset + 1 < limit ? bytes[offset + 1] : 0
        if followers[Int(byte) << 2 | Int(next) >> 6] >> UInt64(next & 63) & 1 == 1 {
          find(bytes, offset, limit, &result)
        }
      }
      wasLetter = isLetter
    }
    result.isWide = all >= 0x80
    return result
  }

  private func find(
    _ bytes: Span<UInt8>, _ offset: Int, _ limit: Int, _ result: inout PhraseResult
  ) {
    for phrase in phrases[groups[Int(bytes[offset])]] {
      guard let found = phrase.match(bytes, from: offset, limit) else { continue }
      let match = PhraseMatch(
        list: lists[phrase.list], word: phrase.word, range: ByteRange(offset, found.end),
        captured: found.captured.map { ByteRange($0.lowerBound, $0.upperBound) })
      add(match, &result)
      result.lists |= 1 << UInt64(phrase.list)
    }
  }

  /// Adds a match unless one of the same list covers its place; a longer one takes that one's place.
  private func add(_ match: PhraseMatch, _ result: inout PhraseResult) {
    if let index = result.matches.lastIndex(where: { $0.list == match.list }) {
      let last = result.matches[index].range
      if last.start == match.range.start, last.end < match.range.end {
        result.matches[index] = match
      }
      if match.range.start < last.end { return }
    }
    result.matches.append(match)
  }
}

extension Phrase {
  /// The bytes that a phrase may begin with.
  fileprivate var firstBytes: [UInt8] {
    guard case .literal(let literal) = pieces.first else { return [] }
    return spellings(literal[0])
  }

  /// The bytes that may follow them.
  fileprivate var secondBytes: [UInt8] {
    guard case .literal(let literal) = pieces.first, literal.count > 1 else {
      return Array(0...255)
    }
    return spellings(literal[1])
  }

  private func spellings(_ byte: UInt8) -> [UInt8] {
    (byte | 0x20) &- 0x61 < 26 ? [byte | 0x20, byte & 0xDF] : [byte]
  }
}
