// What a search writes to, and how much it may work: the memory, the budget and the limits.

internal import CPCRE2

/// The memory and the limits of one worker's searches.
///
/// Every search adds to the steps of the pattern and of the scan, and throws when the budget of one
/// of them is spent: begin a scan for each text and a pattern for each pattern.
///
/// Make one per thread or task and use it for every pattern there: it costs four allocations, a
/// search with it none. It can move to another thread between searches but can't be copied, and
/// every search takes it `inout`, so two searches can't use it at once.
///
/// Do not share one behind a lock, in a pool or through an actor: prompts are short, and handing it
/// over then costs more than the search.
@safe public struct MatchScratch: ~Copyable, Sendable {
  /// The default bound on backtracking at one start position; budgets are spent long before.
  public static let defaultMatchLimit: UInt32 = 10_000_000
  /// The default bound on nested backtracking.
  public static let defaultDepthLimit: UInt32 = 10_000

  private static let smallestStack = 32 << 10
  private static let largestStack = 1 << 20
  private static let heapLimitInKiB: UInt32 = 16 << 10

  // SAFETY: these four belong to this value alone: it isn't copyable, they never leave the module,
  // and only `deinit` frees them. libpcre2 lets any thread use them, one at a time, which the
  // exclusive access of `inout` gives.
  nonisolated(unsafe) let data: OpaquePointer
  nonisolated(unsafe) let context: OpaquePointer
  private nonisolated(unsafe) let stack: OpaquePointer
  private nonisolated(unsafe) let counter: UnsafeMutablePointer<WorkCounter>

  /// A scratch with this budget, behind it these limits, and a machine stack of its own, 32 KiB that
  /// grow to 1 MiB.
  ///
  /// - Parameters:
  ///   - budget: How many steps searches may take.
  ///   - matchLimit: How often machine code may backtrack at one start position before the search
  ///     throws. It is a count, so with one build of libpcre2 the same search always gives up at
  ///     the same place; it bounds no whole search, which has as many starts as the subject.
  ///   - depthLimit: The bound on nesting in libpcre2's interpreter. Machine code ignores it; it is
  ///     set so that no build of libpcre2 runs without one.
  public init(
    budget: MatchBudget = MatchBudget(), matchLimit: UInt32 = defaultMatchLimit,
    depthLimit: UInt32 = defaultDepthLimit
  ) {
    guard let data = unsafe pcre2_match_data_create_8(1, nil),
      let context = unsafe pcre2_match_context_create_8(nil),
      let stack = unsafe pcre2_jit_stack_create_8(Self.smallestStack, Self.largestStack, nil)
    else { fatalError("out of memory") }
    unsafe pcre2_set_match_limit_8(context, matchLimit)
    unsafe pcre2_set_depth_limit_8(context, depthLimit)
    unsafe pcre2_set_heap_limit_8(context, Self.heapLimitInKiB)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    let counter = UnsafeMutablePointer<WorkCounter>.allocate(capacity: 1)
    unsafe counter.initialize(to: WorkCounter(budget))
    unsafe pcre2_set_callout_8(context, countStep, counter)
    unsafe (self.data, self.context, self.stack) = (data, context, stack)
    unsafe self.counter = counter
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
    unsafe counter.deallocate()
  }

  /// The steps since the last `beginPattern()`; after a spent budget a few more than it has.
  public var patternSteps: Int { unsafe counter.pointee.patternSteps }
  /// The steps since the last `beginScan()`.
  public var scanSteps: Int { unsafe counter.pointee.scanSteps }

  /// Begins a scan: both counts start at zero.
  public mutating func beginScan() {
    unsafe counter.pointee.beginScan()
  }

  /// Begins the searches of one pattern in one text: its count starts at zero, that of the scan goes
  /// on.
  public mutating func beginPattern() {
    unsafe counter.pointee.beginPattern()
  }

  /// Begins a search by a pattern of this weight.
  ///
  /// - Throws: `MatchError` of kind `budget` when there is nothing left to spend.
  mutating func beginSearch(_ weight: CalloutWeight, from offset: Int) throws(MatchError) {
    if unsafe counter.pointee.isSpent { throw MatchError(code: PCRE2_ERROR_CALLOUT) }
    unsafe counter.pointee.beginSearch(weight, from: offset)
  }

  /// The range of the match just made by a search from `offset`.
  ///
  /// `\K` can put a match's start behind its end or before the search, by a detour through a
  /// subroutine in a look-around; that is an error, since it makes no range or stalls iteration.
  func matchedRange(from offset: Int) throws(MatchError) -> Range<Int> {
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(data) else {
      throw MatchError(code: PCRE2_ERROR_INTERNAL)
    }
    let (start, end) = unsafe (offsets[0], offsets[1])
    guard offset <= start, start <= end else {
      throw MatchError(code: PCRE2_ERROR_BADSUBSPATTERN)
    }
    return start..<end
  }
}
