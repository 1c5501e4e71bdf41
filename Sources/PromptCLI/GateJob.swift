// One run of `mjprompt gate`: judgement, input, output, progress.

import PromptBatch
import PromptCommand
import PromptCore
import PromptFiles
import PromptLint
import PromptRuleFiles

/// One run of `mjprompt gate`.
struct GateJob {
  private let settings: GateSettings
  private let gate: Gate
  private let batch: BatchSettings
  private let messages = Messages(program: "mjprompt")

  init(_ settings: GateSettings) throws {
    self.settings = settings
    var linters = try LinterSource(settings.judgement)
    let judgement = try linters.gate(for: settings.configurationPath)
    gate = judgement.gate
    var batch = settings.batch
    batch.budget = judgement.choices.gate.budget.map { UInt64($0.value) }
    if batch.isStateless, batch.budget != nil {
      throw CommandFailure(
        "--stateless judges each record by itself; take `budget` out of `gate:`, or leave it out",
        .usage)
    }
    self.batch = batch
  }

  /// Judges everything, and says how the program ends.
  func run() async throws -> ExitStatus {
    do {
      let summary = try await judge()
      let isClean = settings.isAlwaysClean || summary.passing == summary.records
      return isClean ? .clean : .findings
    } catch let problem as FileProblem {
      let place = "\(settings.path):\(problem.location.line):\(problem.location.column)"
      throw CommandFailure("\(place): \(problem.message)", .inputOutput)
    }
  }

  private func judge() async throws -> BatchSummary {
    guard let path = settings.output else {
      var run = try BatchRun(settings.path, gate: gate, settings: batch)
      return try await write(&run, to: OutputWriter.standardOutput(), isBegun: false)
    }
    let kind = try FileSystem.kind(of: path)
    guard kind == .missing || kind == .file else {
      if settings.isResuming {
        throw CommandFailure("\(path) is no regular file; --resume needs one", .usage)
      }
      var run = try BatchRun(settings.path, gate: gate, settings: batch)
      let file = try FileOutput(path)
      return try await write(&run, to: file.writer, isBegun: false)
    }
    return try await judge(into: BatchOutput(FileSystem.resolved(path) ?? path))
  }

  /// Writes a file that has its name only when it is whole.
  private func judge(into output: BatchOutput) async throws -> BatchSummary {
    let ticket = try BatchTicket(gate, batch, input: settings.path)
    var run = try BatchRun(settings.path, gate: gate, settings: batch)
    let isBegun = try settings.isResuming && output.reopen(by: ticket)
    let kept = isBegun ? try run.resume(after: output.unfinished) : 0
    // What is left of another run is cut off before the ticket says what the new one is made with.
    let file = try FileOutput(output.unfinished, keeping: kept, like: output.path)
    if !isBegun { try FileSystem.replace(output.ticket, with: ticket.bytes) }
    do {
      let summary = try await write(&run, to: file.writer, isBegun: kept > 0)
      try file.synchronize()
      try FileSystem.move(output.unfinished, to: output.path)
      return summary
    } catch {
      messages.say("\(output.unfinished) holds what was done; mend the cause and use --resume")
      throw error
    }
  }

  private func write(
    _ run: inout BatchRun, to writer: consuming OutputWriter, isBegun: Bool
  ) async throws -> BatchSummary {
    var writer = writer
    var progress = Progress(
      isShown: !settings.isQuiet && FileSystem.isTerminal(2), size: run.size,
      done: run.bytesRead, records: run.summary.records)
    if !isBegun { try writer.write(run.header) }
    if batch.isLineBuffered { try writer.flush() }
    try await run.run { bytes, summary, bytesRead in
      try writer.write(bytes)
      if batch.isLineBuffered { try writer.flush() }
      progress.show(records: summary.records, bytes: bytesRead)
    }
    try writer.flush()
    progress.end()
    return run.summary
  }
}
