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
    try Self.check { try $0.runTerms(samples: 1) }
  }

  @Test func randomTextsAreReadAsByPlainSearches() throws {
    try Self.check { try $0.runTexts(count: 3_000, perList: 200) }
  }

  @Test func shortWordsAreFoundAsByPlainSearches() throws {
    try Self.check { try $0.runShort(count: 4_000) }
  }

  @Test func theWholeListFindsWhatPlainSearchesFind() throws {
    try Self.check { try $0.runWhole(count: 10) }
  }

  @Test func threadsFindTheSame() throws {
    let race = ScanRace(try RepositoryRules.load().terms, count: 100)
    #expect(race.matchCount > 50)
    #expect(race.run(threads: 8, scans: 1_000) == 0)
  }
}
