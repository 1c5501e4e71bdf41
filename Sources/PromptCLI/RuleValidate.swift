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
      duplicates, entries that change nothing, missing sources and dates. An allow entry that \
      covers no listed term may be kept on purpose with `reserve: true`. A list is a file such as \
      --terms takes; what stands twice in a word file or a table is a warning. Ends with 0 when \
      nothing is wrong but for warnings, and with 2 otherwise.
      """)

  @Argument(help: "A folder laid out like rules/, or a list.", completion: .file())
  var folder = "rules"

  @Option(help: "The form of the report: text, json.")
  var format: RuleTable.Form = .text

  func run() throws {
    let path = FolderName.plain(folder)
    let isList = try FileSystem.kind(of: path) == .file
    let review = isList ? RuleReview(list: path) : RuleReview(folder: path)
    var output = OutputWriter.standardOutput()
    try output.write(format == .json ? json(review, path) : Array(text(review, path).utf8))
    try output.flush()
    if !review.problems.isEmpty { throw ExitCode(ExitStatus.usage.rawValue) }
  }

  private func text(_ review: RuleReview, _ path: String) -> String {
    let lines =
      review.problems.map { line($0, "", path) }
      + review.warnings.map { line($0, "warning: ", path) }
    let (problems, warnings) = (review.problems.count, review.warnings.count)
    let counts =
      (problems > 0 ? [count(problems, "problem")] : [])
      + (warnings > 0 ? [count(warnings, "warning")] : [])
    return lines.joined()
      + (counts.isEmpty
        ? "\(path): \(review.entryCount) entries, nothing to report.\n"
        : "Found \(counts.joined(separator: " and ")) in \(path).\n")
  }

  private func line(_ problem: RuleFileError, _ severity: String, _ path: String) -> String {
    let what = "\(problem.place): \(severity)\(problem.kind.rawValue): \(problem.message)"
    return VisibleText.escape(what) + "\n"
      + VisibleText.escape("  = help: \(problem.advice(in: path))") + "\n"
  }

  private func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func json(_ review: RuleReview, _ path: String) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for problem in review.problems { write(problem, "error", path, &writer) }
    for problem in review.warnings { write(problem, "warning", path, &writer) }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }

  private func write(
    _ problem: RuleFileError, _ severity: String, _ path: String, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    let texts = [
      ("kind", problem.kind.rawValue), ("severity", severity), ("path", problem.path),
      ("message", problem.message), ("remedy", problem.advice(in: path)),
    ]
    for (key, text) in texts {
      writer.key(key)
      writer.value(text)
    }
    for (key, number) in [("line", problem.line), ("column", problem.column)] {
      writer.key(key)
      writer.value(number)
    }
    writer.endObject()
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
