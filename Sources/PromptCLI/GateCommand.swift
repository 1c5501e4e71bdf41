// `mjprompt gate`: one verdict out for one record in.

import ArgumentParser
import PromptBatch
import PromptCommand
import PromptFiles

/// Decides on prompts before they are sent.
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Decide on prompts: one verdict out for one record in, in order, on all cores.",
    discussion: """
      Each line is a prompt, # and blank ones too; of .jsonl, .csv and .tsv each record. A verdict is \
      allow, rewrite (send the mended text), review or deny. JSONL gets a member "gate", a table six \
      columns, lines become verdict, codes and text with tabs between. A record that can't be read is \
      denied in its place. `gate:` in mjprompt.yaml holds the policy. Ends with 1 when any prompt may \
      not be sent.

      With --output, FILE.part is written and becomes FILE at the end; FILE.gate says what it is made \
      with, for --resume.
      """)

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var path = "-"

  @Option(
    help: ArgumentHelp("The form of the output: jsonl, csv, tsv, lines.", valueName: "form"))
  var format: PromptFile.Format?

  @Option(
    help: ArgumentHelp(
      "The form of the input, not that of its name; of unnamed input else that of the output.",
      valueName: "form"))
  var inputFormat: PromptFile.Format?

  @OptionGroup var records: RecordOptions

  @Option(help: ArgumentHelp("Judge this many blocks at once, not one a core.", valueName: "count"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Write to this file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Go on where a run with the same --output was ended.")
  var resume = false

  @Flag(help: "End with 0 also when prompts are denied.")
  var exitZero = false

  @Flag(help: "Write each record at once, for those who wait for it.")
  var lineBuffered = false

  @Flag(
    help: "Name no lines and no equal records, so that parts come to the same as the whole.")
  var stateless = false

  @Flag(name: [.short, .long], help: "Show no progress.")
  var quiet = false

  @OptionGroup(title: "Judgement") var linting: LintingOptions

  func validate() throws {
    if resume, output == nil { throw ValidationError("--resume needs --output") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on") }
    if format == .whole || inputFormat == .whole {
      throw ValidationError("a batch is jsonl, csv, tsv or lines")
    }
  }

  func run() throws {
    let settings = try settings
    let status = try Waiting.result { try await GateJob(settings).run() }
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  private var settings: GateSettings {
    get throws {
      var settings = GateSettings(path: path)
      settings.stdinFilename = records.stdinFilename
      settings.judgement = linting.settings
      settings.batch = BatchSettings(try input)
      settings.batch.output = try form
      settings.batch.field = records.field
      settings.batch.workers = jobs ?? FileSystem.processorCount
      settings.batch.isLineBuffered = lineBuffered
      settings.batch.isStateless = stateless
      settings.output = output
      settings.isResuming = resume
      settings.isAlwaysClean = exitZero
      settings.isQuiet = quiet
      return settings
    }
  }

  private var input: PromptFile.Format {
    get throws {
      if let inputFormat { return inputFormat }
      guard path == "-" else { return PromptFile.Format(path: path) }
      return records.stdinFilename.map { PromptFile.Format(path: $0) } ?? format ?? .lines
    }
  }

  private var form: PromptFile.Format {
    get throws {
      let input = try input
      let form = format ?? input
      let isTable = form == .csv || form == .tsv
      if isTable, form != input {
        throw CommandFailure(
          "a batch of \(input.rawValue) can be written as jsonl, lines or \(input.rawValue), "
            + "not as \(form.rawValue)", .usage)
      }
      return form
    }
  }
}
