// MJ504: a link whose path does not end as an image's does.

internal import PromptCore
internal import PromptRules

/// `https://example.com/photos/12`: the service documents links that end in `.png` and the like.
struct LinkWithoutExtension: Rule {
  let metadata = RuleMetadata(code: "MJ504", name: "link-without-extension", severity: .warning)
  let interest = RuleInterest(tokens: TokenKindSet(.url))

  private static let list = "image-endings"

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    guard let list = context.rules.words.first(where: { $0.name == Self.list }) else { return }
    for link in context.links where isMeant(link, context) {
      let path = context.text(link.path).lowercased()
      guard !list.words.contains(where: { ends(path, in: $0) }) else { continue }
      let query = context.text(link.query).lowercased()
      let isNamed = list.words.contains { query.contains($0) }
      let severity = list.provenance.confidence.severity
      sink.report(
        metadata, at: link.address, "this link may lead to a page and not to an image",
        severity: isNamed ? min(severity, .information) : severity,
        help: "use the link of the image itself, which ends in \(spelled(list.words))")
    }
  }

  private func isMeant(_ link: Link, _ context: borrowing LintContext) -> Bool {
    link.isWeb && !context.isPrivate(link)
      && !context.isHost(of: link, in: "hosts-without-endings")
  }

  /// Whether the last part of a path has an ending, as in `a.png` and `a.png:large`.
  private func ends(_ path: String, in ending: String) -> Bool {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    return name.indices.contains { index in
      guard name[index] == UInt8(ascii: ".") else { return false }
      let rest = name[index...].dropFirst()
      return rest.starts(with: ending.utf8)
        && rest.dropFirst(ending.utf8.count).first.map { !isWordByte($0) } ?? true
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private func spelled(_ endings: [String]) -> String {
    endings.map { "`.\($0)`" }.joined(separator: ", ")
  }
}
