// `mjprompt rules validate`: every problem of a rule folder at once.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptReport
import PromptRuleFiles

/// Reviews a rule folder.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Report everything that is wrong with a rule folder or a list of terms.",
    discussion: """
      Looks for unknown fields and names, values that are not what a field takes, contradictions, \
      duplicates, entries that change nothing, missing sources and dates, patterns that can explode. An allow entry that \
      covers no listed term may be kept on purpose with `reserve: true`. A list is a file such as \
      --terms takes; what stands twice in a word file or a table is a warning. Ends with 0 when \
      nothing is wrong but for warnings, and with 2 otherwise.

      With --verbose, a row for each pattern says by what it is found (`word`, `text`, or `always` \
      for one that runs on every prompt), whether it is tried only there (`anchored`) or searched, \
      and the steps it takes on 8 KiB of prose and of the worst text that was tried.
      """)

  @Argument(help: "A folder laid out like rules/, or a list.", completion: .file())
  var folder = "rules"

  @Option(help: "The form of the report: text, json.")
  var format: RuleTable.Form = .text

  @Flag(help: "Also list the patterns with their tier, cost and hazards, the dearest first.")
  var verbose = false

  func run() throws {
    let path = FolderName.plain(folder)
    let isList = try FileSystem.kind(of: path) == .file
    let effort = verbose ? PatternEffort.costs : .probes
    let review =
      isList ? RuleReview(list: path, effort: effort) : RuleReview(folder: path, effort: effort)
    var output = OutputWriter.standardOutput()
    try output.write(
      format == .json
        ? ReviewJSON(review, path).bytes(withPatterns: verbose) : Array(text(review, path).utf8))
    try output.flush()
    if !review.problems.isEmpty { throw ExitCode(ExitStatus.usage.rawValue) }
  }

  private func text(_ review: RuleReview, _ path: String) -> String {
    let lines =
      review.problems.map { line($0, "", path) }
      + review.warnings.map { line($0, "warning: ", path) }
    return lines.joined() + patterns(review) + verdict(review, path) + tiers(review)
  }

  private func patterns(_ review: RuleReview) -> String {
    guard verbose, !review.patterns.isEmpty else { return "" }
    return PatternTable(review.patterns).text + "\n"
  }

  private func verdict(_ review: RuleReview, _ path: String) -> String {
    let (problems, warnings) = (review.problems.count, review.warnings.count)
    let counts =
      (problems > 0 ? [count(problems, "problem")] : [])
      + (warnings > 0 ? [count(warnings, "warning")] : [])
    return counts.isEmpty
      ? "\(path): \(review.entryCount) entries, nothing to report.\n"
      : "Found \(counts.joined(separator: " and ")) in \(path).\n"
  }

  /// How patterns are found, once all of them can be used.
  private func tiers(_ review: RuleReview) -> String {
    let isKnown = review.problems.isEmpty && !review.patterns.isEmpty
    return isKnown ? PatternTable.summary(review.patterns) : ""
  }

  private func line(_ problem: RuleFileError, _ severity: String, _ path: String) -> String {
    let what = "\(problem.place): \(severity)\(problem.kind.rawValue): \(problem.message)"
    return VisibleText.escape(what) + "\n"
      + VisibleText.escape("  = help: \(problem.advice(in: path))") + "\n"
  }

  private func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension RuleFileError {
  /// `path:line:column`; a file as a whole is its beginning.
  fileprivate var place: String { "\(path):\(line):\(column)" }
}

/// Folders as arguments.
enum FolderName {
  /// The path without slashes at its end.
  static func plain(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}
