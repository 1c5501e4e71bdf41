// `mjprompt compose`: prompts of templates, data and word files.

import ArgumentParser
import PromptCommand
import PromptCompose
import PromptCore

extension ComposeForm: ExpressibleByArgument {}

/// The forms of data, as values of an option.
enum DataForm: String, CaseIterable, ExpressibleByArgument {
  case json, jsonl, csv, tsv
}

/// Prints the prompts that templates make.
struct Compose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make prompts of templates, data and word files, one a line.",
    discussion: """
      A template is a .prompt.yaml file: text with {{slots}}, parameters as fields, variants. The values of \
      slots come from --set, from each row of --data, from the template's defaults and from word files \
      named like them. Text stays text: no value can become a parameter, a weight, a group or a link.

      Each prompt is linted; one with an error is reported and not printed. How many there will be is said \
      beforehand; more than 10,000 are an error unless --limit, --random or --cyclic says how many.
      """)

  @Argument(help: "Templates.", completion: .file(extensions: ["yaml"]))
  var templates: [String]

  @Option(
    help: ArgumentHelp(
      "Fill the slots with each row of this file (.json, .jsonl, .csv, .tsv), or of -.",
      valueName: "file"), completion: .file())
  var data: String?

  @Option(help: ArgumentHelp("The form of the data, not that of its name.", valueName: "form"))
  var dataFormat: DataForm?

  @Option(
    help: ArgumentHelp(
      "Give a slot this value, whatever the data says; given again, it makes a list.",
      valueName: "slot=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("Take this variant only; may be repeated.", valueName: "name"))
  var variant: [String] = []

  @Option(
    help: ArgumentHelp(
      "Look for word files also in this folder or file; may be repeated.", valueName: "path"))
  var wildcards: [String] = []

  @Flag(help: "Make all there are, which is the usual.")
  var all = false

  @Option(
    help: ArgumentHelp("Draw this many at random for each row and variant.", valueName: "count"))
  var random: UInt64?

  @Option(
    help: ArgumentHelp(
      "Make this many for each row and variant, going round through the words.",
      valueName: "count"))
  var cyclic: UInt64?

  @Option(help: ArgumentHelp("The seed of --random; the same makes the same.", valueName: "number"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("Make at most this many.", valueName: "count"))
  var limit: UInt64?

  @Flag(help: "Print only how many there are, for each template.")
  var count = false

  @Flag(help: "Make a prompt of each choice of {a, b} groups, not leaving that to the service.")
  var expand = false

  @Option(help: ArgumentHelp("The form of the output: lines, jsonl.", valueName: "form"))
  var format: ComposeForm = .lines

  @Flag(
    help: "Don't lint the prompts, for those who gate them next; text stays text nevertheless.")
  var noLint = false

  @Flag(help: "Print also the prompts that have errors.")
  var keepErrors = false

  @Option(
    help: ArgumentHelp(
      "The least severity that keeps a prompt from being printed: hint, information, warning, error.",
      valueName: "severity"))
  var failOn: Severity = .error

  @Flag(name: [.short, .long], help: "Say nothing of how many there will be.")
  var quiet = false

  @OptionGroup(title: "Judgement") var linting: LintingOptions

  func validate() throws {
    let modes = [all, random != nil, cyclic != nil].count { $0 }
    if modes > 1 { throw ValidationError("give one of --all, --random and --cyclic") }
    if seed != nil, random == nil { throw ValidationError("--seed goes with --random") }
    if templates.isEmpty { throw ValidationError("name a template") }
  }

  func run() throws {
    var settings = ComposeSettings(templates: templates)
    settings.judgement = linting.settings
    settings.data = data
    settings.dataFormat = dataFormat.flatMap { DataRows.Format(rawValue: $0.rawValue) }
    settings.values = try SlotSetting.values(set)
    settings.variants = variant
    settings.wildcards = wildcards
    settings.mode = random.map { .random($0) } ?? cyclic.map { .cyclic($0) } ?? .all
    settings.seed = seed
    settings.limit = limit
    settings.isCount = count
    settings.expands = expand
    settings.form = format
    settings.isLinting = !noLint
    settings.keepsErrors = keepErrors
    settings.threshold = failOn
    settings.isQuiet = quiet
    let status = try ComposeJob.run(settings)
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}
