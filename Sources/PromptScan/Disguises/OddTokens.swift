// "s3x", "n.u.d.e", "nu{}de", "n*de", "nude4": runs without spaces in which letters meet something else.

internal import PromptCore

/// Reads such runs in every way that may give a listed word.
struct OddTokens {
  private var token = OddToken()

  /// Longer runs are looked at piece by piece.
  private static let reach = 64

  /// Appends what the runs around the oddities of a text stand for, between the escapes that were
  /// found there.
  mutating func read(
    _ text: Span<UInt8>, at oddities: [UInt32], _ index: TermIndex, into found: inout Replacements
  ) {
    let escapes = found.all.filter { $0.disguises == .escaped }.map(\.range.indices)
    var (end, next) = (0, 0)
    for oddity in oddities.lazy.map({ Int($0) }) where oddity >= end {
      while next < escapes.count, escapes[next].upperBound <= oddity {
        end = escapes[next].upperBound
        next += 1
      }
      let last = next < escapes.count ? escapes[next].lowerBound : text.count
      if oddity >= last { continue }
      let run = Self.run(around: oddity, in: text, end..<last)
      end = run.upperBound
      token.read(text, run, OddSigns(text, run), index, into: &found)
    }
  }

  private static func run(
    around oddity: Int, in text: Span<UInt8>, _ limits: Range<Int>
  ) -> Range<Int> {
    var start = oddity
    while start > limits.lowerBound, start > oddity - reach, text[start - 1] > 0x20 { start -= 1 }
    var end = oddity
    while end < limits.upperBound, end < oddity + reach, text[end] > 0x20 { end += 1 }
    return start..<max(end, oddity + 1)
  }
}
