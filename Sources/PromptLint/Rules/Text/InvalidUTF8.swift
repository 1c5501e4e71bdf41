// MJ602: bytes that aren't text.

internal import PromptCore

/// Bytes that are not UTF-8: no service can read them, and no scanner can vouch for them.
struct InvalidUTF8: Rule {
  let metadata = RuleMetadata(code: "MJ602", name: "invalid-utf8", severity: .error)
  let interest = RuleInterest(tokens: TokenKindSet(.invalid))

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for token in context.prompt.tokens where token.kind == .invalid {
      sink.report(
        metadata, at: token.range, "these bytes are not UTF-8",
        help: "save the file as UTF-8")
    }
  }
}
