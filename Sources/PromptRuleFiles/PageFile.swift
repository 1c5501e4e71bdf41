// rules/lint/<group>/<name>.md → a page: front matter between `---` lines, then Markdown.

public import PromptCore
internal import PromptRules
internal import YAML

/// What the front matter of a page says.
public struct PageHeader: Hashable, Sendable {
  /// What it says of the check, which the check says of itself.
  public let metadata: RuleMetadata
  /// The target that the page's prompts are judged for, or nil for the usual one.
  public let target: String?
  /// The plan that pays for them, or nil for none.
  public let plan: String?
}

/// Reads the pages of the checks.
public enum PageFile {
  /// The front matter of a page.
  public static func header(_ path: String) throws(RuleFileError) -> PageHeader {
    try read(try YAMLFile.bytes(path), path: path).header
  }

  static func read(_ path: String) throws(RuleFileError) -> RulePage {
    try page(try YAMLFile.bytes(path), path: path)
  }

  static func page(_ bytes: [UInt8], path: String) throws(RuleFileError) -> RulePage {
    let (header, body) = try read(bytes, path: path)
    return RulePage(code: header.metadata.code, name: header.metadata.name, body: body)
  }

  private static func read(
    _ bytes: [UInt8], path: String
  ) throws(RuleFileError) -> (header: PageHeader, body: String) {
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty else {
      throw RuleFileError(
        path: path, mark: nil, message: "a page begins with front matter between `---` lines")
    }
    guard let node = try YAMLFile.optionalNode(Array("\n\(parts[1])".utf8), path) else {
      throw RuleFileError(path: path, mark: nil, message: "the front matter is empty")
    }
    let body = String(parts[2].drop { $0 == "\n" })
    let keys = ["code", "name", "severity", "fix", "target", "plan"]
    let entry = try FieldReader(node, path: path, keys: keys)
    let header = PageHeader(
      metadata: try metadata(entry), target: try entry.optionalString("target"),
      plan: try entry.optionalString("plan"))
    return (header, body)
  }

  private static func metadata(_ entry: FieldReader) throws(RuleFileError) -> RuleMetadata {
    guard let severity = try entry.choice("severity", Severity.allCases.map { ($0.name, $0) })
    else { throw entry.error("severity", "the field `severity` is missing") }
    let fixes = Applicability.allCases.map { ($0.name, Optional($0)) } + [("none", nil)]
    guard let fix = try entry.choice("fix", fixes) else {
      throw entry.error("fix", "the field `fix` is missing")
    }
    return RuleMetadata(
      code: try entry.string("code"), name: try entry.string("name"), severity: severity, fix: fix)
  }
}
