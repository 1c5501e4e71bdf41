// What a search writes to, and how much it may work.

internal import CPCRE2

/// The memory and the limits of one worker's searches.
///
/// Make one per thread or task and use it for every pattern there: it costs three allocations, a
/// search with it none. It can move to another thread between searches but can't be copied, and
/// every search takes it `inout`, so two searches can't use it at once.
///
/// Do not share one behind a lock, in a pool or through an actor: prompts are short, and handing it
/// over then costs more than the search.
@safe public struct MatchScratch: ~Copyable, Sendable {
  /// Backtracking steps that stop a pathological pattern in about 0.2 ms per start position.
  public static let defaultMatchLimit: UInt32 = 100_000
  /// The default bound on nested backtracking.
  public static let defaultDepthLimit: UInt32 = 10_000

  private static let smallestStack = 32 << 10
  private static let largestStack = 1 << 20
  private static let heapLimitInKiB: UInt32 = 16 << 10

  // SAFETY: these three belong to this value alone: it isn't copyable, they never leave the module,
  // and only `deinit` frees them. libpcre2 lets any thread use them, one at a time, which the
  // exclusive access of `inout` gives.
  nonisolated(unsafe) let data: OpaquePointer
  nonisolated(unsafe) let context: OpaquePointer
  private nonisolated(unsafe) let stack: OpaquePointer

  /// A scratch with these limits and a machine stack of its own, 32 KiB that grow to 1 MiB.
  ///
  /// - Parameters:
  ///   - matchLimit: How often machine code may backtrack at one start position before the search
  ///     throws. It is a count, so with one build of libpcre2 the same search always gives up at
  ///     the same place; it bounds no whole search, which has as many starts as the subject.
  ///   - depthLimit: The bound on nesting in libpcre2's interpreter. Machine code ignores it; it is
  ///     set so that no build of libpcre2 runs without one.
  public init(
    matchLimit: UInt32 = defaultMatchLimit, depthLimit: UInt32 = defaultDepthLimit
  ) {
    guard let data = unsafe pcre2_match_data_create_8(1, nil),
      let context = unsafe pcre2_match_context_create_8(nil),
      let stack = unsafe pcre2_jit_stack_create_8(Self.smallestStack, Self.largestStack, nil)
    else { fatalError("out of memory") }
    unsafe pcre2_set_match_limit_8(context, matchLimit)
    unsafe pcre2_set_depth_limit_8(context, depthLimit)
    unsafe pcre2_set_heap_limit_8(context, Self.heapLimitInKiB)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    unsafe (self.data, self.context, self.stack) = (data, context, stack)
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
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
