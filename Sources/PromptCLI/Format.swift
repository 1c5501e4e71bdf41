// `mjprompt fmt`: safe fixes, then the canonical form.

import ArgumentParser
import PromptCommand

/// Writes prompts in their canonical form.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Rewrite prompts in canonical form.",
    discussion: """
      Applies the fixes that keep the meaning, then orders and spells the parameters in one way. \
      A prompt with missing or unexpected parts is reported and left byte for byte. Files are \
      rewritten in place; with - and --prompt the result goes to standard output. --to translates or \
      drops what the new model lacks; each change is listed on standard error with its safety.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Judgement") var linting: LintingOptions
  @OptionGroup(title: "Judgement") var cache: CacheOptions

  @Option(help: "Rewrite for this model, such as v8.2, and list what was changed.")
  var to: String?

  @Flag(help: "Print for each prompt the key that it shares with the service's echo of it.")
  var key = false

  @Flag(help: "Name the files that would change, and change nothing.")
  var check = false

  @Flag(help: "Show what would change, and change nothing.")
  var diff = false

  func run() throws {
    var settings = FormatSettings(input: input.settings)
    settings.judgement = linting.settings
    settings.judgement.usesCache = !cache.noCache
    settings.isCheck = check
    settings.isDiff = diff
    settings.to = to
    settings.isKey = key
    let status = try FormatJob.run(settings)
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}
