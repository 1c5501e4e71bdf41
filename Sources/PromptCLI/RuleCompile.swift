// `mjprompt rules compile`: a folder of rules or lists of terms → an image that opens at once.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptRuleFiles
import PromptRules

/// Compiles a folder of rules, or lists of terms.
struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write rules as an image for --rules, or lists of terms as one for --terms.",
    discussion: """
      Without a folder the image holds the terms of the lists alone, and is for --terms; with a \
      folder, or with --with-default-rules, it holds whole rules with these terms, and is for \
      --rules. An image is for the version of the program that wrote it. It names the version of \
      PCRE2 that tried its patterns; where another one runs, they are tried anew.
      """)

  @Argument(help: "A folder laid out like rules/, or lists such as --terms takes.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Add the terms of this list; may be repeated.", valueName: "file"))
  var terms: [String] = []

  @Flag(help: "Add the terms to the rules of the program.")
  var withDefaultRules = false

  @Option(name: [.short, .long], help: "The file to write.")
  var output: String

  func run() throws {
    let folders = try paths.filter { try FileSystem.kind(of: $0) == .folder }
    let lists = paths.filter { !folders.contains($0) } + terms
    guard folders.count + (withDefaultRules ? 1 : 0) <= 1 else {
      throw CommandFailure("give one folder of rules, or --with-default-rules", .usage)
    }
    if folders.isEmpty && lists.isEmpty && !withDefaultRules {
      throw CommandFailure("there is nothing to compile: name a folder of rules or a list", .usage)
    }
    let made: (image: RuleImage, summary: String)
    do throws(RuleFileError) { made = try compiled(folders.first, lists) } catch {
      throw CommandFailure(error)
    }
    try FileSystem.replace(output, with: made.image.bytes)
    var report = OutputWriter.standardOutput()
    try report.write("\(output): \(made.image.bytes.count) bytes, \(made.summary)\n")
    try report.flush()
  }

  private func compiled(
    _ folder: String?, _ lists: [String]
  ) throws(RuleFileError) -> (RuleImage, String) {
    let engine = ListAdmission.engine
    let own = try TermFiles(lists).read()
    guard var rules = try base(folder) else {
      try ListAdmission.admit(own, from: lists[0], remedy: Self.remedy)
      return (own.prepared.image(admittedBy: engine), "\(own.count) terms")
    }
    rules.terms += own
    try ListAdmission.admit(rules.terms, from: folder ?? "the rules", remedy: Self.remedy)
    let added = lists.isEmpty ? "" : " with \(own.terms.count) terms"
    return (rules.prepared.image(admittedBy: engine), "rules of \(rules.date.text)\(added)")
  }

  private static let remedy = "mend the PCRE2 pattern"

  /// The rules that terms are added to, or nil when the image holds terms alone.
  private func base(_ folder: String?) throws(RuleFileError) -> RuleSet? {
    if let folder { return try RuleFolder(folder).load() }
    return withDefaultRules ? try? RuleSet(.embedded, withPages: true) : nil
  }
}
