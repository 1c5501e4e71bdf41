// MJ503: a signed link that has stopped working, or soon will.

internal import PromptCore
internal import PromptRules

/// `https://cdn.discordapp.com/…?ex=…`: the query says until when the host serves the image.
struct ExpiringLink: Rule {
  let metadata = RuleMetadata(code: "MJ503", name: "expiring-link", severity: .warning)
  let interest = RuleInterest(tokens: TokenKindSet(.url))

  /// How many days ahead an end is worth a remark.
  static let horizon = 7

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for link in context.links where link.isWeb && !link.query.isEmpty {
      guard let (end, place, confidence) = end(of: link, context) else { continue }
      let days = end.days(since: context.options.asOf)
      guard days <= Self.horizon else { continue }
      sink.report(
        metadata, at: place,
        days < 0
          ? "this link stopped working on \(end.text)" : "this link works until \(end.text)",
        severity: min(confidence.severity, days < 0 ? .warning : .information),
        help: "upload the image where its link stays")
    }
  }

  /// When a link stops working, and what says so; nil when nothing does.
  private func end(
    of link: Link, _ context: borrowing LintContext
  ) -> (Day, ByteRange, Confidence)? {
    let items = link.queryItems(in: context.source)
    func item(_ key: String) -> Link.QueryItem? {
      items.first { context.text($0.key).lowercased() == key }
    }
    for signature in context.rules.links.signatures
    where signature.hosts.isEmpty || context.isHost(of: link, of: signature.hosts) {
      guard let place = item(signature.expires)?.range,
        let end = signature.end({ key in item(key).map { context.text($0.value) } })
      else { continue }
      return (end, place, signature.provenance.confidence)
    }
    return nil
  }
}
