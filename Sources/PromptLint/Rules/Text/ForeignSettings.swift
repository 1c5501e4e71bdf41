// Which settings of another tool belong together: `Steps: 20, Sampler: Euler a, Version: v1.6`.

internal import PromptCore
internal import PromptScan

enum ForeignSettings {
  /// The runs of settings: those with nothing but other `name: value` items between them. Items of
  /// that form which follow three known ones belong to them too.
  static func groups(_ matches: [PhraseMatch], _ context: borrowing LintContext) -> [ByteRange] {
    var groups: [(range: ByteRange, count: Int)] = []
    for match in matches {
      let end = context.itemEnd(after: match.range.end)
      if let last = groups.last, match.range.start < last.range.end { continue }
      if let last = groups.last, isBridged(last.range.end, match.range.start, context) {
        groups[groups.count - 1] = (ByteRange(last.range.start, end), last.count + 1)
      } else {
        groups.append((ByteRange(match.range.start, end), 1))
      }
    }
    return groups.map { $0.count < 3 ? $0.range : extended($0.range, context) }
  }

  /// Whether only items with a colon stand between two offsets.
  private static func isBridged(
    _ start: UInt32, _ end: UInt32, _ context: borrowing LintContext
  ) -> Bool {
    context.text(ByteRange(start, end)).split { $0 == "," || $0.isNewline }
      .allSatisfy { $0.contains(":") || $0.allSatisfy(\.isWhitespace) }
  }

  private static func extended(_ range: ByteRange, _ context: borrowing LintContext) -> ByteRange {
    var end = range.end
    while context.source.bytes[Int(end)...].first == UInt8(ascii: ",") {
      let next = context.itemEnd(after: end + 1)
      guard next <= context.prompt.text.end, context.text(ByteRange(end, next)).contains(":") else {
        break
      }
      end = next
    }
    return ByteRange(range.start, end)
  }
}
