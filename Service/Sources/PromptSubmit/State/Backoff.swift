// How long to wait before another try: full jitter, so that many don't come back at once.

/// Waits that double from try to try, each drawn anew between nothing and the most.
public struct Backoff: Sendable {
  /// The most before the second try, in seconds.
  public var base: Double
  /// The most at all, in seconds.
  public var cap: Double

  /// The usual one: half a second, doubling up to 30.
  public init(base: Double = 0.5, cap: Double = 30) {
    self.base = base
    self.cap = cap
  }

  /// How long to wait after a number of tries.
  ///
  /// - Parameter attempts: The tries so far, from 1 on.
  /// - Parameter chance: Drawn evenly from 0 up to 1.
  /// - Parameter least: What the server asked for, in seconds, at most an hour of it.
  public func delay(after attempts: Int, chance: Double, least: Int? = nil) -> Duration {
    var most = base
    for _ in 0..<min(max(0, attempts - 1), 60) where most < cap { most *= 2 }
    let seconds = min(max(0, chance), 1) * min(cap, most)
    return .seconds(max(seconds, Double(min(max(0, least ?? 0), 3600))))
  }
}
