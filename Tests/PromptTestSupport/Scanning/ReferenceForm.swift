// One spelling or pattern as the reference scanner looks for it: by a plain search of libpcre2.

internal import PCRE2
internal import PromptScan

/// A pattern and how it is searched for.
struct ReferenceForm {
  /// Where matches may stand.
  private enum Search {
    /// At every place where no word goes on at either end.
    case spelling
    /// At every place.
    case anywhere
    /// From left to right, none over another.
    case leftToRight
  }

  private let pattern: Pattern
  private let search: Search

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
    search = .spelling
  }

  /// A pattern of a list. One that begins with a certain word is tried wherever that word stands.
  init(pattern source: String) throws {
    pattern = try Pattern(source, options: .caseless)
    if case .words(_, isStart: true) = PatternOutline(source).anchor {
      search = .anywhere
    } else {
      search = .leftToRight
    }
  }

  /// The ranges of the folded text that match.
  func ranges(
    in text: ReferenceText, _ scratch: inout MatchScratch
  ) throws(MatchError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = 0
    scratch.beginScan()
    while offset <= text.bytes.count,
      let range = try pattern.firstMatch(in: text.bytes.span, from: offset, scratch: &scratch)
    {
      let isWhole = text.isEdge(range.lowerBound) && text.isEdge(range.upperBound)
      if search != .spelling || isWhole { ranges.append(range) }
      if search == .leftToRight, range.isEmpty { break }
      offset = search == .leftToRight ? range.upperBound : text.next(range.lowerBound)
    }
    return ranges
  }
}
