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
      rewritten in place; with - and --prompt the result goes to standard output.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Judgement") var linting: LintingOptions

  @Flag(help: "Name the files that would change, and change nothing.")
  var check = false

  @Flag(help: "Show what would change, and change nothing.")
  var diff = false

  func run() throws {
    var settings = FormatSettings(input: input.settings)
    settings.judgement = linting.settings
    settings.isCheck = check
    settings.isDiff = diff
    let status = try FormatJob.run(settings)
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}
