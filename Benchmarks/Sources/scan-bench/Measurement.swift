// One line of JSON for each measurement, the same as the other engines print.

/// What is known of an engine once it is set up.
struct Setup {
  let engine: String
  let list: String
  let terms: Int
  /// The first time, which pays for fresh memory, and the median of more.
  let milliseconds: Double
  let againMilliseconds: Double
  let heapBytes: UInt64
}

/// One pass over some prompts.
struct Pass {
  var prompts = 0
  var bytes = 0
  var nanoseconds: UInt64 = 0
  /// How many prompts hold a term.
  var hits = 0
  /// A sum over their numbers, by which engines that agree on the count show that they mean the same ones.
  var mark: UInt32 = 0
  /// How many prompts were left undecided.
  var undecided = 0

  mutating func note(_ verdict: Verdict, prompt: Int) {
    if verdict.isUndecided { undecided += 1 }
    guard verdict.isHit else { return }
    hits += 1
    mark &+= UInt32(truncatingIfNeeded: prompt &+ 1) &* 2_654_435_761
  }

  /// The record, without a line end.
  func json(_ setup: Setup) -> String {
    let each = prompts == 0 ? 0 : Double(nanoseconds) / Double(prompts)
    return "{\"engine\":\"\(setup.engine)\",\"version\":\"\",\"list\":\"\(setup.list)\","
      + "\"terms\":\(setup.terms),\"setup_ms\":\(setup.milliseconds),"
      + "\"setup_again_ms\":\(setup.againMilliseconds),"
      + "\"memory_mb\":\(Double(setup.heapBytes) / 1_048_576),\"prompts\":\(prompts),"
      + "\"bytes\":\(bytes),\"ns\":\(each),\"hits\":\(hits),\"mark\":\(mark),"
      + "\"undecided\":\(undecided)}"
  }
}
