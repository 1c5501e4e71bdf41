// Settings and configuration → linters, one for each configuration.

internal import PromptCore
internal import PromptFiles
public import PromptLint
internal import PromptRuleFiles
public import PromptRules

/// How prompts are judged, as the command line says it; what it leaves out is nil or empty.
public struct JudgementSettings: Sendable {
  /// Selectors of the checks to run, separated by commas.
  public var select: [String] = []
  /// Selectors of the checks to leave out, separated by commas.
  public var ignore: [String] = []
  /// The model of prompts that name none.
  public var model: String?
  /// The day whose default model is meant.
  public var asOf: String?
  /// The target.
  public var target: String?
  /// The plan.
  public var plan: String?
  /// The configuration file, or nil for the nearest one.
  public var config: String?

  /// Nothing said.
  public init() {}
}

/// Makes linters for files: the settings of the command line over the nearest configuration.
public struct LinterSource {
  /// The facts.
  public let rules: RuleSet
  private let settings: JudgementSettings
  private var linters: [String: Linter] = [:]

  /// A source of linters; the rule set is the embedded one.
  ///
  /// - Throws: `CommandFailure` when the embedded rules are damaged or an option is wrong.
  public init(_ settings: JudgementSettings) throws {
    do { rules = try RuleSet(.embedded) } catch {
      throw CommandFailure("the embedded rules can't be used: \(error)", .usage)
    }
    self.settings = settings
    _ = try lintOptions(Configuration())
  }

  /// The linter for a file, or for text from elsewhere when `path` is nil.
  ///
  /// - Throws: `CommandFailure` for a configuration that can't be used.
  public mutating func linter(for path: String?) throws -> Linter {
    let file = try configurationPath(for: path)
    if let known = linters[file ?? ""] { return known }
    do {
      let configuration = try file.map { try Configuration(path: $0, rules: rules) }
      let linter = try Linter(
        rules: rules, options: try lintOptions(configuration ?? Configuration()))
      linters[file ?? ""] = linter
      return linter
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure("\(error)", .usage)
    }
  }

  private func configurationPath(for path: String?) throws -> String? {
    if let given = settings.config { return given }
    let current = (try? FileSystem.currentFolder()) ?? "/"
    guard let path else { return Configuration.find(from: current) }
    let absolute = path.hasPrefix("/") ? path : "\(current)/\(path)"
    return Configuration.find(from: FolderPath.parent(of: absolute))
  }

  private func lintOptions(_ configuration: Configuration) throws -> LintOptions {
    var result = LintOptions(asOf: try asOf())
    result.model = try model() ?? configuration.model
    result.target = try target() ?? configuration.target ?? result.target
    result.plan = try plan() ?? configuration.plan
    let select = Self.selectors(settings.select)
    let ignore = Self.selectors(settings.ignore)
    for selector in select + ignore where !RuleCatalog.isSelector(selector) {
      throw CommandFailure.unknown("check", selector, RuleCatalog.selectors)
    }
    result.select = select.isEmpty ? configuration.select ?? ["all"] : select
    result.ignore = configuration.ignore + ignore
    result.severities = configuration.severities.map { ($0.selector, $0.severity) }
    return result
  }

  private static func selectors(_ values: [String]) -> [String] {
    values.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
  }

  private func asOf() throws -> Day {
    guard let text = settings.asOf else {
      return Day(secondsSinceEpoch: FileSystem.secondsSinceEpoch())
    }
    guard let day = Day(text) else {
      throw CommandFailure("--as-of takes a date such as 2026-07-24, not `\(text)`", .usage)
    }
    return day
  }

  private func model() throws -> Int? { try settings.model.map { try model(named: $0) } }

  /// The index of the model that an option names.
  ///
  /// - Throws: `CommandFailure` for an unknown one.
  public func model(named text: String) throws -> Int {
    guard let index = rules.models.index(named: text) else {
      throw CommandFailure.unknown("model", text, rules.models.models.map(\.id))
    }
    return index
  }

  private func plan() throws -> String? {
    guard let text = settings.plan else { return nil }
    guard rules.plan(text) != nil else {
      throw CommandFailure.unknown("plan", text, rules.plans.map(\.id))
    }
    return text
  }

  private func target() throws -> String? {
    guard let text = settings.target else { return nil }
    guard rules.target(text) != nil else {
      throw CommandFailure.unknown("target", text, rules.targets.map(\.id))
    }
    return text
  }
}
