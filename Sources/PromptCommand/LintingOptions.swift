// The options that decide how prompts are judged.

public import ArgumentParser
internal import PromptCore
internal import PromptFiles
public import PromptLint
internal import PromptRuleFiles
public import PromptRules

/// Which checks run, for which model and target; shared by all commands that judge prompts.
public struct LintingOptions: ParsableArguments {
  /// Selectors of the checks to run.
  @Option(help: ArgumentHelp("Run only these checks, separated by commas.", valueName: "codes"))
  public var select: [String] = []

  /// Selectors of the checks to leave out.
  @Option(
    help: ArgumentHelp(
      "Leave these checks out: codes, groups such as MJ2, names.", valueName: "codes"))
  public var ignore: [String] = []

  /// The model of prompts that name none.
  @Option(help: "Judge prompts that name no model by this one, such as v8.2 or niji7.")
  public var model: String?

  /// The day whose default model is meant.
  @Option(help: ArgumentHelp("Take the default model of this day.", valueName: "date"))
  public var asOf: String?

  /// The target.
  @Option(help: "Where the prompts will be sent: discord, web, ohmygpt, midjourney-proxy.")
  public var target: String?

  /// The configuration file.
  @Option(help: ArgumentHelp("Use this file, not the nearest mjprompt.yaml.", valueName: "file"))
  public var config: String?

  /// No options.
  public init() {}
}

/// Makes linters for files: the options of the command line over the nearest configuration.
public struct LinterSource {
  /// The facts.
  public let rules: RuleSet
  private let options: LintingOptions
  private var linters: [String: Linter] = [:]

  /// A source of linters; the rule set is the embedded one.
  ///
  /// - Throws: `CommandFailure` when the embedded rules are damaged or an option is wrong.
  public init(_ options: LintingOptions) throws {
    do { rules = try RuleSet(.embedded) } catch {
      throw CommandFailure("the embedded rules can't be used: \(error)", .usage)
    }
    self.options = options
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
    if let given = options.config { return given }
    let current = (try? FileSystem.currentFolder()) ?? "/"
    guard let path else { return Configuration.find(from: current) }
    let absolute = path.hasPrefix("/") ? path : "\(current)/\(path)"
    return Configuration.find(from: FolderPath.parent(of: absolute))
  }

  private func lintOptions(_ configuration: Configuration) throws -> LintOptions {
    var result = LintOptions(asOf: try asOf())
    result.model = try model() ?? configuration.model
    result.target = try target() ?? configuration.target ?? result.target
    let select = Self.selectors(options.select)
    let ignore = Self.selectors(options.ignore)
    for selector in select + ignore where !RuleCatalog.isSelector(selector) {
      throw unknown("check", selector, RuleCatalog.selectors)
    }
    result.select = select.isEmpty ? configuration.select ?? ["all"] : select
    result.ignore = configuration.ignore + ignore
    result.severities = configuration.severities.map { ($0.selector, $0.severity) }
    return result
  }

  private static func selectors(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map(String.init) }
  }

  private func asOf() throws -> Day {
    guard let text = options.asOf else {
      return Day(secondsSinceEpoch: FileSystem.secondsSinceEpoch())
    }
    guard let day = Day(text) else {
      throw CommandFailure("--as-of takes a date such as 2026-07-24, not `\(text)`", .usage)
    }
    return day
  }

  private func model() throws -> Int? {
    guard let text = options.model else { return nil }
    guard let index = rules.models.index(named: text) else {
      throw unknown("model", text, rules.models.models.map(\.id))
    }
    return index
  }

  private func target() throws -> String? {
    guard let text = options.target else { return nil }
    guard rules.target(text) != nil else { throw unknown("target", text, rules.targets.map(\.id)) }
    return text
  }

  private func unknown(_ what: String, _ word: String, _ known: [String]) -> CommandFailure {
    let near = Suggestion.nearest(to: word, in: known).map { "; did you mean `\($0)`?" } ?? ""
    return CommandFailure("there is no \(what) `\(word)`\(near)", .usage)
  }
}
