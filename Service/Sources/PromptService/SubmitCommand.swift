// `mjprompt submit`: the gate, then the imagine API.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptSubmit

/// Sends prompts that pass the gate.
struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Send prompts that pass the gate to the imagine API, each once.",
    discussion: """
      Each line is a prompt; of .jsonl, .csv and .tsv each record, with the fields prompt and, where they \
      are there, id, type, webhook and images. Groups and --repeat become several submissions, --fast and \
      --relax the field type. What the gate doesn't allow is reported and never sent.

      A submission's id is the record's own, else made of the input's content and the line. The same input \
      again goes on where it was and sends nothing twice. What may have been accepted is called unknown, \
      looked for in the API's list of tasks, and never sent again unless --resend-unknown says so.

      SIGINT and SIGTERM let what is on its way come to its end.
      """)

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var path: String?

  @OptionGroup(title: "Ledger") var ledger: LedgerOptions

  @Flag(
    help: "Go on with all that the ledger holds; with a file only when the ledger knows it.")
  var resume = false

  @Flag(help: "Send everything of the file anew, also what was sent before.")
  var again = false

  @Flag(help: "Send what may have been accepted once more; it may then be there and billed twice.")
  var resendUnknown = false

  @Flag(help: "Print the requests, and send nothing.")
  var dryRun = false

  @Flag(help: "Wait for the images.")
  var wait = false

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @Flag(name: [.short, .long], help: "Show no progress.")
  var quiet = false

  @OptionGroup(title: "API") var connection: ConnectionOptions

  @Option(help: ArgumentHelp("How many requests are on their way at once.", valueName: "count"))
  var jobs = 4

  @Option(help: "The speed of prompts that ask for none: FAST, NORMAL.")
  var type: String?

  @Option(help: ArgumentHelp("Where the API reports, https.", valueName: "url"))
  var webhook: String?

  @Option(
    help: ArgumentHelp("Send this image with every prompt; may be repeated.", valueName: "file"),
    completion: .file())
  var image: [String] = []

  @Option(
    help: ArgumentHelp("The form of the input: jsonl, csv, tsv, lines.", valueName: "form"))
  var inputFormat: PromptFile.Format?

  @OptionGroup var records: RecordOptions

  @Option(help: ArgumentHelp("The field of JSONL or CSV that holds the id.", valueName: "name"))
  var idField = "id"

  @OptionGroup(title: "Judgement") var linting: LintingOptions

  func validate() throws {
    if path == nil, !resume { throw ValidationError("name a file, or - for standard input") }
    if path == nil, again { throw ValidationError("--again needs a file") }
    if resume, again { throw ValidationError("--resume and --again contradict each other") }
    if path == nil, dryRun { throw ValidationError("--dry-run needs a file") }
    if !(1...64 ~= jobs) { throw ValidationError("--jobs takes a number from 1 to 64") }
    if inputFormat == .whole { throw ValidationError("an input is jsonl, csv, tsv or lines") }
    if let type, !SubmissionType.all.contains(type.uppercased()) {
      throw ValidationError("--type takes FAST or NORMAL")
    }
  }

  func run() async throws {
    let job = try SubmitJob(self)
    let status = try await job.run()
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// The path whose folder decides on the configuration, or nil for the current folder.
  var configurationPath: String? { path == "-" ? records.stdinFilename : path }

  /// How records stand in the input.
  var format: PromptFile.Format {
    inputFormat ?? configurationPath.map { PromptFile.Format(path: $0) } ?? .lines
  }
}
