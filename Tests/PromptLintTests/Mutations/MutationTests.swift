// What people get wrong is named, at its place, and mended where a safe fix exists.

import Foundation
import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptTestSupport
import Testing

struct MutationTests {
  /// How many prompts are broken.
  static let count = 2000

  /// Each of 2,000 clean prompts is broken in one of the ways of Tests/Fixtures/mutations.tsv.
  /// `MJPROMPT_MUTATIONS` names a file for the table that `scripts/mutations` prints.
  @Test func slipsAreNamedAndMended() throws {
    let judge = try PromptJudge()
    var generator = CleanPromptGenerator(judge, seed: 20_261_126)
    var tally = MutationTally(judge)
    for number in 0..<Self.count {
      let mutation = Mutation.all[number % Mutation.all.count]
      let pair = generator.pair(for: mutation)
      let (clean, broken) = try #require(pair, "\(mutation.kind): no prompt fits")
      tally.add(mutation, clean, broken)
    }
    if let path = ProcessInfo.processInfo.environment["MJPROMPT_MUTATIONS"] {
      try tally.report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(tally.rows.count >= 25)
    #expect(tally.share(\.named, of: \.count) >= 0.99, "\(tally.report)")
    #expect(tally.share(\.restored, of: \.mendable) >= 0.99, "\(tally.report)")
  }

  /// No kind of slip hides behind the others.
  @Test func codesExist() {
    let codes = Set(RuleCatalog.all.map(\.metadata.code))
    #expect(Mutation.all.allSatisfy { codes.contains($0.code) })
    #expect(Set(Mutation.all.map(\.kind)).count == Mutation.all.count)
  }
}

extension CleanPromptGenerator {
  /// A clean prompt and the same broken.
  fileprivate mutating func pair(
    for mutation: Mutation
  ) -> (clean: CleanPrompt, broken: BrokenPrompt)? {
    for _ in 0..<200 {
      let found = next { prompt in
        mutation.need == "-" || prompt.parameters.contains { $0.meets(mutation.need) }
      }
      guard let clean = found else { return nil }
      if let broken = mutation.broken(clean, judge.linter.rules, &chance) { return (clean, broken) }
    }
    return nil
  }
}
