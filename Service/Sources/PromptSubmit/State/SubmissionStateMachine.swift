// The life of one submission: events in, actions out. No sockets, no clock, no disk.

/// Decides what happens next to one submission.
///
/// A request leaves only by the action `send`, and that comes only behind the event `stored` of the state
/// `sending`: so nothing is sent that the ledger doesn't know.
public struct SubmissionStateMachine: Sendable {
  /// What happens to it.
  public enum Event: Hashable, Sendable {
    /// It is its turn.
    case begin
    /// What was to be stored is on the disk.
    case stored
    /// The request came back.
    case answered(SendOutcome)
    /// The wait is over.
    case waited
    /// The run is to end: no more waits.
    case stop
    /// The program begins, and this was on its way when the last one ended.
    case restarted
    /// A task of this id is surely its own.
    case matched(task: UInt64)
    /// Somebody takes the risk of sending it twice.
    case resend
    /// The task stands so.
    case shown(MJTask)
  }

  /// What is to be done.
  public enum Action: Hashable, Sendable {
    /// Write this to the disk, then say `stored`.
    case store(Change)
    /// Send the request, once, then say `answered`.
    case send
    /// Wait as long as the backoff says, then say `waited`.
    case wait(attempts: Int, least: Int?)
    /// There is nothing to do; nil, or why others needn't be tried either.
    case end(Halt?)
  }

  /// What is written down.
  public struct Change: Hashable, Sendable {
    /// Where it stands from now on.
    public let state: SubmissionState
    /// How often it was sent or nearly so.
    public let attempts: Int
    /// The task, or nil to leave what is there.
    public var task: UInt64?
    /// What was said last, or nil.
    public var answer: String?
  }

  /// Why a run needn't go on.
  public enum Halt: Hashable, Sendable {
    /// The API can't be reached.
    case unreachable(String)
    /// The API turns away whatever comes.
    case turnedAway(String)
  }

  /// Where it stands, as it is on the disk or about to be.
  public private(set) var state: SubmissionState
  /// How often it was sent or nearly so.
  public private(set) var attempts: Int
  /// How many tries one run makes.
  private let mostAttempts: Int
  private var triesOfRun = 0
  private var isStopped = false
  private var step = Step.idle

  private enum Step: Hashable, Sendable {
    case idle
    /// Something is being stored, and then comes this.
    case storing(then: [Action])
    case sending
    case waiting
  }

  /// A submission as the ledger has it.
  public init(_ state: SubmissionState, attempts: Int = 0, mostAttempts: Int = 5) {
    self.state = state
    self.attempts = attempts
    self.mostAttempts = mostAttempts
  }

  /// Takes an event; one that makes no sense now changes nothing.
  public mutating func handle(_ event: Event) -> [Action] {
    switch (event, step) {
    case (.stop, .waiting):
      (isStopped, step) = (true, .idle)
      return [.end(nil)]
    case (.stop, _):
      isStopped = true
      return []
    case (.stored, .storing(let next)):
      step = next.contains(.send) ? .sending : next.contains(where: \.isWait) ? .waiting : .idle
      return next
    case (.answered(let outcome), .sending): return take(outcome)
    case (.waited, .waiting): return begin()
    case (.begin, .idle) where state == .planned: return isStopped ? [.end(nil)] : begin()
    case (.restarted, .idle) where state == .sending:
      return store(.unknown, answer: "the program ended before the answer", then: [.end(nil)])
    case (.matched(let task), .idle) where state == .unknown:
      return store(.accepted, task: task, then: [.end(nil)])
    case (.resend, .idle) where state == .unknown:
      return store(.planned, then: [.end(nil)])
    case (.shown(let task), .idle) where state == .accepted: return take(task)
    default: return []
    }
  }

  private mutating func begin() -> [Action] {
    attempts += 1
    triesOfRun += 1
    return store(.sending, then: [.send])
  }

  private mutating func take(_ outcome: SendOutcome) -> [Action] {
    let answer = outcome.reason
    switch outcome {
    case .accepted(let task): return store(.accepted, task: task, then: [.end(nil)])
    case .refused: return store(.refused, answer: answer, then: [.end(nil)])
    case .unknown: return store(.unknown, answer: answer, then: [.end(nil)])
    case .turnedAway(let text):
      return store(.planned, answer: answer, then: [.end(.turnedAway(text))])
    case .notSent(let text): return again(text, nil)
    case .busy(let text, let seconds): return again(text, seconds)
    }
  }

  private mutating func again(_ text: String, _ seconds: Int?) -> [Action] {
    let isLast = triesOfRun >= mostAttempts
    let next = isLast ? Action.end(.unreachable(text)) : .wait(attempts: triesOfRun, least: seconds)
    return store(.planned, answer: text, then: [isStopped ? .end(nil) : next])
  }

  private mutating func take(_ task: MJTask) -> [Action] {
    switch task.ending {
    case nil: return [.end(nil)]
    case .success: return store(.finished, then: [.end(nil)])
    case .failure:
      return store(.failed, answer: task.failReason ?? "no reason was given", then: [.end(nil)])
    }
  }

  private mutating func store(
    _ state: SubmissionState, task: UInt64? = nil, answer: String? = nil, then next: [Action]
  ) -> [Action] {
    self.state = state
    step = .storing(then: next)
    return [.store(Change(state: state, attempts: attempts, task: task, answer: answer))]
  }
}

extension SubmissionStateMachine.Action {
  fileprivate var isWait: Bool {
    if case .wait = self { true } else { false }
  }
}
