// MJ506: links that are joined, wrapped in something, or followed by a comma.

internal import PromptCore
internal import PromptRules

/// `"https://example.com/a.png"`, `https://…/a.pnghttps://…/b.png`: the service splits at spaces, so
/// whatever touches a link becomes part of it.
struct MalformedLink: Rule {
  let metadata = RuleMetadata(
    code: "MJ506", name: "malformed-link", severity: .warning, fix: .safe)
  let interest = RuleInterest(tokens: TokenKindSet(.url))

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for link in context.links {
      let wrapping = LinkWrapping(link, context)
      let joints = LinkJoint.all(in: link, context)
      if !joints.isEmpty {
        reportJoined(link, joints, context, into: &sink)
      } else if wrapping.isNone {
        checkComma(link, context, into: &sink)
      } else {
        reportWrapped(link, wrapping, context, into: &sink)
      }
    }
  }

  private func reportJoined(
    _ link: Link, _ joints: [LinkJoint], _ context: borrowing LintContext,
    into sink: inout DiagnosticSink
  ) {
    let edits = joints.map { TextEdit($0.range, " ") }
    let isSafe = joints.allSatisfy { $0.isPlain || endsAsImage($0, link, context) }
    sink.report(
      metadata, at: link.address, "\(joints.count + 1) links without a space between them",
      help: "separate links by spaces",
      fixes: [FixIt("write spaces between them", isSafe ? .safe : .unsafe, edits)])
  }

  private func endsAsImage(
    _ joint: LinkJoint, _ link: Link, _ context: borrowing LintContext
  ) -> Bool {
    let before = context.text(ByteRange(link.address.start, joint.range.start)).lowercased()
    return context.rules.words("image-endings").contains { before.hasSuffix("." + $0) }
  }

  private func reportWrapped(
    _ link: Link, _ wrapping: LinkWrapping, _ context: borrowing LintContext,
    into sink: inout DiagnosticSink
  ) {
    let isInText = context.prompt.text.contains(link.range)
    let isSafe = !isInText || !wrapping.isForeign
    sink.report(
      metadata, at: wrapping.range, "what stands around the link may be read as part of it",
      severity: wrapping.isForeign ? (isInText ? .warning : .error) : .information,
      help: "write the bare link",
      fixes: [
        FixIt("write the bare link", isSafe ? .safe : .unsafe, unwrapped(link, wrapping, context))
      ])
  }

  /// Nothing in place of what is around the link, or a space where text would touch it; between two
  /// such links it is the first one's.
  private func unwrapped(
    _ link: Link, _ wrapping: LinkWrapping, _ context: borrowing LintContext
  ) -> [TextEdit] {
    let (outer, inner) = (wrapping.range, link.address)
    let isStart =
      context.spaceStart(before: outer.start) < outer.start
      || outer.start == context.prompt.range.start
      || context.links.contains {
        $0.range.end == outer.start && !LinkWrapping($0, context).isNone
      }
    let before = TextEdit(ByteRange(outer.start, inner.start), isStart ? "" : " ")
    let after = TextEdit(
      ByteRange(inner.end, outer.end), isEnd(outer.end, context) ? "" : " ")
    return [before, after].filter { !$0.range.isEmpty }
  }

  /// Whether a link ends at `offset` by what stands there: white space, a weight, a comma before a
  /// space, or nothing.
  private func isEnd(_ offset: UInt32, _ context: borrowing LintContext) -> Bool {
    let rest = context.source.bytes[Int(offset)..<Int(context.prompt.range.end)].prefix(2)
    guard let first = rest.first else { return true }
    if rest.elementsEqual("::".utf8) { return true }
    return first <= 0x20 || first == UInt8(ascii: ",") && (rest.last ?? 0) <= 0x20
  }
}

// MARK: Commas

extension MalformedLink {
  private static let commas = [",", "，", "、"].map { Array($0.utf8) }

  private func checkComma(
    _ link: Link, _ context: borrowing LintContext, into sink: inout DiagnosticSink
  ) {
    let rest = context.source.bytes[Int(link.range.end)..<Int(context.prompt.range.end)]
    guard let mark = Self.commas.first(where: { rest.starts(with: $0) }), isInFront(link, context)
    else { return }
    let comma = ByteRange(rest.startIndex, rest.startIndex + mark.count)
    sink.report(
      metadata, at: comma, "a comma stands behind the link", severity: .information,
      help: "separate links and text by spaces",
      fixes: [
        FixIt("take it out", .safe, [TextEdit(comma, isEnd(comma.end, context) ? "" : " ")])
      ])
  }

  /// Whether a link stands in front of the text; commas in prose and in groups are fine, and those
  /// among values are for `stray-punctuation` to say.
  private func isInFront(_ link: Link, _ context: borrowing LintContext) -> Bool {
    let images = context.prompt.images
    let next = images.partitionPoint { $0.range.start >= link.range.start }
    return next < images.count && images[next].range == link.range && images[next].isLeading
  }
}

/// A place within a link where another one begins.
struct LinkJoint {
  /// What stands between the two; empty when nothing does.
  let range: ByteRange
  /// Whether that can be nothing but a separator.
  var isPlain: Bool { !range.isEmpty }

  /// The joints of a link. A link in a path or a query, as in `?url=https://…`, is none.
  static func all(in link: Link, _ context: borrowing LintContext) -> [LinkJoint] {
    guard link.isWeb else { return [] }
    let rest = context.source.bytes[Int(link.schemeRange.end) + 1..<Int(link.address.end)]
    return rest.indices.compactMap { colon in
      guard rest[colon] == UInt8(ascii: ":"), rest[colon...].starts(with: "://".utf8) else {
        return nil
      }
      return schemeStart(rest[..<colon]).flatMap { separator(rest[..<$0]) }.map(LinkJoint.init)
    }
  }

  /// Where the `http` or `https` begins that ends the bytes; nil without one.
  private static func schemeStart(_ bytes: ArraySlice<UInt8>) -> Int? {
    let end = String(decoding: bytes.suffix(5), as: UTF8.self).lowercased()
    if end == "https" { return bytes.endIndex - 5 }
    return end.hasSuffix("http") ? bytes.endIndex - 4 : nil
  }

  /// What separates the second link from what stands before it; nil when it is part of the first.
  private static func separator(_ before: ArraySlice<UInt8>) -> ByteRange? {
    guard let last = before.last else { return nil }
    if ",;|".utf8.contains(last) { return ByteRange(before.endIndex - 1, before.endIndex) }
    let isWord = (last | 0x20) &- 0x61 < 26 || last &- 0x30 < 10
    return isWord ? ByteRange(before.endIndex, before.endIndex) : nil
  }
}
