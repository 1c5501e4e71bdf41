// How prompts are judged, as the command line says it.

internal import PromptFiles
internal import PromptLint
internal import PromptRuleFiles
internal import PromptRules

/// How prompts are judged, as the command line says it; what it leaves out is nil or empty.
public struct JudgementSettings: Sendable {
  /// Selectors of the checks to run, separated by commas.
  public var select: [String] = []
  /// Selectors of the checks to leave out, separated by commas.
  public var ignore: [String] = []
  /// The model of prompts that name none.
  public var model: String?
  /// The day whose default model is meant; MJPROMPT_AS_OF or today when it is nil.
  public var asOf: String?
  /// The target.
  public var target: String?
  /// The plan.
  public var plan: String?
  /// The profile of sensitive terms.
  public var profile: String?
  /// The configuration file, or nil for the nearest one.
  public var config: String?
  /// Whether configuration files count for nothing.
  public var isIsolated = false
  /// The folder or image of the rules, or nil for the embedded ones.
  public var rules: String?
  /// Lists of an author's own terms, added to the rules.
  public var terms: [String] = []
  /// Whether large lists may come from the cache; for commands that only look at prompts.
  public var usesCache = false

  /// Nothing said.
  public init() {}

  /// The rules that are meant with the lists of `terms`, without their pages.
  ///
  /// - Throws: `CommandFailure` when they can't be read.
  func ruleSet() throws -> RuleSet {
    var rules = try bareRules()
    if terms.isEmpty { return rules }
    do throws(RuleFileError) {
      rules.terms += try TermFiles(terms, cache: cache).read()
      return rules
    } catch {
      throw CommandFailure(error)
    }
  }

  private func bareRules() throws -> RuleSet {
    guard let path = rules else { return try Self.embedded() }
    let isFolder = try FileSystem.kind(of: path) == .folder
    do throws(RuleFileError) {
      return isFolder ? try RuleFolder(path).load() : try ImageFile(path).rules()
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func embedded() throws -> RuleSet {
    do { return try RuleSet(.embedded) } catch let error {
      throw CommandFailure("the rules of the program can't be used: \(error)", .usage)
    }
  }

  /// Where large lists are kept, or nil.
  var cache: TermCache? {
    let isRefused = FileSystem.environmentVariable("MJPROMPT_NO_CACHE") ?? "" != ""
    guard usesCache, !isRefused else { return nil }
    let given = FileSystem.environmentVariable("XDG_CACHE_HOME") ?? ""
    let home = FileSystem.environmentVariable("HOME") ?? ""
    let folder = given.hasPrefix("/") ? given : home.hasPrefix("/") ? "\(home)/.cache" : nil
    return folder.map { TermCache("\($0)/mjprompt", version: ToolVersion.current) }
  }

  /// The day that is meant, and who says so.
  ///
  /// - Throws: `CommandFailure` for something else than a date.
  func day() throws -> Choice<Day> {
    let variable = "MJPROMPT_AS_OF"
    let given = [
      asOf.map { Choice($0, "--as-of") },
      FileSystem.environmentVariable(variable).map { Choice($0, variable) },
    ]
    guard let choice = given.compactMap(\.self).first(where: { !$0.value.isEmpty }) else {
      return Choice(Day(secondsSinceEpoch: FileSystem.secondsSinceEpoch()), "today")
    }
    guard let day = Day(choice.value) else {
      throw CommandFailure(
        "\(choice.origin) takes a date such as 2026-07-24, not `\(choice.value)`", .usage)
    }
    return Choice(day, choice.origin)
  }

  /// What the options decide.
  ///
  /// - Throws: `CommandFailure` for a name that the rules don't know.
  func choices(_ rules: RuleSet) throws -> Choices {
    var result = Choices()
    let select = try Self.selectors(select)
    if !select.isEmpty { result.select = Choice(select, "--select") }
    result.ignore = try Self.selectors(ignore).map { Choice($0, "--ignore") }
    result.model = try Self.choice("model", model, rules.models.models.map(\.id)) {
      rules.models.index(named: $0) != nil
    }
    result.target = try Self.choice("target", target, rules.targets.map(\.id)) {
      rules.target($0) != nil
    }
    result.plan = try Self.choice("plan", plan, rules.plans.map(\.id)) { rules.plan($0) != nil }
    result.profile = try Self.choice("profile", profile, rules.profiles.map(\.id)) {
      rules.profile($0) != nil
    }
    return result
  }

  private static func selectors(_ values: [String]) throws -> [String] {
    let selectors = values.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    for selector in selectors where !RuleCatalog.isSelector(selector) {
      throw CommandFailure.unknown("check", selector, RuleCatalog.selectors)
    }
    return selectors
  }

  private static func choice(
    _ name: String, _ text: String?, _ known: [String], _ isKnown: (String) -> Bool
  ) throws -> Choice<String>? {
    guard let text else { return nil }
    guard isKnown(text) else { throw CommandFailure.unknown(name, text, known) }
    return Choice(text, "--\(name)")
  }
}
