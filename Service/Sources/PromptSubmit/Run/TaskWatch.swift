// Waits for tasks: asks again and again, less and less often.

internal import Synchronization

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
  /// How often in a row a question about a task may fail before it is given up.
  private static let mostFailures = 6
  /// The same of questions about any tasks.
  private static let mostFailuresOfAll = 24

  /// A watch that asks for so many tasks at once.
  public init(
    _ ledger: Ledger, client: ImagineClient, limiter: RateLimiter, jobs: Int, stop: StopFlag
  ) {
    (self.ledger, self.client, self.limiter) = (ledger, client, limiter)
    (self.jobs, self.stop) = (jobs, stop)
  }

  /// A task of which nothing more is heard.
  public struct Lost: Sendable {
    /// Its submission.
    public let submission: Submission
    /// Why.
    public let failure: QueryFailure
  }

  /// Waits until every accepted submission of a run is over or the run is stopped; `report` is called
  /// whenever one has got on.
  ///
  /// - Returns: those of which nothing more is heard; when that goes for all, the rest isn't asked for.
  /// - Throws: `LedgerError`.
  public func run(
    _ run: Int64, report: @escaping @Sendable (Submission, MJTask) -> Void
  ) async throws -> [Lost] {
    var (last, lost): (Int64, [Lost]) = (0, [])
    let outage = Outage()
    try await withThrowingTaskGroup(of: Lost?.self) { group in
      var count = 0
      while !stop.isRaised, !outage.isLong {
        let some = try ledger.submissions(after: last, run: run, state: .accepted)
        guard let end = some.last else { break }
        for submission in some {
          if count >= jobs, let one = try await group.next() ?? nil { lost.append(one) }
          group.addTask { try await watch(submission, outage, report) }
          count += 1
        }
        last = end.number
      }
      for try await one in group { if let one { lost.append(one) } }
    }
    return lost
  }

  /// Failures in a row, whatever task was asked for.
  private final class Outage: Sendable {
    private let failures = Atomic<Int>(0)
    var isLong: Bool { failures.load(ordering: .relaxed) >= TaskWatch.mostFailuresOfAll }
    func count() { failures.add(1, ordering: .relaxed) }
    func end() { failures.store(0, ordering: .relaxed) }
  }

  private func watch(
    _ submission: Submission, _ outage: Outage,
    _ report: @Sendable (Submission, MJTask) -> Void
  ) async throws -> Lost? {
    guard let id = submission.task else { return nil }
    var (wait, failures, progress) = (Self.firstWait, 0, String?.none)
    while await limiter.turn(stop) {
      do {
        let task = try await client.task(id)
        failures = 0
        outage.end()
        if task.ending != nil || task.progress != progress {
          progress = task.progress
          report(try take(task, submission), task)
        }
        if task.ending != nil { return nil }
      } catch let failure as QueryFailure {
        failures += 1
        outage.count()
        if failures >= Self.mostFailures || outage.isLong {
          return Lost(submission: submission, failure: failure)
        }
      }
      let part = Double.random(in: 0.75...1.25)
      guard await stop.sleep(for: wait * part) else { return nil }
      wait = min(wait * 1.5, Self.mostWait)
    }
    return nil
  }

  /// Writes down what a task shows.
  private func take(_ task: MJTask, _ submission: Submission) throws -> Submission {
    if let image = task.images.first { try ledger.store(image: image, of: submission.number) }
    try Recovery.apply(.shown(task), to: submission, in: ledger)
    return try ledger.submission(submission.number) ?? submission
  }
}
