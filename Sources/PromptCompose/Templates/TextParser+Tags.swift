// What stands between `{{` and `}}`.

extension TextParser {
  /// A tag as it is written.
  struct Tag {
    let words: String
    let place: TemplatePlace
    /// The offset of what stands between the braces.
    let range: Range<Int>
    /// How many tags were opened before those within it.
    let tagCount: Int
    /// The first word.
    var keyword: Substring { words.prefix { $0 != " " && $0 != ":" && $0 != "|" } }
    /// What follows the first word.
    var rest: String {
      Self.trimmed(words.dropFirst(keyword.count))
    }

    static func trimmed(_ text: some StringProtocol) -> String {
      let start = text.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Steps over a tag with all tags within it.
  mutating func tag() throws(TemplateError) -> Tag {
    let place = tagCount < text.tags.count ? text.tags[tagCount] : text.place
    let (start, count) = (offset + 2, tagCount + 1)
    var open = 0
    while offset < bytes.count {
      if isAt("{{") {
        (open, offset, tagCount) = (open + 1, offset + 2, tagCount + 1)
      } else if isAt("}}") {
        (open, offset) = (open - 1, offset + 2)
        if open == 0 { return tag(start..<(offset - 2), place, count) }
      } else {
        offset += 1
      }
    }
    throw TemplateError(
      place, "`{{` has no `}}`; a group within a group is written with a space: `{ {a, b}, c}`")
  }

  private func tag(_ range: Range<Int>, _ place: TemplatePlace, _ count: Int) -> Tag {
    let words = Tag.trimmed(String(decoding: bytes[range], as: UTF8.self))
    return Tag(words: words, place: place, range: range, tagCount: count)
  }

  /// What a tag stands for, blocks with all up to their end.
  mutating func node(_ tag: Tag) throws(TemplateError) -> [TextNode] {
    switch tag.keyword {
    case "if":
      let condition = try SlotCondition(tag.rest, at: tag.place)
      let (then, mark) = try block(tag, mayHaveElse: true)
      let other = mark.keyword == "else" ? try block(tag, mayHaveElse: false).0 : []
      return [.branch(condition, then, other)]
    case "optional" where tag.rest.isEmpty:
      return [.optional(try block(tag, mayHaveElse: false).0)]
    case "include" where !tag.rest.isEmpty:
      return try include(Self.unquoted(tag.rest), tag.place)
    case "any" where tag.words.contains(":"): return [.any(try any(tag))]
    case "number" where tag.rest.hasPrefix(":"):
      return [.number(try NumberDraw(String(tag.rest.dropFirst()), at: tag.place))]
    default:
      var slot = try SlotTag(tag.words, at: tag.place)
      slot.isGrouped = braces > 0
      return [.slot(slot)]
    }
  }

  private mutating func block(
    _ tag: Tag, mayHaveElse: Bool
  ) throws(TemplateError) -> ([TextNode], Tag) {
    let (nodes, end) = try nodes(until: .block)
    guard let end else {
      throw TemplateError(tag.place, "`{{\(tag.words)}}` has no `{{end}}`")
    }
    if end.keyword == "else", !mayHaveElse {
      throw TemplateError(end.place, "an `{{else}}` too many")
    }
    return (nodes, end)
  }

  static func unquoted(_ text: String) -> String {
    let isQuoted = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
    return isQuoted ? String(text.dropFirst().dropLast()) : text
  }
}

// MARK: Alternatives

extension TextParser {
  /// `any 2: 3:: red | blue`
  private func any(_ tag: Tag) throws(TemplateError) -> AnyTag {
    let colon = bytes[tag.range].firstIndex(of: UInt8(ascii: ":")) ?? tag.range.upperBound
    var any = AnyTag(place: tag.place, isGrouped: braces > 0)
    let head = String(decoding: bytes[tag.range.lowerBound..<colon], as: UTF8.self)
    let count = Tag.trimmed(Tag.trimmed(head).dropFirst(3))
    if !count.isEmpty { any.picks = try Self.picks(count, at: tag.place) }
    var tags = tag.tagCount
    for range in alternatives((colon + 1)..<tag.range.upperBound) {
      let inner = Self.openings(bytes[range])
      any.items.append(try alternative(range, tags: tags))
      tags += inner
    }
    if any.picks.upperBound > any.items.count {
      throw TemplateError(
        tag.place, "\(any.picks.upperBound) of \(any.items.count) alternatives can't be drawn")
    }
    return any
  }

  private static func openings(_ bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).ranges(of: "{{").count
  }

  /// The ranges between `|` that stand in no inner tag.
  private func alternatives(_ range: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, open) = (range.lowerBound, 0)
    var place = start
    while place < range.upperBound {
      if isAt("{{", place) || isAt("}}", place) {
        open += isAt("{{", place) ? 1 : -1
        place += 2
        continue
      }
      if open == 0, isAt("|", place) {
        ranges.append(start..<place)
        start = place + 1
      }
      place += 1
    }
    return ranges + [start..<range.upperBound]
  }

  private func alternative(
    _ range: Range<Int>, tags: Int
  ) throws(TemplateError) -> (nodes: [TextNode], weight: Double) {
    let written = Tag.trimmed(String(decoding: bytes[range], as: UTF8.self))
    let (weight, words) = WeightedText.split(written)
    var parser = TextParser(
      bytes: Array(words.utf8), text: text, expands: expands, include: include)
    (parser.tagCount, parser.depth) = (tags, depth + 1)
    let (nodes, end) = try parser.nodes(until: .text)
    if let end { throw TemplateError(end.place, "`{{\(end.words)}}` closes nothing here") }
    return (nodes, weight)
  }

  /// `2` or `1-3`.
  static func picks(
    _ text: String, at place: TemplatePlace
  ) throws(TemplateError) -> ClosedRange<Int> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard 1...2 ~= ends.count, let low = ends[0], let high = ends[ends.count - 1], low >= 1,
      high >= low, high <= SlotTag.maximumPicks
    else {
      throw TemplateError(
        place, "`\(text)` must be a number such as 2 or 1-3, at most \(SlotTag.maximumPicks)")
    }
    return low...high
  }
}
