// Finds the entries of several word lists in one pass over a prompt.

public import PromptCore
public import PromptRules

/// Word lists, prepared once, to find their entries in many prompts.
///
/// Only places where an entry could begin are looked at: three bytes decide, by one look into a table and
/// without a branch.
public struct PhraseIndex: Sendable {
  /// How many lists an index can hold.
  public static let maximumLists = 64

  private let lists: [String]
  private let phrases: [Phrase]
  /// For each phrase the bytes that it begins with.
  private let heads: [PhraseHead]
  /// For each place among `members` where those begin that may stand at two bytes; see `bucket`.
  private let starts: [UInt32]
  /// The phrases, those in front that begin with the lowest bytes.
  private let members: [UInt32]
  /// For each byte 1 when it belongs to a word, else 0.
  private let classes: [UInt8] = (0...255).map { UInt8($0).isPhraseLetter ? 1 : 0 }
  /// A bit for each three bytes that a phrase may begin with; see `BeginningWindow`.
  private let beginnings: [UInt64]

  /// An index of lists, the first `maximumLists` of them.
  ///
  /// - Complexity: O(size of the lists).
  public init(_ lists: [WordList]) {
    let lists = lists.prefix(Self.maximumLists)
    self.lists = lists.map(\.name)
    phrases = lists.enumerated().flatMap { index, list in
      list.words.enumerated().map { Phrase($1, list: index, word: $0) }
    }
    heads = phrases.map(\.head)
    var buckets: [[UInt32]] = Array(repeating: [], count: 256 << 5)
    for (number, phrase) in phrases.enumerated() {
      for first in phrase.firstBytes {
        for bucket in Set(phrase.secondBytes.map { Self.bucket(first, $0) }) {
          buckets[bucket].append(UInt32(number))
        }
      }
    }
    beginnings = BeginningWindow.bits(phrases.map(\.head))
    members = buckets.flatMap { $0 }
    starts = buckets.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1.count)) }
  }

  /// The bucket of two bytes; letters of either case share one.
  @inline(__always)
  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 5 | Int(second & 31)
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
    let (beginnings, classes) = (beginnings.span, classes.span)
    let limit = Int(range.end)
    var window = BeginningWindow(bytes, from: Int(range.start), limit)
    var all: UInt8 = 0
    var last: UInt8 = 0
    var block = Int(range.start)
    while block < limit {
      var places: UInt64 = 0
      let end = min(block + 64, limit)
      for offset in block..<end {
        let kind = classes[Int(bytes[offset])]
        all |= bytes[offset]
        let mayBegin = window.bit(in: beginnings) & UInt64(~(kind & last) & 1)
        places |= mayBegin &<< UInt64(truncatingIfNeeded: offset &- block)
        window.move(to: offset &+ 3 < limit ? bytes[offset &+ 3] : 0)
        last = kind
      }
      while places != 0 {
        find(bytes, block + places.trailingZeroBitCount, limit, &result)
        places &= places - 1
      }
      block = end
    }
    result.isWide = all >= 0x80
    if !result.matches.isEmpty { result.names = lists }
    return result
  }

  /// Tries the phrases that may stand at a place.
  private func find(
    _ bytes: Span<UInt8>, _ offset: Int, _ limit: Int, _ result: inout PhraseResult
  ) {
    let bucket = Self.bucket(bytes[offset], offset + 1 < limit ? bytes[offset + 1] : 0)
    let group = starts[bucket]..<starts[bucket + 1]
    if group.isEmpty { return }
    let text = PhraseHead(bytes, from: offset, limit)
    for place in group {
      let index = Int(members[Int(place)])
      guard heads[index].mayBegin(text),
        let found = phrases[index].match(bytes, from: offset, limit)
      else { continue }
      let list = phrases[index].list
      let match = PhraseMatch(
        list: list, word: phrases[index].word, range: ByteRange(offset, found.end),
        captured: found.captured.map { ByteRange($0.lowerBound, $0.upperBound) })
      add(match, &result)
      result.lists |= 1 << UInt64(list)
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

  /// The bytes of its first literal.
  fileprivate var head: PhraseHead {
    guard case .literal(let literal) = pieces.first else { return PhraseHead([]) }
    return PhraseHead(literal)
  }

  private func spellings(_ byte: UInt8) -> [UInt8] {
    (byte | 0x20) &- 0x61 < 26 ? [byte | 0x20, byte & 0xDF] : [byte]
  }
}
