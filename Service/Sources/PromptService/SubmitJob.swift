// One run of `mjprompt submit`: plan, recover, send, wait, report.

import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptRuleFiles
import PromptRules
import PromptSubmit

/// One run of `mjprompt submit`.
struct SubmitJob {
  private let command: SubmitCommand
  private let gate: Gate
  private let plan: PlanSettings
  private let messages = Messages(program: "mjprompt")

  /// The targets whose API the client speaks.
  private static let targets = ["ohmygpt"]

  init(_ command: SubmitCommand) throws {
    self.command = command
    var settings = command.linting.settings
    settings.target = settings.target ?? Self.targets[0]
    guard let target = settings.target, Self.targets.contains(target) else {
      throw CommandFailure(
        "prompts are submitted to \(Self.targets.joined(separator: ", ")) only", .usage)
    }
    var linters = try LinterSource(settings)
    let judgement = try linters.gate(for: command.configurationPath)
    gate = judgement.gate
    var plan = PlanSettings(input: Self.name(command.path), format: command.format)
    plan.field = command.records.field
    plan.idField = command.idField
    plan.type = command.type?.uppercased()
    plan.webhook = try Webhook.address(command.webhook)
    plan.images = command.image
    plan.budget = judgement.choices.gate.budget.map { UInt64($0.value) }
    plan.isAgain = command.again
    plan.mustBeKnown = command.resume
    self.plan = plan
  }

  /// The name of the input, as the ledger keeps it.
  private static func name(_ path: String?) -> String {
    guard let path, path != "-" else { return "<stdin>" }
    return FileSystem.resolved(path) ?? path
  }

  /// Does it all, and says how the program ends.
  func run() async throws -> ExitStatus {
    var report = SubmitReport(command, keptInput: plan.input, rules: gate.linter.rules)
    if command.dryRun {
      do { return try dryRun(&report) } catch { throw Self.failure(error) }
    }
    let client = try command.connection.client(connections: command.jobs, retries: retries)
    do {
      let status = try await run(client, &report)
      try await client.close()
      return status
    } catch {
      try? await client.close()
      try? report.flush()
      throw Self.failure(error)
    }
  }

  private var retries: Set<Int> {
    let target = gate.linter.rules.target(gate.linter.options.target)
    return Set((target?.retries ?? []).map(\.status))
  }

  private func run(
    _ client: ImagineClient, _ report: inout SubmitReport
  ) async throws -> ExitStatus {
    let ledger = try Ledger(try command.ledger.path())
    let left = try Recovery.settle(ledger)
    if left > 0 { say("\(left) on their way when the last run ended; their outcome is unknown") }
    let run = try planned(ledger, &report)
    let stop = StopFlag()
    let signals = Signals(stop, messages)
    defer { signals.end() }
    let work = SubmitRun(
      command: command, ledger: ledger, client: client, gate: gate, run: run, stop: stop)
    try await work.perform(&report)
    try report.finish(ledger, run: run)
    return report.status
  }

  private func say(_ text: String) { if !command.quiet { messages.say(text) } }
}

// MARK: Planning

extension SubmitJob {
  /// The number of a run whose submissions are in the ledger.
  private func planned(_ ledger: Ledger, _ report: inout SubmitReport) throws -> Int64 {
    guard command.path != nil else { return try ledger.resume() }
    return try withInput { path, hash in
      let planned = try ledger.plan(
        input: plan.input, hash: hash, isAgain: plan.isAgain, mustBeKnown: plan.mustBeKnown
      ) { entry in
        try planner.run(path, hash: hash) { submission in
          _ = try entry.add(submission)
        } deny: { record in
          try report.deny(record)
        }
      }
      say("\(planned.added) new, \(planned.known) known, \(report.denied) denied")
      return planned.run
    }
  }

  private var planner: SubmissionPlanner {
    get throws {
      guard let planner = SubmissionPlanner(plan, gate: gate) else {
        throw CommandFailure("the rules don't know the target", .usage)
      }
      return planner
    }
  }

  /// Calls `body` with a path that can be read twice, and the hash of what is there.
  private func withInput<Value>(_ body: (String, String) throws -> Value) throws -> Value {
    guard let path = command.path, path != "-" else {
      let spool = try FileSystem.spoolStandardInput()
      return try body(spool.path, try SubmissionPlanner.hash(of: spool.path))
    }
    return try body(path, try SubmissionPlanner.hash(of: path))
  }

  private func dryRun(_ report: inout SubmitReport) throws -> ExitStatus {
    let settings = try command.connection.settings()
    let dryRun = DryRun(settings, gate: gate, input: report.input, isJSON: command.json)
    try withInput { path, hash in
      try planner.run(path, hash: hash) { submission in
        try report.write(try dryRun.text(submission))
      } deny: { record in
        try report.deny(record)
      }
    }
    try report.flush()
    return report.status
  }

  /// An error as the reason why the program ends.
  private static func failure(_ error: any Error) -> any Error {
    switch error {
    case let error as LedgerError: CommandFailure(error.description, .inputOutput)
    case let conflict as PlanConflict: CommandFailure(conflict.message, .usage)
    case let failure as QueryFailure:
      CommandFailure(failure.description, failure.isRefusal ? .refused : .inputOutput)
    case let problem as FileProblem:
      CommandFailure("line \(problem.location.line): \(problem.message)", .inputOutput)
    default: error
    }
  }
}

extension PlanConflict {
  /// What is wrong and what to do, one line.
  fileprivate var message: String {
    switch self {
    case .otherRequest(let key, let line):
      "line \(line): the id \(key) was submitted with another request; give it another id, or say "
        + "--again; nothing was sent"
    case .twice(let key, let line):
      "line \(line): the id \(key) stands there twice; nothing was sent"
    case .unseen: "the ledger knows nothing of this input; nothing was sent"
    case .changed(let count):
      "\(count) prompts were submitted when the file had another content, and would be sent again; "
        + "give records ids of their own, or say --again; nothing was sent"
    }
  }
}
