// Explosive patterns against hostile texts, on a small scale; scripts/catastrophe does it at large.

import PCRE2
import PatternTestSupport
import Testing

@Suite struct CatastropheTests {
  private static let texts = Array(HostileTexts.all(size: 2_048, seed: 1).prefix(5))

  @Test(arguments: PatternTrial.patterns(20, seed: 1).map(\.source))
  func twoRunsTakeTheSameSteps(source: String) throws {
    let pattern = try Pattern(source)
    var first = MatchScratch()
    var second = MatchScratch()
    for text in Self.texts {
      let trial = PatternTrial(pattern, in: text, scratch: &first)
      #expect(trial.agrees(with: PatternTrial(pattern, in: text, scratch: &second)))
      #expect((trial.outcome == .undecided(.budget)) == (trial.steps > 100_000))
    }
  }

  @Test func seedsMakeTheSamePatterns() {
    let first = Array(CatastrophicPatterns(seed: 7).prefix(100))
    #expect(first == Array(CatastrophicPatterns(seed: 7).prefix(100)))
    #expect(Set(first).count == 100)
    #expect(HostileTexts.all(size: 8_192, seed: 1).count == 20)
  }
}
