// `mjprompt rules test`: the examples of terms and pages.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptReport
import PromptRuleFiles
import PromptRules

/// Runs the examples of a rule folder.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of a rule folder: match, clean, bad, good, fix, unsafe-fix.",
    discussion: """
      Prompts are judged as of the newest day of the rules themselves unless --as-of says \
      otherwise. Ends with 0 when all examples come out as they are written, with 1 when one does \
      not, and with 2 when the folder can't be read.
      """)

  @Argument(help: "A folder laid out like rules/.", completion: .directory)
  var folder = "rules"

  @Option(help: ArgumentHelp("Take the default model of this day.", valueName: "date"))
  var asOf: String?

  @Option(help: "The form of the report: text, json.")
  var format: RuleTable.Form = .text

  func run() throws {
    let examples = try Self.readable {
      try RuleExamples(folder: FolderName.plain(folder), asOf: try DayArgument.day(asOf))
    }
    var output = OutputWriter.standardOutput()
    try output.write(format == .json ? json(examples) : Array(text(examples).utf8))
    try output.flush()
    if !examples.failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
  }

  /// What `body` returns; a rule file that can't be used is a mistake of usage.
  static func readable<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as RuleFileError {
      throw CommandFailure(error.description, .usage)
    }
  }

  private func text(_ examples: RuleExamples) -> String {
    let lines = examples.failures.map { failure in
      let place = "\(failure.path):\(failure.line):\(failure.column)"
      let head = failure.text.isEmpty ? failure.kind : "\(failure.kind): \(failure.text)"
      return [
        "\(place): \(head)", "  expected \(failure.expected)", "  actual   \(failure.actual)",
      ]
      .map { VisibleText.escape($0) + "\n" }.joined()
    }
    let summary =
      "\(examples.termExampleCount) examples of terms, \(examples.promptCount) prompts and "
      + "\(examples.fixCount) fixes of \(examples.pageCount) pages, as of \(examples.day.text): "
    let count = lines.count
    return lines.joined() + summary
      + (count == 0 ? "all hold.\n" : "\(count) \(count == 1 ? "fails" : "fail").\n")
  }

  private func json(_ examples: RuleExamples) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for failure in examples.failures {
      writer.beginObject()
      let members = [
        ("kind", failure.kind), ("path", failure.path), ("text", failure.text),
        ("expected", failure.expected), ("actual", failure.actual),
      ]
      for (key, value) in members {
        writer.key(key)
        writer.value(value)
      }
      writer.key("line")
      writer.value(failure.line)
      writer.key("column")
      writer.value(failure.column)
      writer.endObject()
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }
}

/// Days as arguments.
enum DayArgument {
  /// The day of `--as-of`, or nil without it.
  static func day(_ text: String?) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw CommandFailure("--as-of takes a date such as 2026-07-24, not `\(text)`", .usage)
    }
    return day
  }
}
