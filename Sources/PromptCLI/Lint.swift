// `mjprompt lint`: findings, and their repair.

import ArgumentParser
import PromptCommand
import PromptCore
import PromptFiles

/// Judges prompts and repairs them.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report what is wrong with prompts, and fix it.",
    discussion: """
      A file holds one prompt a line; blank lines and lines that begin with # are skipped, and \
      "# mjprompt: ignore=MJ203 reason" above a prompt keeps a check quiet. A file whose name ends \
      in .jsonl holds JSON objects with a field "prompt", one in .csv or .tsv a table with a column \
      "prompt". Without paths the current folder is searched for .prompt and .mjp files, but for \
      those that .gitignore or .ignore leaves out.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Judgement") var linting: LintingOptions
  @OptionGroup(title: "Judgement") var cache: CacheOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Flag(help: "Apply the fixes that keep the meaning; with - the result goes to standard output.")
  var fix = false

  @Flag(help: "Apply also the fixes that may change the meaning; implies --fix.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  @Option(help: "The form of the report: text, concise, json, jsonl.")
  var format: ReportFormat = .text

  @Flag(help: "Count the findings by check, and show nothing else.")
  var statistics = false

  @Option(
    help: "The least severity that ends with 1: hint, information, warning (the usual one), error.")
  var failOn: Severity?

  @Flag(help: "Show what is decided for the first path and where, and judge nothing.")
  var showConfig = false

  func run() throws {
    let status = try LintJob.run(settings)
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  private var settings: LintSettings {
    var settings = LintSettings(input: input.settings)
    settings.judgement = linting.settings
    settings.judgement.usesCache = !cache.noCache
    settings.output = output.settings
    settings.accepted = unsafeFixes ? .unsafe : fix || diff ? .safe : nil
    settings.isDiff = diff
    settings.format = format
    settings.isStatistics = statistics
    settings.threshold = failOn
    settings.isShowingChoices = showConfig
    return settings
  }
}
