// The part of a run that speaks to the API.

import PromptCommand
import PromptLint
import PromptSubmit

/// The part of a run that speaks to the API.
struct SubmitRun {
  let command: SubmitCommand
  let ledger: Ledger
  let client: ImagineClient
  let gate: Gate
  let run: Int64
  let stop: StopFlag
  private let messages = Messages(program: "mjprompt")

  init(
    command: SubmitCommand, ledger: Ledger, client: ImagineClient, gate: Gate, run: Int64,
    stop: StopFlag
  ) {
    (self.command, self.ledger, self.client) = (command, ledger, client)
    (self.gate, self.run, self.stop) = (gate, run, stop)
  }

  /// Finds what became of unknown submissions, sends what is planned, waits where that was asked for.
  func perform(_ report: inout SubmitReport) async throws {
    let limiter = command.connection.limiter
    let recovery = Recovery(ledger, client: client, limiter: limiter, stop: stop)
    try await reconcile(recovery)
    if command.resendUnknown { _ = try Recovery.resend(ledger, run: run) }
    var settings = SubmitSettings()
    settings.jobs = command.jobs
    let submitter = Submitter(
      ledger, client: client, limiter: limiter, gate: gate, settings: settings, stop: stop)
    let isShown = !command.quiet
    let summary = try await submitter.run(run) { submission in
      if isShown, let text = Self.trouble(submission) { Messages(program: "mjprompt").say(text) }
    }
    try report.take(summary, ledger)
    if try ledger.counts(run: run)[.unknown] != nil, !stop.isRaised {
      try await reconcile(recovery)
    }
    if command.wait { try await wait(limiter, &report) }
    if stop.isRaised { report.isStopped = true }
  }

  /// Asks for the outcome of unknown submissions; that the API doesn't answer ends nothing.
  private func reconcile(_ recovery: Recovery) async throws {
    do {
      let found = try await recovery.reconcile()
      if found > 0, !command.quiet {
        messages.say("\(found) of unknown outcome were found in the list of tasks")
      }
    } catch let failure as QueryFailure {
      messages.say("the list of tasks can't be had, so what is unknown stays so: \(failure)")
    }
  }

  private func wait(_ limiter: RateLimiter, _ report: inout SubmitReport) async throws {
    let watch = TaskWatch(
      ledger, client: client, limiter: limiter, jobs: command.jobs, stop: stop)
    let isShown = !command.quiet
    let lost = try await watch.run(run) { submission, task in
      guard isShown else { return }
      let state =
        task.ending == nil ? task.progress ?? task.status ?? "begun" : "\(submission.state)"
      Messages(program: "mjprompt").say("\(submission.place): task \(task.id): \(state)")
    }
    for one in lost {
      messages.say("\(one.submission.place): no more is heard of its task: \(one.failure)")
      report.status.raise(to: one.failure.isRefusal ? .refused : .inputOutput)
    }
  }

  private static func trouble(_ submission: Submission) -> String? {
    switch submission.state {
    case .refused, .unknown, .planned:
      submission.answer.map { "\(submission.place): \(submission.state): \($0)" }
    case .accepted, .finished, .failed, .sending: nil
    }
  }
}

extension Submission {
  /// Where its record is, for people.
  var place: String { "\(plan.input):\(plan.line)" }

  /// What is worth knowing of it now: where its image is, or why there is none.
  var detail: String? {
    switch state {
    case .finished: image
    case .planned, .failed, .refused, .unknown: answer
    case .sending, .accepted: nil
    }
  }
}
