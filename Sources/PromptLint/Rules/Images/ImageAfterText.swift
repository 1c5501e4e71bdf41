// MJ505: the link of an image behind text.

internal import PromptCore

/// `a fox https://example.com/a.png`: the service's pages want images first, though some of its own
/// examples have them last.
struct ImageAfterText: Rule {
  let metadata = RuleMetadata(
    code: "MJ505", name: "image-after-text", severity: .warning, fix: .safe)
  let interest = RuleInterest(.images)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let images = ImageOrder(context)
    guard let first = images.misplaced.first else { return }
    let count = images.misplaced.count
    sink.report(
      metadata, at: first.range,
      count == 1 ? "this link stands behind text" : "\(count) links stand behind text",
      help: "write the links of images first, then the text",
      notes: [DiagnosticNote("the service's pages contradict each other on this")],
      fixes: [images.fix(context)])
  }
}

/// Which links stand in front, and which stand behind text.
private struct ImageOrder {
  /// Where the links in front end; nil when there are none.
  private(set) var frontEnd: UInt32?
  /// The links behind text, in order.
  private(set) var misplaced: [ImageReference] = []

  /// The order of a prompt's links; a prompt with a link that is wrapped in something is left alone
  /// until that is mended.
  init(_ context: borrowing LintContext) {
    let images = context.prompt.images
    if images.allSatisfy(\.isLeading) { return }
    if context.links.contains(where: { !LinkWrapping($0, context).isNone }) { return }
    var next = context.prompt.text.start
    for image in images {
      if misplaced.isEmpty, Self.isBlank(ByteRange(next, image.range.start), context) {
        frontEnd = image.extent.end
      } else {
        misplaced.append(image)
      }
      next = image.extent.end
    }
  }

  /// Whether nothing but white space and commas stands in a range.
  private static func isBlank(_ range: ByteRange, _ context: borrowing LintContext) -> Bool {
    context.source.bytes[range.indices].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
  }
}

// MARK: The fix

extension ImageOrder {
  /// The links moved to the front. Safe when they stand at the end of one text.
  func fix(_ context: borrowing LintContext) -> FixIt {
    let links = misplaced.map { context.text($0.extent) }.joined(separator: " ")
    let place = ByteRange(at: frontEnd ?? context.prompt.text.start)
    let insertion = TextEdit(place, frontEnd == nil ? links + " " : " " + links)
    let isTail = isTail(context)
    let removals =
      isTail
      ? [ByteRange(tailStart(context), context.prompt.text.end)]
      : misplaced.map {
        ByteRange(context.spaceStart(before: $0.range.start), $0.extent.end)
      }
    let isSafe = isTail && !context.prompt.isMultiPrompt
    return FixIt(
      "move it to the front", isSafe ? .safe : .unsafe,
      [insertion] + removals.map { TextEdit($0, "") })
  }

  /// Whether only links stand between the first of them and the end of the text.
  private func isTail(_ context: borrowing LintContext) -> Bool {
    let text = context.prompt.text
    guard let first = misplaced.first, tailStart(context) < first.range.start else { return false }
    let ends = misplaced.map(\.extent.end)
    let starts = misplaced.dropFirst().map(\.range.start) + [text.end]
    return zip(ends, starts).allSatisfy { Self.isBlank(ByteRange($0, $1), context) }
  }

  /// Where the white space and the comma before the first of them begin.
  private func tailStart(_ context: borrowing LintContext) -> UInt32 {
    guard let first = misplaced.first else { return context.prompt.text.end }
    let before = context.source.bytes[..<Int(first.range.start)]
    let last = before.lastIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") }
    return UInt32(last.map { $0 + 1 } ?? before.startIndex)
  }
}
