// What it costs to look a pattern up by words: how often they stand in prompts without a match.

/// The price of keys; only its order matters.
package struct AnchorCost: Sendable {
  /// How common a word is: 1 for the most common, 0 for those that aren't in the table.
  let rank: @Sendable (ArraySlice<UInt8>) -> Int

  /// Prices by a table of one's own.
  package init(rank: @escaping @Sendable (ArraySlice<UInt8>) -> Int) { self.rank = rank }

  /// Prices by `CommonWords`.
  package static let common = AnchorCost { CommonWords.rank($0) }

  /// A price at which looking for a better key isn't worth the time.
  static let cheap = 400

  /// The price of any of these words; half where a match can only begin with the word, so that trying
  /// it is one short comparison instead of a search through the text.
  func cost(_ words: some Sequence<[UInt8]>, _ isStart: Bool) -> Int {
    let total = words.reduce(0) { $0 + cost(of: $1) }
    return isStart ? total / 2 : total
  }

  private func cost(of word: [UInt8]) -> Int {
    let rank = rank(word[...])
    if rank > 0 { return 1_000_000 / (rank + 10) }
    return switch word.count {
    case 1: 20_000
    case 2: 3_000
    case 3: 300
    case 4: 60
    default: 20
    }
  }
}
