// MJ501: a link that is not fetched over TLS.

internal import PromptCore

/// `http://example.com/a.png`: image hosts expect `https`.
struct InsecureLink: Rule {
  let metadata = RuleMetadata(
    code: "MJ501", name: "insecure-link", severity: .warning, fix: .unsafe)
  let interest = RuleInterest(tokens: TokenKindSet(.url))

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for link in context.links where link.scheme == .http && !context.isPrivate(link) {
      let isPlain = link.port == nil && !isAddress(link.host, context)
      let edit = TextEdit(link.schemeRange, Link.Scheme.https.rawValue)
      sink.report(
        metadata, at: link.schemeRange, "the link begins with `http:`, and hosts expect `https:`",
        help: "write `https:` if the host answers there",
        fixes: isPlain ? [FixIt("write `https`", .unsafe, [edit])] : [])
    }
  }

  /// Whether a host is a number and has no certificate.
  private func isAddress(_ host: ByteRange, _ context: borrowing LintContext) -> Bool {
    let host = context.text(host).utf8
    return host.first == UInt8(ascii: "[") || host.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
  }
}
