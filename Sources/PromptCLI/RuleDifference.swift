// `mjprompt rules diff`: what two rule folders say differently, and what that does to prompts.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptRuleFiles
import PromptRules

/// Compares two rule folders.
struct Difference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List what differs between two rule folders.",
    discussion: """
      Lists entries that were added, removed or changed. With --corpus the prompts of a file are \
      judged by both folders, and what newly fires or no longer fires is listed, with counts by \
      check. Ends with 0 whether or not anything differs, and with 2 when a folder can't be read.
      """)

  @Argument(help: "The folder as it was.", completion: .directory)
  var old: String

  @Argument(help: "The folder as it is.", completion: .directory)
  var new: String

  @Option(help: ArgumentHelp("Judge the prompts of this file by both.", valueName: "file"))
  var corpus: String?

  @Option(
    help: ArgumentHelp(
      "Take the default model of this day; without it, of the newest day of the new rules.",
      valueName: "date"))
  var asOf: String?

  @Option(help: "Where the prompts will be sent: discord, web, ohmygpt, midjourney-proxy.")
  var target: String?

  @Option(help: "The form of the report: text, json.")
  var format: RuleTable.Form = .text

  func run() throws {
    let folders = (RuleFolder(FolderName.plain(old)), RuleFolder(FolderName.plain(new)))
    let report = try Test.readable {
      DifferenceReport(
        entries: try RuleDiff(from: folders.0, to: folders.1),
        findings: try findings(folders.0, folders.1), path: corpus ?? "")
    }
    var output = OutputWriter.standardOutput()
    try output.write(format == .json ? report.json : Array(report.text.utf8))
    try output.flush()
  }

  private func findings(_ old: RuleFolder, _ new: RuleFolder) throws -> FindingDiff? {
    guard let corpus else { return nil }
    let file = PromptFile(path: corpus, bytes: try FileSystem.read(corpus))
    var messages = Messages(program: "mjprompt")
    messages.report(file.problems, in: file.path)
    let (before, after) = (try old.load(), try new.load())
    if let target, after.target(target) == nil {
      throw CommandFailure.unknown("target", target, after.targets.map(\.id))
    }
    return FindingDiff(
      from: before, to: after, file: file, asOf: try DayArgument.day(asOf) ?? after.date,
      target: target)
  }
}
