// The limits behind the budget: searches that hit one say so and spoil nothing for the next search.

import PCRE2
import Testing

@Suite struct LimitTests {
  private static let victim = Array(String(repeating: "a", count: 40).utf8) + [0x21]

  @Test(arguments: ["(a+)+$", "(a|a)*$", "(a*)*b", "(?:a|a)*b"])
  func catastrophicPatternsHitTheLimit(source: String) throws {
    let pattern = try Pattern(source)
    var scratch = MatchScratch(matchLimit: 10_000)
    let error = #expect(throws: MatchError.self) {
      try pattern.firstMatch(in: (Self.victim + [0x62, 0x21]).span, scratch: &scratch)
    }
    #expect(error?.kind == .limit)
    #expect(error?.message == "match limit exceeded")
  }

  @Test func iterationReportsTheLimitToo() throws {
    let pattern = try Pattern("(a+)+$")
    var scratch = MatchScratch(matchLimit: 10_000)
    let error = #expect(throws: MatchError.self) {
      try pattern.allMatches(in: Self.victim.span, scratch: &scratch)
    }
    #expect(error?.kind == .limit)
  }

  @Test func aPatternCanOnlyLowerTheLimit() throws {
    var scratch = MatchScratch(matchLimit: 10_000)
    let greedy = try Pattern("(*LIMIT_MATCH=4000000000)(a+)+$")
    let error = #expect(throws: MatchError.self) {
      try greedy.firstMatch(in: Self.victim.span, scratch: &scratch)
    }
    #expect(error?.kind == .limit)
  }

  @Test func endlessRecursionFillsTheStack() throws {
    let pattern = try Pattern("(?:a|(?R))*?b(?R)|(?R)c")
    var scratch = MatchScratch()
    let error = #expect(throws: MatchError.self) {
      try pattern.firstMatch(in: Self.victim.span, scratch: &scratch)
    }
    #expect(error?.kind == .jitStack)
  }

  @Test func aLongSubjectThatOverflowsTheStackIsNoMiss() throws {
    let pattern = try Pattern("(?:a|b)*c")
    let subject = [UInt8](repeating: 0x61, count: 200_000) + [0x63]
    var scratch = MatchScratch(budget: MatchBudget(pattern: 10_000_000, scan: 10_000_000))
    let error = #expect(throws: MatchError.self) {
      try pattern.firstMatch(in: subject.span, scratch: &scratch)
    }
    #expect(error?.kind == .jitStack)
  }

  @Test func startsBehindTheEndAreErrors() throws {
    let pattern = try Pattern(#"(?=ab(?&k))a|(?(DEFINE)(?<k>\K))"#)
    var scratch = MatchScratch()
    let error = #expect(throws: MatchError.self) {
      try pattern.firstMatch(in: [0x61, 0x62].span, scratch: &scratch)
    }
    #expect(error?.kind == .other)
  }

  @Test func theScratchServesTheNextSearch() throws {
    var scratch = MatchScratch(matchLimit: 1_000)
    let bad = try Pattern("(a+)+$")
    let good = try Pattern("a!")
    for _ in 0..<3 {
      #expect(throws: MatchError.self) {
        try bad.firstMatch(in: Self.victim.span, scratch: &scratch)
      }
      #expect(try good.firstMatch(in: Self.victim.span, scratch: &scratch) == 39..<41)
    }
  }
}
