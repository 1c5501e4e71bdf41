// The scanner held against plain searches by libpcre2; scripts/differential makes many more of them.

import PromptRuleFiles
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

@Suite struct DifferentialTests {
  private static func check(_ run: (inout ScanTrials) throws -> Void) throws {
    var trials = ScanTrials(try RepositoryRules.load().terms)
    try run(&trials)
    #expect(trials.differences == [])
    #expect(trials.count > 0 && trials.matches > trials.count / 4)
  }

  @Test func everyTermIsFoundAsByPlainSearches() throws {
    try Self.check { try $0.runTerms(samples: 2) }
  }

  @Test func randomTextsAreReadAsByPlainSearches() throws {
    try Self.check { try $0.runTexts(count: 6_000, perList: 300) }
  }

  @Test func shortWordsAreFoundAsByPlainSearches() throws {
    try Self.check { try $0.runShort(count: 8_000) }
  }

  @Test func theWholeListFindsWhatPlainSearchesFind() throws {
    try Self.check { try $0.runWhole(count: 60) }
  }

  @Test func threadsFindTheSame() throws {
    let race = ScanRace(try RepositoryRules.load().terms, count: 200)
    #expect(race.matchCount > 100)
    #expect(race.run(threads: 8, scans: 2_000) == 0)
  }
}
