// Work is counted: the same steps for the same search, and an end where the budget is spent.

import PCRE2
import Testing

@Suite struct BudgetTests {
  /// The steps of the first search for `source` in `text`, and whether it was decided.
  private func steps(
    _ source: String, in text: String, budget: MatchBudget = MatchBudget()
  ) throws -> (steps: Int, isDecided: Bool) {
    let pattern = try Pattern(source)
    var scratch = MatchScratch(budget: budget)
    do {
      _ = try pattern.firstMatch(in: Array(text.utf8).span, scratch: &scratch)
      return (scratch.patternSteps, true)
    } catch {
      #expect(error.kind == .budget)
      #expect(error.message == "the work budget is spent")
      return (scratch.patternSteps, false)
    }
  }

  @Test func everyItemTriedIsAStep() throws {
    #expect(try steps("abc", in: "abc").steps == 4)
    #expect(try steps("abc", in: "").steps == 0)
    #expect(try steps("ab?c", in: "ac").steps == 4)
  }

  @Test func bytesPassedAreSteps() throws {
    #expect(try steps("[a-z]*+", in: String(repeating: "a", count: 800)).steps == 102)
  }

  @Test(arguments: [
    "(a+)+$", "(a|a)*$", "(a*)*[bc]", "(?:a|a)*[bc]", "(.*a){12}[bc]", "[a-z]+[0-9]", #"\w+\s*$"#,
    "(?<=[a-z])[a-z]*[a-z]*[0-9]", "(?=.*[bc])a", "(a+)+\\1[bc]", "(a*)a*\\1[bc]", "(.)*(?1)*[bc]",
    "[a-z]{4000}[0-9]", "(?<=[a-z]{4000})[ab][cd]", #"\p{L}+\p{L}+[0-9]"#,
  ])
  func explosionsEndAtTheSameStep(source: String) throws {
    let text = String(repeating: "a", count: 8_191) + "!"
    let (steps, isDecided) = try steps(source, in: text)
    #expect(!isDecided)
    #expect((100_001..<110_000).contains(steps))
    #expect(try self.steps(source, in: text).steps == steps)
  }

  @Test(arguments: [
    (#"(\w+)[ab ]*\1[cd]"#, 20), (#"(a*)a*\1[cd]"#, 20), ("[a-z]{64}[0-9]", 8),
    ("(?<=[a-z]{64})[ab][cd]", 8), (String(repeating: "()", count: 320) + "[ab][cd]", 20),
  ])
  func unseenWorkIsCounted(source: String, weight: Int) throws {
    let text = String(repeating: "a", count: 300)
    let (steps, _) = try steps(source, in: text, budget: MatchBudget(pattern: .max, scan: .max))
    let plain = #"(?:a+)(?:[ab][cd])?"#
    #expect(try steps > weight * self.steps(plain, in: text).steps)
  }

  @Test func longClassesWeighMore() throws {
    let source = "[" + String(repeating: #"\p{Lu}\p{Greek}"#, count: 20) + "a-z]++"
    #expect(try steps(source, in: String(repeating: "a", count: 80)).steps == 60)
  }

  @Test(arguments: [
    #"[\x{3040}-\x{309f}]+"#, #"[a-z]\x{3040}?"#, #"(?:[a-z]b){1000}"#, #"\Q{1000}\E[a-z]"#,
    "[a-z]{0,1000}+",
  ])
  func otherNumbersWeighNothing(source: String) throws {
    #expect(try steps(source, in: String(repeating: "a", count: 100)).steps < 2_000)
  }

  @Test func aSpentPatternLeavesTheScanTheRest() throws {
    var scratch = MatchScratch(budget: MatchBudget(pattern: 1_000, scan: 2_500))
    let pattern = try Pattern("(?:a|a)*[bc]")
    let text = [UInt8](repeating: 0x61, count: 30)
    var steps: [Int] = []
    for _ in 0..<4 {
      scratch.beginPattern()
      let error = #expect(throws: MatchError.self) {
        try pattern.firstMatch(in: text.span, scratch: &scratch)
      }
      #expect(error?.kind == .budget)
      steps.append(scratch.patternSteps)
    }
    #expect(steps == [1_001, 1_001, 499, 0])
    #expect(scratch.scanSteps == 2_501)
    scratch.beginScan()
    #expect(scratch.scanSteps == 0)
    #expect(try pattern.firstMatch(in: [0x61, 0x62].span, scratch: &scratch) == 0..<2)
  }

  @Test func aSpentBudgetRefusesEverySearch() throws {
    var scratch = MatchScratch(budget: MatchBudget(pattern: 10, scan: 1_000))
    let text = Array("abababababab c".utf8)
    let dear = try Pattern("(?:ab)+[xy]")
    let cheap = try Pattern("c")
    for pattern in [dear, cheap] {
      #expect(throws: MatchError.self) {
        try pattern.firstMatch(in: text.span, scratch: &scratch)
      }
    }
    scratch.beginPattern()
    #expect(try cheap.firstMatch(in: text.span, scratch: &scratch) == 13..<14)
  }

  @Test func aSeriesOfSearchesSharesItsBudget() throws {
    var scratch = MatchScratch(budget: MatchBudget(pattern: 100, scan: 1_000))
    let pattern = try Pattern("a")
    let text = [UInt8](repeating: 0x61, count: 10)
    #expect(try pattern.allMatches(in: text.span, scratch: &scratch).count == 10)
    let steps = scratch.patternSteps
    #expect(steps == 20)
    #expect(try pattern.allMatches(in: text.span, scratch: &scratch).count == 10)
    #expect(scratch.patternSteps == 2 * steps)
    #expect(throws: MatchError.self) {
      try pattern.allMatches(in: [UInt8](repeating: 0x61, count: 100).span, scratch: &scratch)
    }
  }

  @Test func bytesOutsideAWindowCostNothing() throws {
    let text = [UInt8](repeating: 0x61, count: 1_000_000)
    var scratch = MatchScratch()
    let anchored = try Pattern("a[bc]", options: .anchored)
    #expect(try anchored.firstMatch(in: text.span, from: 500_000, scratch: &scratch) == nil)
    let free = try Pattern("[ab][bc]")
    let range = try free.firstMatch(
      in: text.span, from: 500_000, upTo: 500_010, scratch: &scratch)
    #expect(range == nil)
    #expect(scratch.patternSteps < 30)
  }
}
