// rules/links.yaml → what is known of links.

internal import PromptCore
internal import PromptRules
internal import YAML

enum LinkFile {
  static let kinds = Link.Scheme.allCases.map(\.rawValue) + [LinkObstacle.privateHost]
  static let forms = LinkSignature.Form.allCases.map { ("\($0)", $0) }

  static func read(
    _ file: FieldReader, into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    entries.obstacles = try file.entries("unreachable", &log) { node throws(RuleFileError) in
      try obstacle(try FieldReader(node, path: file.path, keys: .obstacle))
    }
    entries.signatures = try file.entries("signed", &log) { node throws(RuleFileError) in
      try signature(try FieldReader(node, path: file.path, keys: .signature))
    }
  }

  private static func obstacle(_ entry: FieldReader) throws(RuleFileError) -> LinkObstacle {
    LinkObstacle(
      link: try entry.string("link"), reason: try entry.string("reason"),
      provenance: try entry.provenance(nil))
  }

  private static func signature(_ entry: FieldReader) throws(RuleFileError) -> LinkSignature {
    let signature = LinkSignature(
      name: try entry.string("name"), hosts: try entry.strings("hosts"),
      expires: try entry.string("expires"), form: try entry.choice("form", forms) ?? .seconds,
      issued: try entry.optionalString("issued"), beside: try entry.strings("beside"),
      provenance: try entry.provenance(nil))
    for key in [signature.expires] + (signature.issued.map { [$0] } ?? []) + signature.beside
    where key != key.lowercased() {
      throw entry.error("expires", "keys stand in lower case, not as `\(key)`")
    }
    return signature
  }
}
