// Why a pattern was refused or a search gave up: libpcre2's code, and its words when asked.

internal import CPCRE2

/// Why a pattern was refused.
public struct PatternError: Error, Hashable, Sendable {
  /// What failed.
  public enum Kind: Sendable {
    /// The text is no valid pattern, or libpcre2 finds it too large.
    case compile
    /// The pattern is valid, but libpcre2 made no machine code of it.
    case jitUnavailable
  }

  /// What failed.
  public let kind: Kind
  /// libpcre2's code; 0 when it reported success and yet made no machine code.
  public let code: Int32
  /// Where in the pattern, in UTF-8 bytes, libpcre2 noticed; 0 for `jitUnavailable`.
  public let offset: Int

  /// What is wrong, in libpcre2's words.
  public var message: String {
    code == 0 ? "no machine code was made for the pattern" : libraryMessage(code)
  }
}

/// Why a search gave up; it then says nothing about whether there is a match.
public struct MatchError: Error, Hashable, Sendable {
  /// What stopped the search.
  public enum Kind: Sendable {
    /// The budget of the pattern or of the scan is spent.
    case budget
    /// The match, depth or heap limit of the scratch is spent.
    case limit
    /// The machine stack of the scratch is full, as by a long subject or endless recursion.
    case jitStack
    /// Anything else: a bug, or a pattern that sets its start where no match can be.
    case other
  }

  /// libpcre2's code, always negative and never "no match".
  public let code: Int32

  /// What stopped the search.
  public var kind: Kind {
    switch code {
    case PCRE2_ERROR_CALLOUT: .budget
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT: .limit
    case PCRE2_ERROR_JIT_STACKLIMIT: .jitStack
    default: .other
    }
  }

  /// What stopped the search; in libpcre2's words, unless its budget did.
  public var message: String {
    kind == .budget ? "the work budget is spent" : libraryMessage(code)
  }
}

private func libraryMessage(_ code: Int32) -> String {
  var buffer = [UInt8](repeating: 0, count: 256)
  let capacity = buffer.count
  let length = unsafe pcre2_get_error_message_8(code, &buffer, capacity)
  guard length >= 0 else { return "libpcre2 error \(code)" }
  return String(decoding: buffer[..<Int(length)], as: UTF8.self)
}
