// `mjprompt rules compile`: a folder of rules → an image that opens at once.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptRuleFiles
import PromptRules

/// Compiles a folder of rules.
struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write a folder of rules as an image for --rules.",
    discussion: "An image is for the version of the program that wrote it.")

  @Argument(help: "The folder, laid out like rules/.")
  var folder: String

  @Option(help: "The file to write.")
  var output: String

  func run() throws {
    let rules: RuleSet
    do { rules = try RuleFolder(folder).load() } catch {
      throw CommandFailure("\(error)", .usage)
    }
    let image = rules.image
    try FileSystem.replace(output, with: image.bytes)
    var report = OutputWriter.standardOutput()
    try report.write("\(output): \(image.bytes.count) bytes, rules of \(rules.date.text)\n")
    try report.flush()
  }
}
