// What people put around a link: quotes, brackets, Markdown, and `<…>`.

internal import PromptCore

/// What stands around a link and does not belong there.
struct LinkWrapping {
  /// The link with all that is around it.
  private(set) var range: ByteRange
  /// Whether Markdown, quotes or brackets are around it, or only one of `<` and `>`.
  private(set) var isForeign = false
  /// Whether it stands in `<…>`, though it is not the service's own.
  private(set) var isBracketed = false

  /// Whether nothing is around the link.
  var isNone: Bool { !isForeign && !isBracketed }

  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    ("\"", "\""), ("'", "'"), ("`", "`"), ("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// How far back a label of Markdown is looked for.
  private static let maximumLabel = 200

  init(_ link: Link, _ context: borrowing LintContext) {
    range = link.range
    if link.isBracketed {
      let isClosed = link.range.count == link.address.count + 2
      isForeign = !isClosed
      isBracketed = isClosed && !context.isHost(of: link, in: "service-hosts")
    }
    let bounds = context.prompt.range
    while let outer = outer(context.source.bytes[bounds.indices]) {
      range = outer
      isForeign = true
    }
  }

  /// The next pair around the range; a link that is itself the label of Markdown has none.
  private func outer(_ bytes: ArraySlice<UInt8>) -> ByteRange? {
    let before = bytes[..<Int(range.start)]
    let after = bytes[Int(range.end)...]
    if after.starts(with: "](".utf8) { return nil }
    if before.hasSuffix("]("), after.first == UInt8(ascii: ")"), let label = label(before) {
      return ByteRange(label, UInt32(after.startIndex) + 1)
    }
    for pair in Self.pairs where before.hasSuffix(pair.open) && after.starts(with: pair.close) {
      return ByteRange(
        before.endIndex - pair.open.count, after.startIndex + pair.close.count)
    }
    return nil
  }

  /// Where the label of Markdown before `](` begins, with the `!` of an image.
  private func label(_ before: ArraySlice<UInt8>) -> UInt32? {
    var depth = 1
    let window = before.suffix(Self.maximumLabel).dropLast(2)
    let start = window.lastIndex { byte in
      if byte == UInt8(ascii: "]") { depth += 1 }
      if byte == UInt8(ascii: "[") { depth -= 1 }
      return depth == 0
    }
    guard let open = start else { return nil }
    let isImage = open > before.startIndex && before[open - 1] == UInt8(ascii: "!")
    return UInt32(isImage ? open - 1 : open)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    hasSuffix(Array(text.description.utf8))
  }

  fileprivate func hasSuffix(_ bytes: [UInt8]) -> Bool { suffix(bytes.count).elementsEqual(bytes) }
}
