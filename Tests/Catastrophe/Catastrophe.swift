// The program of scripts/catastrophe: explosive patterns against hostile texts, twice each.
// Arguments: patterns, texts' size in bytes, seed.

import PCRE2
import PatternTestSupport
import PromptScan

@main struct Catastrophe {
  private var found = 0
  private var clean = 0
  private var undecided: [MatchError.Kind: Int] = [:]
  private var disagreements: [String] = []
  private var longest: (time: Duration, pattern: String, text: Int) = (.zero, "", 0)
  private var most = 0

  static func main() {
    let numbers = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
    let settings = numbers + [500, 8_192, 1].dropFirst(numbers.count)
    let patterns = PatternTrial.patterns(settings[0], seed: UInt64(settings[2]))
    let texts = HostileTexts.all(size: settings[1], seed: UInt64(settings[2]))
    var run = Catastrophe()
    for pattern in patterns { run.tryOut(pattern, texts) }
    run.report(patterns, texts)
  }

  private mutating func tryOut(_ pattern: Pattern, _ texts: [[UInt8]]) {
    var first = MatchScratch()
    var second = MatchScratch()
    for (index, text) in texts.enumerated() {
      let trial = PatternTrial(pattern, in: text, scratch: &first)
      let again = PatternTrial(pattern, in: text, scratch: &second)
      count(trial.outcome)
      most = max(most, trial.steps)
      if !trial.agrees(with: again) { disagreements.append("\(pattern.source) in text \(index)") }
      let time = min(trial.time, again.time)
      if time > longest.time { longest = (time, pattern.source, index) }
    }
  }

  private mutating func count(_ outcome: TrialOutcome) {
    switch outcome {
    case .decided(.some): found += 1
    case .decided(nil): clean += 1
    case .undecided(let kind): undecided[kind, default: 0] += 1
    }
  }

  private func report(_ patterns: [Pattern], _ texts: [[UInt8]]) {
    let admitted = patterns.filter { PatternAdmission($0.source).isAdmitted }.count
    print(
      "\(patterns.count) patterns x \(texts.count) texts, twice each, libpcre2 \(PCRE2Library.version)"
    )
    print("decided      \(found) found, \(clean) clean")
    print("undecided    \(undecided.map { "\($1) \($0)" }.sorted().joined(separator: ", "))")
    print("disagreeing  \(disagreements.count)")
    print("most steps   \(most)")
    print("longest      \(longest.time), text \(longest.text), \(longest.pattern)")
    print("admission    \(admitted) of the patterns would enter a rule set")
    for disagreement in disagreements { print("two counts for \(disagreement)") }
    if !disagreements.isEmpty { fatalError("the same search took different steps") }
  }
}
