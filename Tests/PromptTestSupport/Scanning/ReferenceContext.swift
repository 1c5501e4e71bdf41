// What a term needs near it, as the reference scanner looks for it: every word is held against every match.

internal import PCRE2
internal import PromptRules

/// The words near which a term counts.
struct ReferenceContext {
  private let words: [ReferenceForm]
  private let within: Int

  /// The context of a term; nil for a term that counts anywhere.
  init?(_ context: Term.Context?) throws {
    guard let context else { return nil }
    words = try context.words.compactMap { try ReferenceForm(spelling: $0) }
    within = context.within
  }

  /// Where its words stand, but for those in innocent text.
  func places(
    in text: ReferenceText, _ scratch: inout MatchScratch, without innocent: [Range<Int>]
  ) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for word in words { _ = word.appendRanges(in: text, &scratch, to: &places) }
    return places.filter { place in
      !innocent.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
    }
  }

  /// A match with the nearest of those places; nil where none is near enough.
  func joined(_ match: Range<Int>, _ places: [Range<Int>], in text: ReferenceText) -> Range<Int>? {
    var best: (distance: Int, isBehind: Int, bytes: Int, length: Int, range: Range<Int>)?
    for place in places {
      let isBehind = place.lowerBound >= match.upperBound
      guard isBehind || place.upperBound <= match.lowerBound else { continue }
      let gap =
        isBehind
        ? match.upperBound..<place.lowerBound : place.upperBound..<match.lowerBound
      guard let distance = text.wordCount(in: gap), distance <= within else { continue }
      let range =
        min(match.lowerBound, place.lowerBound)..<max(match.upperBound, place.upperBound)
      let next = (distance, isBehind ? 1 : 0, gap.count, place.count, range)
      guard let known = best else {
        best = next
        continue
      }
      let keys = ((next.0, next.1, next.2, next.3), (known.0, known.1, known.2, known.3))
      if keys.0 < keys.1 { best = next }
    }
    return best?.range
  }
}

extension ReferenceText {
  /// How many words begin in a part of the text; nil where a sentence ends there.
  func wordCount(in gap: Range<Int>) -> Int? {
    var count = 0
    for offset in gap {
      let isLast = offset + 1 == bytes.count || " \t\n\r".utf8.contains(bytes[offset + 1])
      let endsThere = isLast || offset > 0 && isUnsegmented(offset - 1)
      if ".!?;".utf8.contains(bytes[offset]), endsThere { return nil }
      let isScalar = bytes[offset] & 0xC0 != 0x80
      if isUnsegmented(offset) ? isScalar : isFirst(offset) { count += 1 }
    }
    return count
  }
}
