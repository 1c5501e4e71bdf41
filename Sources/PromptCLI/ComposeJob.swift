// One run of `mjprompt compose`: count first, then prompt by prompt.

import PromptCommand
import PromptCompose
import PromptCore
import PromptFiles
import PromptLint
import PromptRules

/// The state of one run.
struct ComposeJob: ~Copyable {
  /// The most prompts that are made without `--limit`.
  static let defaultMaximum: UInt64 = 10_000

  private var messages = Messages(program: "mjprompt")
  private let settings: ComposeSettings
  private var linters: LinterSource
  /// The model whose name is written, or nil.
  private let model: ModelVersion?
  private let seed: UInt64
  /// The rows of data; nil without any.
  private var rows: DataRows?
  private var sources: [TemplateSource] = []
  /// What was said of templates and rows, and how many rows more are wrong.
  private var said: Set<String> = []
  private var unsaid = 0

  private init(_ settings: ComposeSettings, _ linters: LinterSource, _ model: ModelVersion?) {
    self.settings = settings
    self.linters = linters
    self.model = model
    seed = settings.seed ?? UInt64.random(in: 0..<1_000_000_000)
  }

  /// Does what is asked, and says how the program ends.
  static func run(_ settings: ComposeSettings) throws -> ExitStatus {
    let linters = try LinterSource(settings.judgement)
    let model = try settings.judgement.model.map {
      linters.rules.models.models[try linters.model(named: $0)]
    }
    var job = ComposeJob(settings, linters, model)
    try job.run()
    return job.messages.status
  }

  private mutating func run() throws {
    readTemplates()
    try checkNames()
    try readData()
    var total: UInt64 = 0
    for index in sources.indices {
      var source = sources[index]
      let count = count(&source)
      sources[index] = source
      total = total.addingReportingOverflow(count).overflow ? .max : total + count
    }
    if unsaid > 0 { messages.say("\(unsaid) more rows like these") }
    if settings.isCount { return try printCounts() }
    guard try announce(total) else { return }
    try compose()
  }

  // MARK: Reading

  private mutating func readTemplates() {
    for path in settings.templates {
      do {
        let linter = try self.linter(for: path)
        let reader = TemplateReader(rules: linter.rules, expandingGroups: settings.expands)
        let template = try reader.read(path)
        let chosen = template.variants.filter {
          settings.variants.isEmpty || settings.variants.contains($0.name ?? "")
        }
        sources.append(TemplateSource(template, chosen, linter, settings.wildcards))
      } catch let error as TemplateError {
        report(error)
      } catch let failure as CommandFailure {
        messages.report(failure)
      } catch {
        messages.report(CommandFailure("\(path): \(error)", .usage))
      }
    }
  }

  /// What judges the prompts of a template; without checks when they aren't linted.
  private mutating func linter(for path: String) throws -> Linter {
    if settings.isLinting { return try linters.judgement(for: path).linter }
    var options = LintOptions(asOf: linters.rules.date)
    options.select = []
    return Linter(rules: linters.rules, options: options)
  }

  /// Slots and variants that no template has are mistakes.
  private func checkNames() throws(CommandFailure) {
    guard !sources.isEmpty, messages.status == .clean else { return }
    let slots = sources.flatMap(\.template.slotNames)
    for name in settings.values.keys.sorted() where !slots.contains(name) {
      throw CommandFailure.unknown("slot", name, slots)
    }
    let variants = sources.flatMap(\.template.variants).compactMap(\.name)
    for name in settings.variants where !variants.contains(name) {
      throw CommandFailure.unknown("variant", name, variants)
    }
  }

  private mutating func readData() throws {
    guard let path = settings.data else { return }
    let bytes = try FileSystem.read(path)
    let name = path == "-" ? "<stdin>" : path
    do throws(TemplateError) {
      rows = try DataRows(path: name, format: settings.dataFormat, bytes: bytes)
    } catch {
      throw CommandFailure(error.description, .inputOutput)
    }
  }

  /// The most problems of rows that are told one by one.
  private static let maximumReports = 20

  private mutating func report(_ error: TemplateError) {
    let isInput = error.kind == .unreadable || error.kind == .malformedData
    report(CommandFailure(error.description, isInput ? .inputOutput : .usage))
  }

  /// Reports a problem once, and of many only the first.
  private mutating func report(_ failure: CommandFailure) {
    messages.status.raise(to: failure.status)
    if said.contains(failure.description) { return }
    if said.count >= Self.maximumReports {
      unsaid += 1
    } else {
      said.insert(failure.description)
      messages.report(failure)
    }
  }

  // MARK: Counting

  /// How many prompts a template makes; says which rows make none.
  private mutating func count(_ source: inout TemplateSource) -> UInt64 {
    var count: UInt64 = 0
    var plans = source.plans(settings.values, rows, model)
    while let (plan, row) = plans.next(&source) {
      switch plan {
      case .success(let plan):
        let own = plan.plan.count(settings.mode)
        count = count.addingReportingOverflow(own).overflow ? .max : count + own
      case .failure(let error):
        if row == nil || error.kind != .missingValue {
          report(error)
        } else {
          report(CommandFailure("\(row?.description ?? ""): \(error)", .inputOutput))
        }
      }
    }
    source.count = count
    return count
  }

  private func printCounts() throws {
    var output = OutputWriter.standardOutput()
    for source in sources {
      let number = "\(source.count)" + (source.count == .max ? " or more" : "")
      try output.write(sources.count == 1 ? "\(number)\n" : "\(number) \(source.template.path)\n")
    }
    try output.flush()
  }

  /// Says how many prompts there will be; false when those are too many.
  private mutating func announce(_ total: UInt64) throws -> Bool {
    let most = settings.limit ?? .max
    if settings.limit == nil, settings.mode == .all, total > Self.defaultMaximum {
      messages.report(
        CommandFailure(
          "\(total) prompts; say how many with --limit, or draw some with --random", .usage))
      return false
    }
    if !settings.isQuiet, total > 0 || messages.status == .clean {
      let number = "\(total)\(total == .max ? " or more" : "") prompt\(total == 1 ? "" : "s")"
      var note = ""
      if case .random = settings.mode, settings.seed == nil { note = ", seed \(seed)" }
      messages.say((most < total ? "the first \(most) of \(number)" : number) + note)
    }
    return true
  }

  // MARK: Composing

  private mutating func compose() throws {
    var output = ComposeOutput(settings, seed: seed)
    for index in sources.indices {
      output.begin()
      var plans = sources[index].plans(settings.values, rows, model)
      while let (plan, _) = plans.next(&sources[index]), !output.isFull {
        if case .success(let plan) = plan { try output.write(plan, sources[index]) }
      }
    }
    try output.finish()
    messages.status.raise(to: output.status)
  }
}

extension TemplatePlan {
  /// How many prompts are made of it.
  func count(_ mode: ComposeMode) -> UInt64 {
    switch mode {
    case .all: count
    case .random(let number), .cyclic(let number): number
    }
  }
}
