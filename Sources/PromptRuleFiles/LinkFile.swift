// rules/links.yaml → LinkFacts.

internal import PromptCore
internal import PromptRules
internal import YAML

enum LinkFile {
  static func read(_ node: Node, path: String) throws(RuleFileError) -> LinkFacts {
    let file = try FieldReader(node, path: path, keys: ["unreachable", "signed"])
    var obstacles: [LinkObstacle] = []
    for node in try file.nodes("unreachable") { obstacles.append(try obstacle(node, path)) }
    var signatures: [LinkSignature] = []
    for node in try file.nodes("signed") { signatures.append(try signature(node, path)) }
    return LinkFacts(unreachable: obstacles, signatures: signatures)
  }

  private static func obstacle(_ node: Node, _ path: String) throws(RuleFileError) -> LinkObstacle {
    let entry = try FieldReader(
      node, path: path, keys: ["link", "reason"] + FieldReader.provenanceKeys)
    let names = Link.Scheme.allCases.map(\.rawValue) + [LinkObstacle.privateHost]
    guard let link = try entry.choice("link", names.map { ($0, $0) }) else {
      throw entry.error("link", "the field `link` is missing")
    }
    return LinkObstacle(
      link: link, reason: try entry.string("reason"), provenance: try entry.provenance(nil))
  }

  private static func signature(
    _ node: Node, _ path: String
  ) throws(RuleFileError) -> LinkSignature {
    let keys = ["name", "hosts", "expires", "form", "issued", "with"]
    let entry = try FieldReader(node, path: path, keys: keys + FieldReader.provenanceKeys)
    let forms = LinkSignature.Form.allCases.map { ("\($0)", $0) }
    let signature = LinkSignature(
      name: try entry.string("name"), hosts: try entry.strings("hosts"),
      expires: try entry.string("expires"), form: try entry.choice("form", forms) ?? .seconds,
      issued: try entry.optionalString("issued"), with: try entry.strings("with"),
      provenance: try entry.provenance(nil))
    for key in [signature.expires] + (signature.issued.map { [$0] } ?? []) + signature.with
    where key != key.lowercased() {
      throw entry.error("expires", "keys stand in lower case, not as `\(key)`")
    }
    return signature
  }
}
