// Sends what is planned: some at once, at a rate, each step on the disk before the next.

internal import PromptCore
public import PromptLint
internal import PromptScan

/// How a run sends.
public struct SubmitSettings: Sendable {
  /// How many requests are on their way at once.
  public var jobs = 4
  /// How many tries a submission has in one run, where nothing can have been accepted.
  public var attempts = 5
  /// How long is waited between tries.
  public var backoff = Backoff()

  /// The usual ones.
  public init() {}
}

/// Sends the submissions of a run.
public struct Submitter: Sendable {
  private let ledger: Ledger
  private let client: ImagineClient
  private let limiter: RateLimiter
  private let validation: PromptValidation
  private let settings: SubmitSettings
  private let stop: StopFlag

  /// A submitter; the gate judges every prompt once more just before it is sent.
  public init(
    _ ledger: Ledger, client: ImagineClient, limiter: RateLimiter, gate: Gate,
    settings: SubmitSettings, stop: StopFlag
  ) {
    self.ledger = ledger
    self.client = client
    self.limiter = limiter
    validation = PromptValidation(gate)
    self.settings = settings
    self.stop = stop
  }

  /// What a run came to.
  public struct Summary: Sendable {
    /// Why it ended before everything was tried, or nil.
    public var halt: SubmissionStateMachine.Halt?
    /// The submissions that may no longer be sent as they are, with the reason.
    public var withheld: [(number: Int64, reason: String)] = []
  }

  /// Sends all that is planned, and calls `report` with each submission when it has come to rest.
  ///
  /// - Throws: `LedgerError`; requests that are on their way are waited for first.
  public func run(
    _ run: Int64, report: @Sendable (Submission) -> Void
  ) async throws -> Summary {
    var summary = Summary()
    var last: Int64 = 0
    var queue: [Submission] = []
    var isAtEnd = false
    var failure: LedgerError?
    try await withThrowingTaskGroup(of: Ending.self) { group in
      var count = 0
      while true {
        while count < settings.jobs, summary.halt == nil, failure == nil, !stop.isRaised, !isAtEnd {
          if queue.isEmpty {
            queue = try ledger.submissions(after: last, run: run, state: .planned).reversed()
          }
          guard let next = queue.popLast() else {
            isAtEnd = true
            break
          }
          last = next.number
          group.addTask { await ending(of: next) }
          count += 1
        }
        guard let ending = try await group.next() else { return }
        count -= 1
        failure = failure ?? ending.failure
        if failure != nil { continue }
        if let halt = ending.halt { summary.halt = summary.halt ?? halt }
        if let reason = ending.withheld { summary.withheld.append((ending.number, reason)) }
        if let submission = try ledger.submission(ending.number) { report(submission) }
      }
    }
    if let failure { throw failure }
    return summary
  }

  private struct Ending: Sendable {
    let number: Int64
    var failure: LedgerError?
    var halt: SubmissionStateMachine.Halt?
    var withheld: String?
  }
}

// MARK: One submission

extension Submitter {
  /// Sends one; a ledger that fails is told like any other end, so that nothing else is broken off.
  private func ending(of submission: Submission) async -> Ending {
    do throws(LedgerError) {
      return try await send(submission)
    } catch {
      return Ending(number: submission.number, failure: error)
    }
  }

  private func send(_ submission: Submission) async throws(LedgerError) -> Ending {
    var ending = Ending(number: submission.number)
    let call: APICall
    switch request(submission) {
    case .success(let request): call = .imagine(request)
    case .failure(let withheld):
      ending.withheld = withheld.reason
      return ending
    }
    var machine = SubmissionStateMachine(
      submission.state, attempts: submission.attempts, mostAttempts: settings.attempts)
    guard await limiter.turn(stop) else { return ending }
    var actions = machine.handle(.begin)
    while let action = actions.popLast() {
      switch action {
      case .store(let change):
        _ = try ledger.store(change, of: submission.number)
        actions += machine.handle(.stored).reversed()
      case .send: actions += machine.handle(.answered(await client.send(call))).reversed()
      case .wait(let attempts, let least):
        let delay = settings.backoff.delay(
          after: attempts, chance: .random(in: 0..<1), least: least)
        var isGoingOn = await stop.sleep(for: delay)
        if isGoingOn { isGoingOn = await limiter.turn(stop) }
        actions += machine.handle(isGoingOn ? .waited : .stop).reversed()
      case .end(let halt): ending.halt = halt
      }
    }
    return ending
  }

  private struct Withheld: Error {
    let reason: String
  }

  /// The request of a submission; judged anew, since rules, files and time may have changed.
  private func request(_ submission: Submission) -> Result<ImagineRequest, Withheld> {
    let plan = submission.plan
    if plan.requestHash != submission.requestHash {
      return .failure(Withheld(reason: "the ledger holds something else than was judged"))
    }
    var scratch = ScanScratch()
    guard case .success(let prompt) = validation.check(SourceText(plan.prompt), scratch: &scratch),
      prompt.text.utf8.elementsEqual(plan.prompt.utf8), prompt.target == plan.target
    else { return .failure(Withheld(reason: "the gate no longer lets it pass as it is")) }
    var images: [ImageAttachment] = []
    for file in plan.images {
      guard let image = try? ImageAttachment(file: file.path), image.hash == file.hash else {
        return .failure(Withheld(reason: "\(file.path) can't be read, or has changed"))
      }
      images.append(image)
    }
    let address = plan.webhook.map { WebhookNonce.address($0, submission.nonce) }
    guard let address else {
      return .success(ImagineRequest(prompt, type: plan.type, images: images))
    }
    guard let webhook = try? WebAddress(address) else {
      return .failure(Withheld(reason: "its webhook is refused"))
    }
    return .success(ImagineRequest(prompt, type: plan.type, images: images, webhook: webhook))
  }
}
