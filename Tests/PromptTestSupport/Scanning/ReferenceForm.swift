// One spelling or pattern as the reference scanner looks for it: by a plain search of libpcre2.

internal import PCRE2
internal import PromptScan

/// A pattern and how it is searched for.
struct ReferenceForm {
  /// Where matches may stand.
  private enum Places {
    /// At every place where no word goes on at either end.
    case spelling
    /// At every place.
    case anywhere
    /// From left to right, none over another.
    case leftToRight
  }

  private let pattern: Pattern
  private let places: Places

  /// A word or phrase; nil when nothing is left of it.
  init?(spelling: String, gap: String = #"[ \t\n\r'-]"#) throws {
    var folded = FoldedText()
    Folding.fold(spelling.utf8.span, into: &folded)
    let scalars = String(decoding: folded.bytes, as: UTF8.self).unicodeScalars
    let words = scalars.split { scalar in
      scalar.isASCII && !("a"..."z" ~= scalar || "0"..."9" ~= scalar)
    }
    if words.isEmpty { return nil }
    pattern = try Pattern(words.map { String($0) }.joined(separator: gap + "{1,8}"))
    places = .spelling
  }

  /// A pattern of a list. One that begins with a certain word is tried wherever that word stands.
  init(pattern source: String) throws {
    pattern = try Pattern(source, options: .caseless)
    if case .words(_, isStart: true) = PatternOutline(source).anchor {
      places = .anywhere
    } else {
      places = .leftToRight
    }
  }

  /// Appends the ranges of the folded text that match; false when it took too many steps.
  func appendRanges(
    in text: ReferenceText, _ scratch: inout MatchScratch, to ranges: inout [Range<Int>]
  ) -> Bool {
    do {
      try search(text, &scratch, &ranges)
      return true
    } catch {
      return false
    }
  }

  private func search(
    _ text: ReferenceText, _ scratch: inout MatchScratch, _ ranges: inout [Range<Int>]
  ) throws(MatchError) {
    var offset = 0
    scratch.beginScan()
    while offset <= text.bytes.count,
      let range = try pattern.firstMatch(in: text.bytes.span, from: offset, scratch: &scratch)
    {
      let isWhole = text.isEdge(range.lowerBound) && text.isEdge(range.upperBound)
      if places != .spelling || isWhole { ranges.append(range) }
      if places == .leftToRight, range.isEmpty { break }
      offset = places == .leftToRight ? range.upperBound : text.next(range.lowerBound)
    }
  }
}
