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

  /// Other readings of the same places, in order.
  private var others: [Replacement] = []

  var isEmpty: Bool { all.isEmpty }

  mutating func removeAll() {
    all.clear()
    others.clear()
    letters.clear()
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

  /// Sorts by place and drops those that overlap an earlier one: the longer ones are first, terms before
  /// parts of terms, long words before short ones. Of what else the same place may stand for is kept
  /// for `takeOthers`.
  mutating func settle() {
    if all.count < 2 { return }
    all.sort {
      ($0.range.start, $1.range.end, $0.isTerm ? 0 : 1, $1.text.count)
        < ($1.range.start, $0.range.end, $1.isTerm ? 0 : 1, $0.text.count)
    }
    var kept: [Replacement] = []
    for next in all {
      guard let known = kept.last, next.range.start < known.range.end else {
        kept.append(next)
        continue
      }
      let other = others.last.flatMap { $0.range == next.range ? $0 : nil } ?? known
      if next.range == known.range, letters[next.text] != letters[other.text] {
        others.append(next)
      }
    }
    all = kept
  }

  /// Takes for each place the next reading that it has, if any has one.
  mutating func takeOthers() -> Bool {
    var (rest, index, taken) = ([Replacement](), 0, -1)
    for next in others {
      while all[index].range.start < next.range.start { index += 1 }
      if index == taken {
        rest.append(next)
      } else {
        (all[index], taken) = (next, index)
      }
    }
    others = rest
    return taken >= 0
  }
}
