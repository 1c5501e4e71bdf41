// MJ601: characters that nobody sees.

internal import PromptCore

/// Zero-width characters, bidi controls and control characters anywhere, odd spaces among the
/// parameters: they split words and names without showing it.
struct InvisibleCharacter: Rule {
  let metadata = RuleMetadata(
    code: "MJ601", name: "invisible-character", severity: .warning, fix: .safe)
  let interest = RuleInterest(tokens: TokenKindSet(.invisible, .control, .oddSpace))

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    let parameters = parameterStart(context)
    for token in context.prompt.tokens where !sink.isFull {
      switch token.kind {
      case .invisible: report("an invisible character", token.range, "", context, &sink)
      case .control:
        let text = replacement(token, context)
        report("a control character", token.range, text, context, &sink)
      case .oddSpace where token.range.start >= parameters:
        report("a space that is no plain space", token.range, " ", context, &sink)
      default: continue
      }
    }
  }

  /// Where the parameters begin, with the spaces before them; the prompt's end without any.
  private func parameterStart(_ context: borrowing LintContext) -> UInt32 {
    guard let first = context.prompt.parameters.first else { return context.prompt.range.end }
    var start = context.spaceStart(before: first.range.start)
    for token in context.prompt.tokens.reversed()
    where token.kind == .oddSpace && token.range.end == start {
      start = context.spaceStart(before: token.range.start)
    }
    return start
  }

  private func replacement(_ token: Token, _ context: borrowing LintContext) -> String {
    context.source.bytes[Int(token.range.start)] == 0x0D ? " " : ""
  }

  private func report(
    _ what: String, _ range: ByteRange, _ replacement: String, _ context: borrowing LintContext,
    _ sink: inout DiagnosticSink
  ) {
    let scalars = context.text(range).unicodeScalars.map {
      let digits = String($0.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    sink.report(
      metadata, at: range, "\(what), \(scalars.joined(separator: " "))",
      help: replacement.isEmpty ? "take it out" : "write a plain space",
      fixes: [
        FixIt(
          replacement.isEmpty ? "take it out" : "write a space", .safe,
          [TextEdit(range, replacement)])
      ])
  }
}
