// The options that decide how prompts are judged.

public import ArgumentParser

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
  @Option(
    help: ArgumentHelp(
      "Take the default model of this day, not of MJPROMPT_AS_OF or today.", valueName: "date"))
  public var asOf: String?

  /// The target.
  @Option(help: "Where the prompts will be sent: discord, web, ohmygpt, midjourney-proxy.")
  public var target: String?

  /// The plan.
  @Option(help: "The plan that pays: basic, standard, pro, mega.")
  public var plan: String?

  /// The profile of sensitive terms.
  @Option(help: "How strictly sensitive terms are judged: strict, default, lenient, midjourney.")
  public var profile: String?

  /// The configuration file.
  @Option(help: ArgumentHelp("Use this file, not the nearest mjprompt.yaml.", valueName: "file"))
  public var config: String?

  /// Whether configuration files count for nothing.
  @Flag(help: "Look for no mjprompt.yaml.")
  public var isolated = false

  /// The rules.
  @Option(
    help: ArgumentHelp(
      "Judge by the rules of this folder or image, not by those of the program.",
      valueName: "path"))
  public var rules: String?

  /// Lists of an author's own terms.
  @Option(
    help: ArgumentHelp(
      "Look also for the terms of this list (.txt a word a line, .csv, .tsv, .yaml); may be repeated.",
      valueName: "file"))
  public var terms: [String] = []

  /// No options.
  public init() {}

  /// What was given.
  public var settings: JudgementSettings {
    var settings = JudgementSettings()
    settings.select = select
    settings.ignore = ignore
    settings.model = model
    settings.asOf = asOf
    settings.target = target
    settings.plan = plan
    settings.profile = profile
    settings.config = config
    settings.isIsolated = isolated
    settings.rules = rules
    settings.terms = terms
    return settings
  }
}
