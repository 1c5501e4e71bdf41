// mjprompt.yaml: an author's choices, and where they are found.

public import PromptCore
internal import PromptFiles
internal import PromptLint
public import PromptRules
internal import YAML

/// The choices of an `mjprompt.yaml`; what it leaves out is nil or empty.
public struct Configuration: Hashable, Sendable {
  /// Selectors of the checks to run, or nil for all.
  public var select: [String]?
  /// Selectors of the checks to leave out.
  public var ignore: [String] = []
  /// Severities in place of the usual ones, in the order of the file.
  public var severities: [SeverityChoice] = []
  /// The model of prompts that name none, as an index of the catalogue.
  public var model: Int?
  /// The name of the target.
  public var target: String?
  /// The name of the plan that pays.
  public var plan: String?

  /// One line of `severity:`.
  public struct SeverityChoice: Hashable, Sendable {
    /// The checks that are meant.
    public let selector: String
    /// Their severity.
    public let severity: Severity
  }

  /// The file's name.
  public static let fileName = "mjprompt.yaml"

  /// A configuration that changes nothing.
  public init() {}

  /// Reads the file at `path`; an empty file changes nothing.
  ///
  /// - Throws: `RuleFileError` with the place of the first problem.
  public init(path: String, rules: RuleSet) throws(RuleFileError) {
    try self.init(bytes: try YAMLFile.bytes(path), path: path, rules: rules)
  }

  /// Reads the bytes of a file; `path` is its name in errors.
  ///
  /// - Throws: `RuleFileError` with the place of the first problem.
  public init(bytes: [UInt8], path: String, rules: RuleSet) throws(RuleFileError) {
    guard let node = try YAMLFile.optionalNode(bytes, path) else { return }
    let file = try FieldReader(
      node, path: path, keys: ["select", "ignore", "severity", "model", "target", "plan"])
    if file.value("select") != nil { select = try Self.selectors(file, "select") }
    ignore = try Self.selectors(file, "ignore")
    severities = try Self.severities(file)
    if let text = try file.optionalString("model") {
      guard let index = rules.models.index(named: text) else {
        throw Self.unknown(file, "model", text, rules.models.models.map(\.id))
      }
      model = index
    }
    if let text = try file.optionalString("target") {
      let known = rules.targets.map(\.id)
      guard known.contains(text) else { throw Self.unknown(file, "target", text, known) }
      target = text
    }
    if let text = try file.optionalString("plan") {
      let known = rules.plans.map(\.id)
      guard known.contains(text) else { throw Self.unknown(file, "plan", text, known) }
      plan = text
    }
  }

  private static func selectors(_ file: FieldReader, _ key: String) throws(RuleFileError)
    -> [String]
  {
    let selectors = try file.strings(key)
    for selector in selectors where !RuleCatalog.isSelector(selector) {
      throw unknown(file, key, selector, RuleCatalog.selectors)
    }
    return selectors
  }

  private static func severities(_ file: FieldReader) throws(RuleFileError) -> [SeverityChoice] {
    guard let value = file.value("severity") else { return [] }
    guard let entries = value.mapping else {
      throw file.error("severity", "`severity` must pair checks with severities: `MJ205: warning`")
    }
    let keys = entries.map(\.key)
    let reader = try FieldReader(value, path: file.path, keys: keys)
    var choices: [SeverityChoice] = []
    for key in keys {
      guard RuleCatalog.isSelector(key) else {
        throw reader.error(key, "`\(key)` is no check")
      }
      let words = Severity.allCases.map { ($0.name, $0) }
      if let severity = try reader.choice(key, words) {
        choices.append(SeverityChoice(selector: key, severity: severity))
      }
    }
    return choices
  }

  private static func unknown(
    _ file: FieldReader, _ key: String, _ word: String, _ known: [String]
  ) -> RuleFileError {
    file.error(key, "`\(word)` is not known" + Suggestion.hint(for: word, in: known))
  }
}

// MARK: Where it is found

extension Configuration {
  /// The path of the nearest configuration file in `folder` or above it, or nil.
  ///
  /// - Parameter folder: an absolute path.
  public static func find(from folder: String) -> String? {
    var parts = folder.split(separator: "/")
    while true {
      let candidate = "/" + (parts + [Substring(fileName)]).joined(separator: "/")
      if (try? FileSystem.kind(of: candidate)) == .file { return candidate }
      if parts.isEmpty { return nil }
      parts.removeLast()
    }
  }
}
