// The wish to end, from a signal handler to everything that waits.

internal import Synchronization

/// Whether a run is to end: what is on its way comes to its end, nothing new begins.
public final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A flag that isn't raised.
  public init() {}

  /// Whether it is raised.
  public var isRaised: Bool { flag.load(ordering: .sequentiallyConsistent) }

  /// Raises it.
  public func raise() { flag.store(true, ordering: .sequentiallyConsistent) }

  /// Sleeps, by a clock that nobody can set; false when the flag was raised meanwhile.
  func sleep(for duration: Duration) async -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + duration
    while !isRaised {
      let now = clock.now
      if now >= end { return true }
      try? await clock.sleep(until: min(end, now + .milliseconds(50)))
    }
    return false
  }
}
