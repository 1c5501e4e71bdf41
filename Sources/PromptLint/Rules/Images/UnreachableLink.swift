// MJ502: a link that the service can't fetch.

internal import PromptCore
internal import PromptRules

/// `blob:https://…`, `file:///home/…`, `http://localhost/…`: only the writer's machine knows the image.
struct UnreachableLink: Rule {
  let metadata = RuleMetadata(code: "MJ502", name: "unreachable-link", severity: .error)
  let interest = RuleInterest(tokens: TokenKindSet(.url))

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for link in context.links {
      guard let obstacle = obstacle(link, context) else { continue }
      sink.report(
        metadata, at: link.range, "the service can't fetch this link: \(obstacle.reason)",
        severity: obstacle.provenance.confidence.severity,
        help: "upload the image, and use the link that it has then")
    }
  }

  private func obstacle(_ link: Link, _ context: borrowing LintContext) -> LinkObstacle? {
    let name = context.isPrivate(link) ? LinkObstacle.privateHost : link.scheme.rawValue
    return context.rules.links.unreachable.first { $0.link == name }
  }
}
