// Settings and configuration → linters, one for each set of choices.

internal import PromptCore
public import PromptFiles
public import PromptLint
public import PromptRuleFiles
public import PromptRules

/// How the prompts of a file are judged.
public struct Judgement: Sendable {
  /// The linter.
  public let linter: Linter
  /// What was decided, and where.
  public var choices: Choices
}

/// How the prompts of a batch are judged.
public struct GateJudgement: Sendable {
  /// The gate.
  public let gate: Gate
  /// What was decided, and where.
  public let choices: Choices
}

/// Makes linters for files: the settings of the command line over the nearest configuration.
///
/// What an author should know of the rules and of choices that have run out is said once on standard
/// error.
public struct LinterSource {
  /// The facts with the lists of `--terms`, without what configurations add.
  public let rules: RuleSet
  private let settings: JudgementSettings
  private let day: Choice<Day>
  private var configurations: [String: Configuration] = [:]
  private var judgements: [Key: Judgement] = [:]
  private var said: Set<String> = []

  private struct Key: Hashable {
    let configuration: String
    let overrides: [Int]
  }

  /// Rules older than this many days say so.
  private static let maximumAge = 120

  /// A source of linters.
  ///
  /// - Throws: `CommandFailure` when the rules can't be used or an option is wrong.
  public init(_ settings: JudgementSettings) throws {
    if settings.isIsolated, settings.config != nil {
      throw CommandFailure("--isolated and --config contradict each other", .usage)
    }
    rules = try settings.ruleSet()
    day = try settings.day()
    self.settings = settings
    _ = try settings.choices(rules)
    let age = day.value.days(since: rules.date)
    if age > Self.maximumAge {
      say("the rules are of \(rules.date.text), \(age) days old; they may not know newer models")
    }
  }

  /// How the prompts of a file are judged, or of text from elsewhere when `path` is nil.
  ///
  /// - Throws: `CommandFailure` for a configuration that can't be used.
  public mutating func judgement(for path: String?) throws -> Judgement {
    let file = configurationPath(for: path.map { FolderPath.parent(of: absolute($0)) })
    let configuration = try configuration(file)
    let key = Key(
      configuration: file ?? "", overrides: configuration.overrides(for: path.map(resolved)))
    if let known = judgements[key] { return known }
    let judgement = try judgement(configuration, key.overrides)
    judgements[key] = judgement
    return judgement
  }

  /// The gate for the prompts of a file, or of text from elsewhere when `path` is nil.
  ///
  /// - Throws: `CommandFailure` for a configuration that can't be used.
  public mutating func gate(for path: String?) throws -> GateJudgement {
    let file = configurationPath(for: path.map { FolderPath.parent(of: absolute($0)) })
    let configuration = try configuration(file)
    let choices = try choices(configuration, configuration.overrides(for: path.map(resolved)))
    let options = LintOptions(choices, configuration.rules, on: day.value)
    let gate = Gate(rules: configuration.rules, options: options, policy: choices.gate.policy)
    return GateJudgement(gate: gate, choices: choices)
  }

  /// What is taken from a folder: `filter` with the patterns of the folder's configuration.
  ///
  /// - Throws: `CommandFailure` for a configuration that can't be used.
  public mutating func filter(
    _ filter: FolderFilter, for folder: String
  ) throws(CommandFailure) -> FolderFilter {
    let configuration = try configuration(
      configurationPath(for: FolderPath.parent(of: absolute(folder) + "/-")))
    var filter = filter
    filter.include = GlobList(filter.include.globs + configuration.include.map(\.value))
    filter.exclude = GlobList(filter.exclude.globs + configuration.exclude.map(\.value))
    filter.base = configuration.folder
    return filter
  }

  /// The index of the model that an option names.
  ///
  /// - Throws: `CommandFailure` for an unknown one.
  public func model(named text: String) throws -> Int {
    guard let index = rules.models.index(named: text) else {
      throw CommandFailure.unknown("model", text, rules.models.models.map(\.id))
    }
    return index
  }
}

// MARK: Configuration

extension LinterSource {
  private func configurationPath(for folder: String?) -> String? {
    if settings.isIsolated { return nil }
    return settings.config
      ?? Configuration.find(from: folder ?? (try? FileSystem.currentFolder()) ?? "/")
  }

  private func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let current = (try? FileSystem.currentFolder()) ?? "/"
    return path == "." ? current : "\(current)/\(path)"
  }

  /// The path without links; of a file that doesn't exist, such as a name for standard input, that
  /// of its folder.
  private func resolved(_ path: String) -> String {
    let path = absolute(path)
    if let known = FileSystem.resolved(path) { return known }
    let folder = FolderPath.parent(of: path)
    return (FileSystem.resolved(folder) ?? folder) + path.dropFirst(folder.count)
  }

  private mutating func configuration(
    _ file: String?
  ) throws(CommandFailure) -> Configuration {
    if let known = configurations[file ?? ""] { return known }
    var configuration = Configuration(rules: rules)
    do {
      if let file {
        configuration = try Configuration(path: file, rules: rules, cache: settings.cache)
      }
    } catch {
      throw CommandFailure(error)
    }
    configurations[file ?? ""] = configuration
    return configuration
  }
}

// MARK: Choices

extension LinterSource {
  private mutating func judgement(
    _ configuration: Configuration, _ overrides: [Int]
  ) throws -> Judgement {
    let choices = try choices(configuration, overrides)
    let options = LintOptions(choices, configuration.rules, on: day.value)
    return Judgement(
      linter: Linter(rules: configuration.rules, options: options), choices: choices)
  }

  /// What a configuration and the options decide; says what has run out.
  private mutating func choices(
    _ configuration: Configuration, _ overrides: [Int]
  ) throws -> Choices {
    var choices = configuration.choices
    for index in overrides { choices = choices.under(configuration.overrides[index].choices) }
    choices = choices.under(try settings.choices(configuration.rules))
    choices.asOf = day
    for ended in choices.allow where !ended.value.holds(on: day.value) {
      let last = ended.value.until?.text ?? ""
      say("\(ended.origin): this allowance ended on \(last); take it out, or move its date")
    }
    return choices
  }

  private mutating func say(_ text: String) {
    if said.insert(text).inserted { Messages(program: "mjprompt").say(text) }
  }
}
