// The items of a prompt's text: what stands between commas, and how one is taken out.

internal import PromptCore

extension LintContext {
  /// Where the item of the text ends that `offset` lies in: before the next comma or line end, without
  /// white space.
  func itemEnd(after offset: UInt32) -> UInt32 {
    var end = offset
    while end < prompt.text.end, !Self.itemEnds.contains(source.bytes[Int(end)]) { end += 1 }
    return max(offset, spaceStart(before: end))
  }

  /// Where the name in the text ends that begins at `offset`: before white space or a comma.
  func nameEnd(after offset: UInt32) -> UInt32 {
    var end = offset
    while end < prompt.text.end, !isSpace(source.bytes[Int(end)]),
      source.bytes[Int(end)] != UInt8(ascii: ",")
    { end += 1 }
    return end
  }

  /// Where the commas, full stops and white space before `offset` begin.
  func separatorStart(before offset: UInt32) -> UInt32 {
    var start = offset
    while start > prompt.text.start, isSeparator(source.bytes[Int(start) - 1]) { start -= 1 }
    return start
  }

  /// What goes when a range is taken out: the range with the comma before it, at the text's start
  /// with the one behind it, and without commas the white space before it.
  func item(around range: ByteRange) -> ByteRange {
    let before = spaceStart(before: range.start)
    let behind = min(spaceEnd(after: range.end), prompt.text.end)
    let isFirst = before <= prompt.text.start
    let isEnd = behind == prompt.text.end || source.bytes[Int(behind)] == UInt8(ascii: ",")
    if isEnd, before > prompt.text.start, source.bytes[Int(before) - 1] == UInt8(ascii: ",") {
      return ByteRange(before - 1, range.end)
    }
    if behind < prompt.text.end, isEnd, !isFirst { return ByteRange(before, range.end) }
    if isEnd, isFirst {
      return ByteRange(range.start, min(spaceEnd(after: behind + 1), prompt.text.end))
    }
    return isFirst ? ByteRange(range.start, behind) : ByteRange(before, range.end)
  }

  /// A range for messages, in backquotes and cut after 40 characters.
  func quoted(_ range: ByteRange) -> String {
    let text = text(range)
    return text.count > 40 ? "`\(text.prefix(39))…`" : "`\(text)`"
  }

  /// Whether a range lies within a `{…}` group or has one.
  func isPermuted(around range: ByteRange) -> Bool {
    prompt.permutations.contains { $0.range.overlaps(range) }
  }

  private func isSeparator(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 0x2C || byte == 0x2E }

  private static let itemEnds = Array(",\n\r".utf8)
}
