// A part of a text that stands for listed words.

internal import PromptCore

/// Disguised text and what it stands for.
struct Replacement {
  /// Where it stands in the folded text.
  let range: ByteRange
  /// What it stands for, as a range of `Replacements.letters`.
  let text: Range<Int>
  /// How it is disguised.
  let disguises: Disguises
  /// Whether that alone is a listed term, and no part of one.
  let isTerm: Bool
}

/// The disguised parts of a text; the memory is used again.
struct Replacements {
  private(set) var all: [Replacement] = []
  /// What they stand for, one behind the other.
  private(set) var letters: [UInt8] = []

  var isEmpty: Bool { all.isEmpty }

  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
  }

  mutating func append(
    _ range: ByteRange, _ text: some Collection<UInt8>, _ disguises: Disguises,
    isTerm: Bool = false
  ) {
    let start = letters.count
    letters += text
    all.append(
      Replacement(
        range: range, text: start..<letters.count, disguises: disguises, isTerm: isTerm))
  }

  /// Sorts by place and drops those that overlap an earlier one, the longer ones being first, and terms
  /// before parts of terms.
  mutating func settle() {
    all.sort {
      ($0.range.start, $1.range.end, $0.isTerm ? 0 : 1)
        < ($1.range.start, $0.range.end, $1.isTerm ? 0 : 1)
    }
    var end: UInt32 = 0
    all.removeAll { next in
      if next.range.start < end { return true }
      end = next.range.end
      return false
    }
  }
}
