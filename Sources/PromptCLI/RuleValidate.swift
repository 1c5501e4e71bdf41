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
    abstract: "Report everything that is wrong with a rule folder.",
    discussion: """
      Looks for unknown fields and names, values that are not what a field takes, contradictions, \
      duplicates, entries that change nothing, missing sources and dates. An allow entry that \
      covers no listed term may be kept on purpose with `reserve: true`. Ends with 0 when nothing \
      is wrong and with 2 otherwise.
      """)

  @Argument(help: "A folder laid out like rules/.", completion: .directory)
  var folder = "rules"

  @Option(help: "The form of the report: text, json.")
  var format: RuleTable.Form = .text

  func run() throws {
    let path = FolderName.plain(folder)
    let review = RuleReview(folder: path)
    var output = OutputWriter.standardOutput()
    try output.write(format == .json ? json(review, path) : Array(text(review, path).utf8))
    try output.flush()
    if !review.problems.isEmpty { throw ExitCode(ExitStatus.usage.rawValue) }
  }

  private func text(_ review: RuleReview, _ path: String) -> String {
    let lines = review.problems.map { problem in
      VisibleText.escape("\(problem.place): \(problem.kind.rawValue): \(problem.message)") + "\n"
        + VisibleText.escape("  = help: \(problem.advice(in: path))") + "\n"
    }
    return lines.joined()
      + (lines.isEmpty
        ? "\(path): \(review.entryCount) entries, nothing to report.\n"
        : "Found \(lines.count) \(lines.count == 1 ? "problem" : "problems") in \(path).\n")
  }

  private func json(_ review: RuleReview, _ path: String) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for problem in review.problems {
      writer.beginObject()
      writer.key("kind")
      writer.value(problem.kind.rawValue)
      writer.key("path")
      writer.value(problem.path)
      writer.key("line")
      writer.value(problem.line)
      writer.key("column")
      writer.value(problem.column)
      writer.key("message")
      writer.value(problem.message)
      writer.key("remedy")
      writer.value(problem.advice(in: path))
      writer.endObject()
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
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
