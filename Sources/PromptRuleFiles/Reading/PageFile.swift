// rules/lint/<group>/<name>.md → a page: front matter between `---` lines, then Markdown.

public import PromptCore
public import PromptRules
internal import YAML

/// What the front matter of a page says.
public struct PageHeader: Hashable, Sendable {
  /// What it says of the check, which the check says of itself.
  public let metadata: RuleMetadata
  /// The target that the page's prompts are judged for, or nil for the usual one.
  public let target: String?
  /// The plan that pays for them, or nil for none.
  public let plan: String?
  /// A pattern that is added to the terms for them, or nil.
  public let pattern: String?

  /// The pattern as a list.
  public var terms: TermList { Self.terms(pattern) }

  /// A heavy pattern as a list; nil is an empty one.
  public static func terms(_ pattern: String?) -> TermList {
    let term = pattern.map {
      Term(
        name: "example", kind: .pattern, forms: [$0], category: "example", weight: .heavy,
        scopes: [.text, .no], reason: nil, replacement: nil, match: [], clean: [])
    }
    return TermList(terms: term.map { [$0] } ?? [])
  }
}

/// A page as text.
struct CheckPageText: Sendable {
  let header: PageHeader
  let page: RulePage
}

/// Reads the pages of the checks.
public enum PageFile {
  /// The front matter of a page.
  public static func header(_ path: String) throws(RuleFileError) -> PageHeader {
    try read(path).value.header
  }

  static func read(_ path: String) throws(RuleFileError) -> Located<CheckPageText> {
    try read(try YAMLFile.bytes(path), path: path)
  }

  static func read(
    _ bytes: [UInt8], path: String
  ) throws(RuleFileError) -> Located<CheckPageText> {
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty else {
      throw RuleFileError(
        path: path, mark: nil, message: "a page begins with front matter between `---` lines")
    }
    let node = try frontMatter(String(parts[1]), path)
    let entry = try FieldReader(node, path: path, keys: .page)
    let header = PageHeader(
      metadata: try metadata(entry), target: try entry.optionalString("target"),
      plan: try entry.optionalString("plan"), pattern: try entry.optionalString("pattern"))
    let page = RulePage(
      code: header.metadata.code, name: header.metadata.name,
      body: String(parts[2].drop { $0 == "\n" }))
    return Located(value: CheckPageText(header: header, page: page), path: path, node: node)
  }

  /// The front matter's fields; the line above keeps the file's line numbers.
  private static func frontMatter(
    _ text: String, _ path: String
  ) throws(RuleFileError) -> Node {
    let node: Node?
    do { node = try Node.parse(Array("\n\(text)".utf8)) } catch {
      throw RuleFileError(error, path: path)
    }
    if let node { return node }
    throw RuleFileError(path: path, mark: nil, message: "the front matter is empty")
  }

  static let severities = Severity.allCases.map { ($0.name, $0) }
  static let fixes = Applicability.allCases.map { ($0.name, Optional($0)) } + [("none", nil)]

  private static func metadata(_ entry: FieldReader) throws(RuleFileError) -> RuleMetadata {
    guard let severity = try entry.choice("severity", severities)
    else { throw entry.error("severity", "the field `severity` is missing") }
    guard let fix = try entry.choice("fix", fixes) else {
      throw entry.error("fix", "the field `fix` is missing")
    }
    return RuleMetadata(
      code: try entry.string("code"), name: try entry.string("name"), severity: severity, fix: fix)
  }
}
