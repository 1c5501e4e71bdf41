// How common words are in prompts and in English, for choosing keys.

/// The most common words, most common first; statistics and no judgement.
package enum CommonWords {
  /// Words sorted by their bytes, with their ranks.
  private static let table: [(word: UInt128, rank: Int)] =
    commonWords.split { $0 == " " || $0 == "\n" }.enumerated()
    .map { (packed($1.utf8), $0 + 1) }.sorted { $0.word < $1.word }

  /// The rank of a word in lower case: 1 for the most common, 0 for one that isn't among them.
  package static func rank(_ word: ArraySlice<UInt8>) -> Int {
    word.count <= 16 ? rank(packed(word)) : 0
  }

  /// The rank of a word in lower case: 1 for the most common, 0 for one that isn't among them.
  package static func rank(_ word: borrowing Span<UInt8>) -> Int {
    guard word.count <= 16 else { return 0 }
    var bytes: UInt128 = 0
    for index in word.indices { bytes = bytes << 8 | UInt128(word[index]) }
    return rank(bytes)
  }

  private static func packed(_ word: some Sequence<UInt8>) -> UInt128 {
    word.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static func rank(_ word: UInt128) -> Int {
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if table[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low].word == word ? table[low].rank : 0
  }
}
