// Waits for tasks: asks again and again, less and less often.

/// Waits for the tasks of a run.
public struct TaskWatch: Sendable {
  private let ledger: Ledger
  private let client: ImagineClient
  private let limiter: RateLimiter
  private let stop: StopFlag
  private let jobs: Int

  /// The wait before a task is asked for the second time; it grows by half each time up to the most.
  private static let firstWait = Duration.seconds(2)
  private static let mostWait = Duration.seconds(20)
  /// How often in a row the API may fail to answer before it is given up.
  private static let mostFailures = 8

  /// A watch that asks for so many tasks at once.
  public init(
    _ ledger: Ledger, client: ImagineClient, limiter: RateLimiter, jobs: Int, stop: StopFlag
  ) {
    (self.ledger, self.client, self.limiter) = (ledger, client, limiter)
    (self.jobs, self.stop) = (jobs, stop)
  }

  /// Waits until every accepted submission of a run is over or the run is stopped; `report` is called
  /// whenever one has got on.
  ///
  /// - Throws: `LedgerError`, `QueryFailure` when the API doesn't answer any more.
  public func run(
    _ run: Int64, report: @escaping @Sendable (Submission, MJTask) -> Void
  ) async throws {
    var last: Int64 = 0
    try await withThrowingTaskGroup(of: Void.self) { group in
      var count = 0
      while !stop.isRaised {
        let some = try ledger.submissions(after: last, run: run, state: .accepted)
        guard let end = some.last else { break }
        for submission in some {
          if count >= jobs { try await group.next() }
          group.addTask { try await watch(submission, report) }
          count += 1
        }
        last = end.number
      }
      try await group.waitForAll()
    }
  }

  private func watch(
    _ submission: Submission, _ report: @Sendable (Submission, MJTask) -> Void
  ) async throws {
    guard let id = submission.task else { return }
    var (wait, failures, progress) = (Self.firstWait, 0, String?.none)
    while await limiter.turn(stop) {
      do {
        let task = try await client.task(id)
        failures = 0
        if task.ending != nil || task.progress != progress {
          progress = task.progress
          report(try take(task, submission), task)
        }
        if task.ending != nil { return }
      } catch let failure as QueryFailure {
        failures += 1
        if failures >= Self.mostFailures { throw failure }
      }
      let part = Double.random(in: 0.75...1.25)
      guard await stop.sleep(for: wait * part) else { return }
      wait = min(wait * 1.5, Self.mostWait)
    }
  }

  /// Writes down what a task shows.
  private func take(_ task: MJTask, _ submission: Submission) throws -> Submission {
    if let image = task.images.first { try ledger.store(image: image, of: submission.number) }
    try Recovery.apply(.shown(task), to: submission, in: ledger)
    return try ledger.submission(submission.number) ?? submission
  }
}
