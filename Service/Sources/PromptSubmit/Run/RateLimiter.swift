// How often a key is used.

/// Lets calls through one after another, at most so many a second.
public actor RateLimiter {
  private let interval: Duration
  private var next = ContinuousClock.now

  /// A limiter; nil for no limit.
  ///
  /// - Parameter perSecond: How many calls a second, above 0.
  public init(perSecond: Double?) {
    interval = perSecond.map { .seconds(1 / $0) } ?? .zero
  }

  /// When the next call may go, which is then taken.
  private func slot() -> ContinuousClock.Instant {
    let slot = max(next, ContinuousClock.now)
    next = slot + interval
    return slot
  }

  /// Waits for the next call's turn; false when the run ends meanwhile.
  func turn(_ stop: StopFlag) async -> Bool {
    if interval == .zero { return !stop.isRaised }
    return await stop.sleep(for: max(.zero, slot() - ContinuousClock.now))
  }
}

extension RateLimiter {
  /// Waits for the next call's turn, whatever happens.
  public func wait() async { _ = await turn(StopFlag()) }
}
