// How much searches may work, and what one step of a pattern weighs.

internal import CPCRE2

/// How much searches may work, in steps.
///
/// A step is one item of a pattern tried at one place. It counts one for each eight bytes that were
/// passed since the step before, too, and more where a pattern can work unseen between two steps
/// (`CalloutWeight`), so that a step stands for about 10 to 30 ns. Steps are counted, never timed:
/// with one build of libpcre2 a search takes the same steps in every run and on every machine.
public struct MatchBudget: Hashable, Sendable {
  /// The steps of all searches from one `beginPattern()` to the next; 100,000 take about 2 ms.
  public var pattern: Int
  /// The steps of all searches from one `beginScan()` to the next.
  public var scan: Int

  /// A budget of so many steps.
  public init(pattern: Int = 100_000, scan: Int = 1_000_000) {
    self.pattern = pattern
    self.scan = scan
  }
}

/// What makes the steps of a pattern dear: work that goes on between two callouts.
struct CalloutWeight {
  /// What each callout costs: machine code copies all captures for each, and that of large patterns
  /// doesn't stay in the cache.
  var each = 1
  /// What one step and eight bytes weigh: a class is tried part by part, and has many when it is long.
  var width = 1
  /// Characters that may be passed without a callout and in vain: by `[a-z]{4000}` before it fails,
  /// by the way back of a look-behind.
  var unseen = 0
  /// The captures up to this one may be compared by a back-reference, without a callout.
  var captures = 0
}

extension Pattern {
  /// What the steps of this pattern weigh.
  static func weight(of code: OpaquePointer, _ source: String) -> CalloutWeight {
    let captures = unsafe Int(information(code, UInt32(PCRE2_INFO_CAPTURECOUNT)))
    let behind = unsafe Int(information(code, UInt32(PCRE2_INFO_MAXLOOKBEHIND)))
    let size = unsafe size(of: code)
    let items = unsafe items(of: code)
    let width = 1 + (items.map(\.range.count).max() ?? 0) / 64
    let repeated = longestRun(items, source)
    return CalloutWeight(
      each: width + captures / 16 + size / 8_192, width: width, unseen: max(behind, repeated),
      captures: unsafe Int(information(code, UInt32(PCRE2_INFO_BACKREFMAX))))
  }

  private static func size(of code: OpaquePointer) -> Int {
    var size = 0
    let result = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_SIZE), &size)
    return result == 0 ? size : 0
  }

  /// The largest number of times that a single character must be repeated, as by `\d{8,}`.
  private static func longestRun(_ items: [PatternItem], _ source: String) -> Int {
    let bytes = Array(source.utf8)
    return items.reduce(0) { longest, item in
      bytes[item.range.lowerBound] == 0x29 ? longest : max(longest, run(bytes[item.range]))
    }
  }

  /// The largest number behind a brace of `item`, save those of escapes such as `\x{3040}`.
  private static func run(_ item: ArraySlice<UInt8>) -> Int {
    var (longest, rest) = (0, item)
    while let byte = rest.popFirst() {
      if byte == 0x5C, let escaped = rest.popFirst(), "xoNpPgk".utf8.contains(escaped),
        rest.first == 0x7B
      {
        rest = rest.drop { $0 != 0x7D }
      } else if byte == 0x7B {
        longest = max(longest, number(rest.drop { $0 == 0x20 || $0 == 0x09 }))
      }
    }
    return longest
  }

  /// The number that `text` begins with; 0 when there is none.
  private static func number(_ text: ArraySlice<UInt8>) -> Int {
    text.prefix { 0x30...0x39 ~= $0 }.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
