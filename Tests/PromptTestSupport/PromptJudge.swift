// Lints and fixes prompts with the repository's own rules, read once for all tests.

public import PromptCore
public import PromptLint
public import PromptRuleFiles
public import PromptRules
internal import PromptScan

/// The rule set of rules/.
public enum RepositoryRules {
  private static let result = Result { () throws(RuleFileError) in
    try RuleFolder(Repository.file("rules")).load().prepared
  }

  /// The rule set, read at the first call.
  public static func load() throws(RuleFileError) -> RuleSet { try result.get() }
}

/// A linter with all checks on, as of a fixed day, for the target `discord` unless told otherwise.
public struct PromptJudge: Sendable {
  /// The day as of which the repository's prompts are judged.
  public static let day = Day(rawValue: 2026_11_24)

  /// The linter.
  public let linter: Linter

  /// A judge by the rules of the repository, for a target, a plan and one more pattern if they matter.
  public init(target: String? = nil, plan: String? = nil, pattern: String? = nil) throws {
    var rules = try RepositoryRules.load()
    rules.terms += PageHeader.terms(pattern)
    var options = LintOptions(asOf: Self.day)
    options.target = target ?? options.target
    options.plan = plan
    linter = Linter(rules: rules, options: options)
  }

  /// A judge for the prompts of a page.
  public init(_ page: CheckPage) throws {
    let header = page.header
    try self.init(target: header.target, plan: header.plan, pattern: header.pattern)
  }

  /// The diagnostics of a prompt, by place.
  public func diagnostics(_ source: SourceText, in range: ByteRange? = nil) -> [Diagnostic] {
    var scratch = ScanScratch()
    return linter.lint(source, in: range, scratch: &scratch)
  }

  /// The prompt after its fixes.
  public func fixed(_ source: SourceText, accepting lowest: Applicability) -> FixedPrompt {
    var scratch = ScanScratch()
    return FixApplier(linter, accepting: lowest).apply(to: source, scratch: &scratch)
  }
}
