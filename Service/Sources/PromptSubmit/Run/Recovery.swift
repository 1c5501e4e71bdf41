// What an earlier run left: requests on their way, and those of unknown outcome.

/// Brings a ledger in order before anything is sent.
public struct Recovery: Sendable {
  private let ledger: Ledger
  private let client: ImagineClient
  private let limiter: RateLimiter
  private let stop: StopFlag

  /// Recovery of a ledger.
  public init(_ ledger: Ledger, client: ImagineClient, limiter: RateLimiter, stop: StopFlag) {
    (self.ledger, self.client, self.limiter, self.stop) = (ledger, client, limiter, stop)
  }

  /// Marks what was on its way when the last run ended as unknown.
  ///
  /// - Returns: how many there were.
  /// - Throws: `LedgerError`.
  public static func settle(_ ledger: Ledger) throws(LedgerError) -> Int {
    try forEach(.sending, in: ledger) { submission throws(LedgerError) in
      try apply(.restarted, to: submission, in: ledger)
    }
  }

  /// Makes all of a run that is unknown planned again; its owner takes the risk of sending it twice.
  ///
  /// - Throws: `LedgerError`.
  public static func resend(_ ledger: Ledger, run: Int64) throws(LedgerError) -> Int {
    try forEach(.unknown, in: ledger) { submission throws(LedgerError) in
      guard
        try ledger.submissions(
          after: submission.number - 1, run: run, state: .unknown, count: 1
        ).first?.number == submission.number
      else { return }
      try apply(.resend, to: submission, in: ledger)
    }
  }

  private static func forEach(
    _ state: SubmissionState, in ledger: Ledger,
    _ body: (Submission) throws(LedgerError) -> Void
  ) throws(LedgerError) -> Int {
    var (last, count): (Int64, Int) = (0, 0)
    while true {
      let some = try ledger.submissions(after: last, state: state)
      guard let end = some.last else { return count }
      for submission in some { try body(submission) }
      (last, count) = (end.number, count + some.count)
    }
  }

  static func apply(
    _ event: SubmissionStateMachine.Event, to submission: Submission, in ledger: Ledger
  ) throws(LedgerError) {
    var machine = SubmissionStateMachine(submission.state, attempts: submission.attempts)
    for case .store(let change) in machine.handle(event) {
      _ = try ledger.store(change, of: submission.number)
    }
  }
}

// MARK: Asking the API

extension Recovery {
  /// The most pages of tasks that are looked through.
  private static let mostPages = 2000
  private static let pageSize = 20

  /// Looks for the tasks of all unknown submissions among those that the API lists, and writes down what is
  /// certain.
  ///
  /// - Returns: how many were found.
  /// - Throws: `LedgerError`, `QueryFailure` when the API can't be asked; nothing is lost then.
  public func reconcile() async throws -> Int {
    var unknowns: [Int64: Submission] = [:]
    _ = try Self.forEach(.unknown, in: ledger) { unknowns[$0.number] = $0 }
    if unknowns.isEmpty { return 0 }
    var reconciliation = Reconciliation(unknowns.values.map(Self.unknown))
    guard try await look(&reconciliation) else { return 0 }
    let matches = reconciliation.matches
    for match in matches {
      guard let submission = unknowns[match.submission] else { continue }
      try Self.apply(.matched(task: match.task), to: submission, in: ledger)
    }
    return matches.count
  }

  private static func unknown(_ submission: Submission) -> Reconciliation.Unknown {
    Reconciliation.Unknown(
      number: submission.number, prompt: submission.plan.prompt, type: submission.plan.type,
      nonce: submission.plan.webhook == nil ? nil : submission.nonce,
      sentAt: submission.sentAt ?? 0)
  }

  /// Goes through all pages; false when that wasn't possible without new tasks coming in between.
  private func look(_ reconciliation: inout Reconciliation) async throws -> Bool {
    for _ in 0..<3 {
      var (seen, total): (Set<UInt64>, Int?) = ([], nil)
      var isWhole = false
      for number in 1...Self.mostPages {
        guard await limiter.turn(stop) else { return false }
        let page = try await client.tasks(page: number, size: Self.pageSize)
        if let known = total, let now = page.total, known != now { break }
        total = total ?? page.total
        let new = page.tasks.filter { seen.insert($0.id).inserted }
        for task in new where try !ledger.knows(task: task.id) { reconciliation.look(at: task) }
        isWhole = new.isEmpty || page.tasks.count < Self.pageSize
        if isWhole { break }
      }
      if isWhole, total.map({ seen.count >= $0 }) ?? true { return true }
    }
    return false
  }
}
