// A match, and which matches lie within others.

internal import PromptCore
internal import PromptRules

/// A match in a view.
struct Found {
  /// The number of the term in the list.
  let term: Int
  /// How heavy the term is.
  let weight: UInt8
  /// What it needs beside it, or nil.
  let need: ContextNeed?
  /// The range of the folded text, with the word that it needs.
  var range: ByteRange
  var disguises: Disguises
  /// What stands between it and the word that it needs; nil without one.
  private(set) var gap: ByteRange?

  init(term: Int, weight: UInt8, need: ContextNeed?, range: ByteRange) {
    (self.term, self.weight, self.need, self.range) = (term, weight, need, range)
    disguises = []
  }

  /// Takes in the word that it needs.
  mutating func join(_ word: ContextWord) {
    gap = ByteRange(min(range.end, word.range.end), max(range.start, word.range.start))
    range = ByteRange(min(range.start, word.range.start), max(range.end, word.range.end))
    disguises.formUnion(word.disguises)
  }
}

/// How far the findings reach that begin no later than the next one.
struct Reach {
  /// The farthest end of those that are at least as heavy as each weight.
  private var ends = [UInt32](repeating: 0, count: TermWeight.allCases.count)

  /// Takes another finding in; false when it lies within one that is as heavy.
  mutating func extend(to next: Found) -> Bool {
    let weight = min(Int(next.weight), ends.count - 1)
    if ends[weight] >= next.range.end { return false }
    for index in 0...weight { ends[index] = max(ends[index], next.range.end) }
    return true
  }
}
