// What a pass over a prompt finds of word lists.

public import PromptCore

/// A phrase that was found.
public struct PhraseMatch: Hashable, Sendable {
  /// Its list, as an index of `PhraseResult.names`.
  public let list: Int
  /// Its place in the list.
  public let word: Int
  /// The bytes that matched.
  public let range: ByteRange
  /// What the `*` of its entry stands for, where there is exactly one.
  public let captured: ByteRange?
}

/// What a pass over a prompt found.
public struct PhraseResult: Hashable, Sendable {
  /// The names of all lists that were looked for.
  public internal(set) var names: [String] = []
  /// The matches, by place; those of one list don't overlap.
  public internal(set) var matches: [PhraseMatch] = []
  /// The lists that something was found of, a bit for each.
  public internal(set) var lists: UInt64 = 0
  /// Whether there are bytes beyond ASCII.
  public internal(set) var isWide = false

  /// A result without findings.
  public init() {}

  /// The matches of one list.
  public func matches(of name: String) -> [PhraseMatch] {
    let list = names.firstIndex(of: name)
    return matches.filter { $0.list == list }
  }

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
