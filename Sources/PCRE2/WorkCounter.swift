// Counting the steps of a search: the function that libpcre2 calls before every item it tries.

internal import CPCRE2

/// The steps of one scratch. It lives at one address, which libpcre2 hands to `countStep`.
struct WorkCounter {
  private let budget: MatchBudget
  /// The steps since the last `beginPattern`, and those of the scan before it.
  private(set) var patternSteps = 0
  private var earlierSteps = 0
  private var limit: Int

  private var weight = CalloutWeight()
  /// The last start of a match that was tried, and the place of the last callout.
  private var start = 0
  private var place = 0

  init(_ budget: MatchBudget) {
    self.budget = budget
    limit = min(budget.pattern, budget.scan)
  }

  /// The steps since the last `beginScan`.
  var scanSteps: Int { earlierSteps + patternSteps }
  /// Whether no more steps may be taken.
  var isSpent: Bool { patternSteps > limit }

  mutating func beginScan() {
    self = WorkCounter(budget)
  }

  mutating func beginPattern() {
    earlierSteps += patternSteps
    patternSteps = 0
    limit = min(budget.pattern, budget.scan - earlierSteps)
  }

  mutating func beginSearch(_ weight: CalloutWeight, from offset: Int) {
    self.weight = weight
    start = offset
    place = offset
  }

  // SAFETY: reads the block of the callout under way, and the captures that it says it has.

  /// Counts one callout. The way to a later start costs nothing: it is made once in a search.
  fileprivate mutating func count(_ block: UnsafePointer<pcre2_callout_block_8>) {
    let now = unsafe block.pointee.current_position
    let begun = unsafe block.pointee.start_match
    if begun > start {
      start = begun
      place = now
    }
    patternSteps += weight.each + ((now > place ? now - place : place - now) * weight.width) >> 3
    place = now
    if weight.unseen > 7 {
      patternSteps += (min(weight.unseen, unsafe block.pointee.subject_length) * weight.width) >> 3
    }
    if weight.captures > 0 { patternSteps += unsafe longestCapture(block.pointee) >> 3 }
  }

  /// The length of the longest capture that a back-reference may be compared with.
  private func longestCapture(_ block: pcre2_callout_block_8) -> Int {
    var longest = 0
    for group in 1..<max(1, min(weight.captures + 1, unsafe Int(block.capture_top))) {
      let (start, end) = unsafe (
        block.offset_vector[2 * group], block.offset_vector[2 * group + 1]
      )
      if start != Int(bitPattern: ~0), end > start { longest = max(longest, end - start) }
    }
    return longest
  }
}

// SAFETY: libpcre2 calls this during a search only, on the thread that searches, with a block that
// lives as long and with the counter of the scratch that the search holds `inout`.
func countStep(
  _ block: UnsafeMutablePointer<pcre2_callout_block_8>?, _ counter: UnsafeMutableRawPointer?
) -> Int32 {
  guard let block = unsafe block,
    let counter = unsafe counter?.assumingMemoryBound(to: WorkCounter.self)
  else { return PCRE2_ERROR_CALLOUT }
  unsafe counter.pointee.count(block)
  return unsafe counter.pointee.isSpent ? PCRE2_ERROR_CALLOUT : 0
}
