// What a caller may choose about a pattern; what is always on stands in Pattern.swift.

internal import CPCRE2

/// The choices open to the writer of a pattern.
///
/// Everything else is fixed: patterns and subjects are UTF-8, `\w`, `\d`, `\b` and the POSIX classes
/// follow Unicode, `$` without `.multiline` matches at the very end only, and `\C` is refused.
/// libpcre2 tells us before every item that it tries, which is how work is counted.
public struct PatternOptions: OptionSet, Hashable, Sendable {
  /// The bits; bits without a name below are ignored.
  public let rawValue: UInt8

  /// The options of these bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Letters match whatever their case, by Unicode's simple folding (`ß` isn't `ss`).
  public static let caseless = PatternOptions(rawValue: 1 << 0)
  /// A match begins exactly at the offset where the search begins.
  public static let anchored = PatternOptions(rawValue: 1 << 1)
  /// `^` and `$` match at every line's ends too.
  public static let multiline = PatternOptions(rawValue: 1 << 2)

  /// The bits for libpcre2, with those that are always on.
  var compileBits: UInt32 {
    var bits =
      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY | PCRE2_AUTO_CALLOUT
    if contains(.caseless) { bits |= PCRE2_CASELESS }
    if contains(.anchored) { bits |= PCRE2_ANCHORED }
    if contains(.multiline) { bits |= PCRE2_MULTILINE }
    return bits
  }
}
