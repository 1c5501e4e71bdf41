// `mjprompt fmt`: safe fixes, then the canonical form.

import ArgumentParser
import PromptCommand
import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptReport
import PromptScan

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
  @OptionGroup(title: "Output") var output: OutputOptions

  @Flag(help: "Name the files that would change, and change nothing.")
  var check = false

  @Flag(help: "Show what would change, and change nothing.")
  var diff = false

  func run() throws {
    var job = FormatJob(self, linters: try LinterSource(linting))
    try job.run()
    if job.messages.status != .clean { throw ExitCode(job.messages.status.rawValue) }
  }
}

/// The state of one run.
struct FormatJob: ~Copyable {
  var messages = Messages(program: "mjprompt")
  private let command: Format
  private var linters: LinterSource
  private var scratch = ScanScratch()
  private var output = OutputWriter.standardOutput()

  init(_ command: Format, linters: LinterSource) {
    self.command = command
    self.linters = linters
  }

  mutating func run() throws {
    var failures: [FileError] = []
    try command.input.forEach(
      { input in try format(input) }, failed: { error in failures.append(error) })
    for failure in failures { messages.report(failure) }
    try output.flush()
  }

  private mutating func format(_ input: PromptInput) throws {
    messages.report(input.file.problems, in: input.file)
    let bytes = formatted(input.file, try linters.linter(for: input.configurationPath))
    let isChanged = bytes != input.file.source.bytes
    if command.check || command.diff {
      if isChanged { messages.status.raise(to: .findings) }
      return try preview(input.file, bytes, isChanged)
    }
    if let path = input.path {
      if isChanged { try FileSystem.replace(path, with: bytes) }
    } else {
      try output.write(bytes)
      if input.isArgument { try output.write("\n") }
    }
  }

  private mutating func preview(_ file: PromptFile, _ bytes: [UInt8], _ isChanged: Bool) throws {
    if command.diff {
      try output.write(UnifiedDiff(path: file.path, old: file.source.bytes, new: bytes).bytes)
    } else if isChanged {
      try output.write("would reformat \(VisibleText.escape(file.path))\n")
    }
  }

  /// The file with every whole prompt in canonical form; the others are named.
  private mutating func formatted(_ file: PromptFile, _ linter: Linter) -> [UInt8] {
    let normalizer = Normalizer(rules: linter.rules)
    let applier = FixApplier(linter, accepting: .safe)
    var changed: [(record: Int, bytes: [UInt8])] = []
    for (index, record) in file.records.enumerated() {
      let fixed = applier.apply(to: record.text, in: record.range, scratch: &scratch)
      let prompt = linter.parse(fixed.source)
      if let normalized = normalizer.normalize(prompt, of: fixed.source) {
        changed.append((index, Array(normalized.text.utf8)))
      } else {
        messages.say("\(file.path):\(record.line): left as it is; see mjprompt lint")
        messages.status.raise(to: .findings)
      }
    }
    return file.replacing(changed)
  }
}
