// Finds the entries of several word lists in one pass over a prompt.

public import PromptCore
public import PromptRules

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
  /// For each phrase its second byte in lower case, or 0 for any.
  private let seconds: [UInt8]
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
    seconds = phrases.map { $0.secondBytes.count > 2 ? 0 : $0.secondBytes[0] }
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
    let table = followers.span
    let limit = Int(range.end)
    var all: UInt8 = 0
    var wasLetter = false
    for offset in range.indices {
      let byte = bytes[offset]
      all |= byte
      let isLetter = byte.isPhraseLetter
      if !(isLetter && wasLetter) {
        let next = offset + 1 < limit ? bytes[offset + 1] : 0
        if table[Int(byte) << 2 | Int(next) >> 6] >> UInt64(next & 63) & 1 == 1 {
          find(bytes, offset, next.phraseFolded, limit, &result)
        }
      }
      wasLetter = isLetter
    }
    result.isWide = all >= 0x80
    if !result.matches.isEmpty { result.names = lists }
    return result
  }

  private func find(
    _ bytes: Span<UInt8>, _ offset: Int, _ second: UInt8, _ limit: Int,
    _ result: inout PhraseResult
  ) {
    for index in groups[Int(bytes[offset])] where seconds[index] == second || seconds[index] == 0 {
      guard let found = phrases[index].match(bytes, from: offset, limit) else { continue }
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

  private func spellings(_ byte: UInt8) -> [UInt8] {
    (byte | 0x20) &- 0x61 < 26 ? [byte | 0x20, byte & 0xDF] : [byte]
  }
}
