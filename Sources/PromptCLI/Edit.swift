// `mjprompt edit`: other parameters, and not a byte of the rest.

import ArgumentParser
import PromptCommand
import PromptCompose
import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptScan

/// Changes the parameters of prompts.
struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change the parameters of a prompt and not a byte of the rest.",
    discussion: """
      Parameters are named without dashes, by any of their names. --unset comes first, then --set, then \
      what is added. A value that would not stay one value of its parameter is refused. With - the prompts \
      of standard input are edited, one a line, JSONL or CSV by --stdin-filename. What is wrong with the \
      new values is said on standard error.
      """)

  @Argument(help: "A prompt, or - for standard input.")
  var prompt: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Give a parameter this value, or a flag's name alone.", valueName: "name=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("Take a parameter out.", valueName: "name"))
  var unset: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Add an item to a parameter that takes several, such as sref=123.", valueName: "name=item"))
  var add: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Leave this out too: an item for --no.", valueName: "text"))
  var addNo: [String] = []

  @OptionGroup var records: RecordOptions

  @OptionGroup(title: "Judgement") var linting: LintingOptions

  func validate() throws {
    if set.isEmpty, unset.isEmpty, add.isEmpty, addNo.isEmpty {
      throw ValidationError("nothing to change; see --set, --unset, --add and --add-no")
    }
  }

  func run() throws {
    let status = try EditJob.run(file, try edits, linting.settings, name: records.stdinFilename)
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  private var file: PromptFile {
    get throws {
      guard prompt == "-" else {
        return PromptFile(path: "<prompt>", format: .whole, bytes: Array(prompt.utf8))
      }
      let bytes = try FileSystem.read("-")
      return PromptFile(path: records.stdinFilename ?? "-", field: records.field, bytes: bytes)
    }
  }

  private var edits: [ParameterEdit] {
    get throws {
      var edits = unset.map { ParameterEdit.unset($0) }
      edits += set.map { setting in
        let (name, value) = Self.split(setting)
        return .set(name, value: value)
      }
      for setting in add {
        guard case (let name, let item?) = Self.split(setting) else {
          throw CommandFailure("--add takes name=item, not `\(setting)`", .usage)
        }
        edits.append(.add(name, item: item))
      }
      return edits + addNo.map { .add("no", item: $0) }
    }
  }

  private static func split(_ setting: String) -> (String, String?) {
    let name = setting.prefix { $0 != "=" }
    return (
      String(name), name.count == setting.count ? nil : String(setting.dropFirst(name.count + 1))
    )
  }
}

/// One run of `mjprompt edit`.
struct EditJob: ~Copyable {
  private var messages = Messages(program: "mjprompt")
  private var scratch = ScanScratch()
  private let edits: [ParameterEdit]
  private let linter: Linter

  /// Does what is asked, and says how the program ends.
  static func run(
    _ file: PromptFile, _ edits: [ParameterEdit], _ judgement: JudgementSettings, name: String?
  ) throws -> ExitStatus {
    var linters = try LinterSource(judgement)
    var job = EditJob(edits: edits, linter: try linters.judgement(for: name).linter)
    job.messages.report(file.problems, in: file.path)
    var output = OutputWriter.standardOutput()
    try output.write(file.replacing(try job.edited(file)))
    if file.format == .whole { try output.write("\n") }
    try output.flush()
    return job.messages.status
  }

  private init(edits: [ParameterEdit], linter: Linter) {
    (self.edits, self.linter) = (edits, linter)
  }

  private mutating func edited(
    _ file: PromptFile
  ) throws -> [(record: Int, bytes: [UInt8])] {
    let editor = PromptEditor(rules: linter.rules)
    var changed: [(record: Int, bytes: [UInt8])] = []
    for (index, record) in file.records.enumerated() {
      let place = "\(file.path):\(record.line)"
      do throws(EditError) {
        let prompt = try editor.edit(record.text, in: record.range, edits)
        if prompt.bytes[...] != record.bytes { changed.append((index, prompt.bytes)) }
        report(prompt, of: record, at: place)
      } catch {
        if file.format == .whole { throw CommandFailure(error.description, .usage) }
        messages.report(CommandFailure("\(place): \(error.description)", .usage))
      }
    }
    return changed
  }

  /// Says what is wrong with the parameters that were changed, and was not before.
  private mutating func report(_ prompt: EditedPrompt, of record: PromptRecord, at place: String) {
    let known = linter.lint(record.text, in: record.range, scratch: &scratch).map(Self.words)
    let source = SourceText(prompt.bytes)
    let parameters = linter.parse(source).parameters.filter { parameter in
      linter.rules.parameters[parameter].map { prompt.changed.contains($0.name) } ?? false
    }
    for finding in linter.lint(source, scratch: &scratch)
    where finding.severity >= .warning && !known.contains(Self.words(finding))
      && parameters.contains(where: { $0.range.contains(finding.range) })
    {
      messages.say("\(place): \(Self.words(finding))")
      messages.status.raise(to: .findings)
    }
  }

  private static func words(_ finding: Diagnostic) -> String {
    let rule = "\(finding.rule.code) \(finding.rule.name)"
    return "\(finding.severity.name) \(rule): \(finding.message)"
  }
}
