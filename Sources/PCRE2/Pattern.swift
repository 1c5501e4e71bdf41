// A compiled pattern: made once, checked to have machine code, then shared freely.

internal import CPCRE2

/// A pattern compiled to machine code, for any number of searches on any number of threads.
///
/// A pattern never changes after `init`; all that a search writes is in the caller's `MatchScratch`.
/// There is no interpreted pattern: one that can't be JIT-compiled is refused, because the limits of
/// `MatchScratch` count different things in the interpreter and a verdict must not depend on which
/// of the two ran.
///
/// ```swift
/// let pattern = try Pattern(#"\bcats?\b"#, options: .caseless)
/// var scratch = MatchScratch()
/// let range = try pattern.firstMatch(in: Array("A Cat".utf8).span, scratch: &scratch)  // 2..<5
/// ```
@safe public final class Pattern: Sendable {
  /// The text that was compiled.
  public let source: String
  /// The options it was compiled with.
  public let options: PatternOptions

  // SAFETY: libpcre2 documents compiled code as read-only and shareable between threads once JIT
  // compilation is done. `init` does that before anyone else has the pattern, nothing writes later,
  // the pointer never leaves this module, and only `deinit` frees it.
  nonisolated(unsafe) let code: OpaquePointer
  let weight: CalloutWeight

  /// Compiles `source`.
  ///
  /// - Throws: `PatternError` of kind `compile` when `source` is no valid pattern or too large, of
  ///   kind `jitUnavailable` when libpcre2 makes no machine code of it, as after `(*NO_JIT)`.
  /// - Complexity: O(n) for ordinary patterns; nested bounded repeats multiply, up to libpcre2's
  ///   cap of 64 KiB of compiled pattern.
  public init(_ source: String, options: PatternOptions = []) throws(PatternError) {
    let code = unsafe try Self.compile(source, options)
    do throws(PatternError) {
      unsafe try Self.addMachineCode(to: code)
    } catch {
      unsafe pcre2_code_free_8(code)
      throw error
    }
    self.source = source
    self.options = options
    unsafe self.code = code
    unsafe weight = Self.weight(of: code, source)
  }

  deinit {
    unsafe pcre2_code_free_8(code)
  }

  /// Whether the pattern can match the empty string; a rule that can would match everywhere.
  ///
  /// libpcre2 says true, too, when it can't tell, as for a pattern that calls itself.
  public var matchesEmpty: Bool {
    unsafe Self.information(code, UInt32(PCRE2_INFO_MATCHEMPTY)) != 0
  }

  /// The number of the highest capture group; 0 when there is none.
  public var captureCount: Int {
    unsafe Int(Self.information(code, UInt32(PCRE2_INFO_CAPTURECOUNT)))
  }

  static func information(_ code: OpaquePointer, _ what: UInt32) -> UInt32 {
    var value: UInt32 = 0
    let result = unsafe pcre2_pattern_info_8(code, what, &value)
    precondition(result == 0, "libpcre2 knows this question")
    return value
  }
}

// MARK: - Compiling

extension Pattern {
  private static func compile(
    _ source: String, _ options: PatternOptions
  ) throws(PatternError) -> OpaquePointer {
    var errorCode: Int32 = 0
    var errorOffset = 0
    let span = source.utf8.span
    let count = span.count
    let code = unsafe withPointer(to: span) { pointer in
      unsafe pcre2_compile_8(
        pointer, count, options.compileBits, &errorCode, &errorOffset, nil)
    }
    guard let code = unsafe code else {
      throw PatternError(kind: .compile, code: errorCode, offset: errorOffset)
    }
    return unsafe code
  }

  /// Adds JIT code and makes sure that it is there: `(*NO_JIT)` reports success and adds nothing.
  private static func addMachineCode(to code: OpaquePointer) throws(PatternError) {
    let result = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    var size = 0
    let asked = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_JITSIZE), &size)
    guard result == 0, asked == 0, size > 0 else {
      throw PatternError(kind: .jitUnavailable, code: result, offset: 0)
    }
  }
}
