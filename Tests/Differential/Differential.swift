// The program of scripts/differential: the scanner against plain searches, and against itself on many
// threads. Arguments: the number of random texts and a seed, or --threads and the scans of each.

import PromptRuleFiles
import PromptRules
import PromptTestSupport

@main struct Differential {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isRace = arguments.first == "--threads"
    if isRace { arguments.removeFirst() }
    let numbers = arguments.map { Int($0) ?? 1 }
    let list = try RepositoryRules.load().terms
    if isRace {
      race(list, scans: numbers.first ?? 1_000_000)
    } else {
      try compare(list, count: numbers.first ?? 1_000_000, seed: numbers.dropFirst().first ?? 1)
    }
  }

  private static func race(_ list: TermList, scans: Int) {
    let race = ScanRace(list, count: 1_000)
    let clock = ContinuousClock()
    var wrong = 0
    let time = clock.measure { wrong = race.run(threads: 8, scans: scans) }
    print("8 threads x \(scans) scans of 1000 texts with \(race.matchCount) findings: \(time)")
    print("wrong answers  \(wrong)")
    if wrong > 0 { fatalError("a scan found something else on another thread") }
  }

  private static func compare(_ list: TermList, count: Int, seed: Int) throws {
    print("every term        ", terminator: "")
    try report(list, seed) { try $0.runTerms(samples: 20) }
    print("short words       ", terminator: "")
    try report(list, seed) { try $0.runShort(count: count / 4) }
    print("the whole list    ", terminator: "")
    try report(list, seed) { try $0.runWhole(count: count / 500) }
    print("random texts      ", terminator: "")
    try report(list, seed) { try $0.runTexts(count: count) }
  }

  private static func report(
    _ list: TermList, _ seed: Int, _ run: (inout ScanTrials) throws -> Void
  ) throws {
    var trials = ScanTrials(list, seed: UInt64(seed))
    let time = try ContinuousClock().measure { try run(&trials) }
    print("\(trials.count) texts, \(trials.matches) matches, \(time)")
    for difference in trials.differences { print(difference) }
    if !trials.differences.isEmpty { fatalError("the scanner and plain searches differ") }
  }
}
