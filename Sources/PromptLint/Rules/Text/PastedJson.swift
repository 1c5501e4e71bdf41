// MJ605: a JSON object where a prompt should stand.

internal import PromptCore

/// `{"prompt": "a cat", "ar": "16:9"}`: an API's request, whose braces make permutations.
struct PastedJson: Rule {
  let metadata = RuleMetadata(code: "MJ605", name: "pasted-json", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(tokens: TokenKindSet(.openBrace))

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let object = object(context) else { return }
    sink.report(
      metadata, at: object,
      "a JSON object; its text is drawn, and its braces and commas make several prompts",
      help: "write what is to be seen as plain text, and settings as parameters",
      fixes: fix(object, context).map { [$0] } ?? [])
  }

  /// The first object: `{`, a name in quotes, a colon. Without its `}` it goes on to the text's end.
  private func object(_ context: borrowing LintContext) -> ByteRange? {
    for token in context.prompt.tokens where token.kind == .openBrace {
      guard let colon = nameEnd(context, token.range.end) else { continue }
      let group = context.prompt.permutations.first { $0.range.start == token.range.start }
      let end = group?.range.end ?? context.prompt.text.end
      return ByteRange(token.range.start, max(end, colon))
    }
    return nil
  }

  /// The end of `"name":` behind white space.
  private func nameEnd(_ context: borrowing LintContext, _ offset: UInt32) -> UInt32? {
    guard let name = string(context, context.spaceEnd(after: offset)) else { return nil }
    let colon = context.spaceEnd(after: name.end + 1)
    guard name.count > 0, colon < context.prompt.range.end,
      context.source.bytes[Int(colon)] == UInt8(ascii: ":")
    else { return nil }
    return colon + 1
  }

  /// What stands between two quotes, of which the first is at `offset`.
  private func string(_ context: borrowing LintContext, _ offset: UInt32) -> ByteRange? {
    let bytes = context.source.bytes[..<Int(context.prompt.range.end)]
    guard Int(offset) < bytes.endIndex, bytes[Int(offset)] == UInt8(ascii: "\"") else { return nil }
    let rest = bytes[(Int(offset) + 1)...]
    return rest.firstIndex(of: UInt8(ascii: "\"")).map { ByteRange(rest.startIndex, $0) }
  }

  /// The text of the object's first field in its place, when that is its prompt and plain.
  private func fix(_ object: ByteRange, _ context: borrowing LintContext) -> FixIt? {
    let start = context.spaceEnd(after: object.start + 1)
    guard let name = string(context, start), Self.names.contains(context.text(name).lowercased()),
      let colon = nameEnd(context, object.start + 1),
      let value = string(context, context.spaceEnd(after: colon)), value.end < object.end,
      let text = context.exactText(value)
    else { return nil }
    guard !text.contains("\\"), text.contains(where: { !$0.isWhitespace }) else { return nil }
    return FixIt("write its prompt alone", .unsafe, [TextEdit(object, text)])
  }

  private static let names = ["prompt", "text"]
}
