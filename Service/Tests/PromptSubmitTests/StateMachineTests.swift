// The life of a submission, without sockets, clock or disk.

import PromptSubmit
import Testing

@Suite struct StateMachineTests {
  typealias Machine = SubmissionStateMachine

  private func begun() -> Machine {
    var machine = Machine(.planned)
    #expect(machine.handle(.begin).count == 1)
    return machine
  }

  /// The state that is stored after an answer, and what comes then.
  private func after(_ outcome: SendOutcome) -> (state: SubmissionState, then: [Machine.Action]) {
    var machine = begun()
    #expect(machine.handle(.stored) == [.send])
    guard case .store(let change)? = machine.handle(.answered(outcome)).first else {
      return (.sending, [])
    }
    return (change.state, machine.handle(.stored))
  }

  @Test func nothingIsSentBeforeItIsStored() {
    var machine = Machine(.planned)
    guard case .store(let change)? = machine.handle(.begin).first else {
      return #expect(Bool(false))
    }
    #expect(change.state == .sending && change.attempts == 1)
    #expect(machine.handle(.begin) == [] && machine.handle(.answered(.accepted(task: 1))) == [])
    #expect(machine.handle(.stored) == [.send])
    #expect(machine.handle(.stored) == [])
  }

  @Test func answersDecide() {
    #expect(after(.accepted(task: 7)).state == .accepted)
    #expect(after(.refused("no")).state == .refused)
    #expect(after(.unknown("lost")).state == .unknown)
    #expect(after(.turnedAway("401")) == (.planned, [.end(.turnedAway("401"))]))
    #expect(after(.notSent("down")) == (.planned, [.wait(attempts: 1, least: nil)]))
    #expect(after(.busy("429", retryAfter: 9)) == (.planned, [.wait(attempts: 1, least: 9)]))
  }

  @Test func triesEnd() {
    var machine = Machine(.planned, mostAttempts: 3)
    var actions = machine.handle(.begin)
    var sent = 0
    while let action = actions.popLast() {
      switch action {
      case .store: actions += machine.handle(.stored)
      case .send:
        sent += 1
        actions += machine.handle(.answered(.notSent("down")))
      case .wait: actions += machine.handle(.waited)
      case .end(let halt): #expect(halt == .unreachable("down"))
      }
    }
    #expect(sent == 3 && machine.state == .planned && machine.attempts == 3)
  }

  @Test func whatWasOnItsWayIsUnknown() {
    var machine = Machine(.sending, attempts: 1)
    #expect(machine.handle(.begin) == [] && machine.handle(.resend) == [])
    #expect(machine.handle(.restarted).count == 1 && machine.state == .unknown)
    #expect(machine.handle(.stored) == [.end(nil)])
    #expect(machine.handle(.begin) == [])
    #expect(machine.handle(.matched(task: 3)).count == 1 && machine.state == .accepted)
  }

  @Test func stopEndsWaitsOnly() {
    var machine = begun()
    #expect(machine.handle(.stop) == [])
    #expect(machine.handle(.stored) == [.send])
    _ = machine.handle(.answered(.notSent("down")))
    #expect(machine.handle(.stored) == [.end(nil)])
    var waiting = begun()
    _ = waiting.handle(.stored)
    _ = waiting.handle(.answered(.notSent("down")))
    _ = waiting.handle(.stored)
    #expect(waiting.handle(.stop) == [.end(nil)])
    #expect(waiting.handle(.waited) == [])
  }

  /// Whatever happens in whatever order: a request leaves only right behind the stored state `sending`, once
  /// for each time, never after it was accepted, refused or lost, unless somebody takes the risk.
  @Test(arguments: 0..<200) func noOrderOfEventsSendsTwice(_ seed: UInt64) {
    var chance = Chance(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    for _ in 0..<50 {
      var machine = Machine(SubmissionState.allCases[chance.below(7)], mostAttempts: 3)
      var (isStored, isSpent) = (false, machine.state != .planned)
      for _ in 0..<60 {
        let event = Self.events[chance.below(Self.events.count)]
        let before = machine.state
        for action in machine.handle(event) {
          if case .send = action {
            #expect(event == .stored && isStored && machine.state == .sending && !isSpent)
            isStored = false
          }
          if case .store(let change) = action {
            isStored = change.state == .sending
            if event == .resend { isSpent = false }
            if [.accepted, .refused, .unknown].contains(change.state) { isSpent = true }
          }
        }
        if [.finished, .failed, .refused].contains(before) { #expect(machine.state == before) }
      }
    }
  }

  private static let events: [Machine.Event] = [
    .begin, .begin, .stored, .stored, .stored, .waited, .stop, .restarted, .resend,
    .matched(task: 4), .answered(.accepted(task: 1)), .answered(.notSent("x")),
    .answered(.busy("x", retryAfter: nil)), .answered(.refused("x")), .answered(.unknown("x")),
    .answered(.turnedAway("x")),
  ]

  private struct Chance {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }
}

@Suite struct BackoffTests {
  /// 10,000 schedules: within the bounds, the mean half of the most, what the server asks for kept.
  @Test func delaysHaveFullJitter() {
    let backoff = Backoff(base: 0.5, cap: 30)
    for attempt in 1...12 {
      let most = min(30, 0.5 * Double(1 << (attempt - 1)))
      let delays = (0..<10_000).map { index in
        backoff.delay(after: attempt, chance: (Double(index) + 0.5) / 10_000) / .seconds(1)
      }
      #expect(delays.allSatisfy { 0...most ~= $0 })
      #expect(abs(delays.reduce(0, +) / 10_000 - most / 2) < most * 0.02)
      #expect(backoff.delay(after: attempt, chance: 0.01, least: 45) == .seconds(45))
    }
    #expect(backoff.delay(after: .max, chance: 2) == .seconds(30))
    #expect(backoff.delay(after: -1, chance: -1, least: -5) == .zero)
    #expect(backoff.delay(after: 1, chance: 0, least: .max) == .seconds(3600))
  }
}
