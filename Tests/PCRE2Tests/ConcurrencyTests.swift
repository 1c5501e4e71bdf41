// One pattern, many workers, a scratch each.

import PCRE2
import Testing

@Suite struct ConcurrencyTests {
  private static let workers = 4
  private static let rounds = 2_000

  @Test func workersShareAPattern() async throws {
    let pattern = try Pattern(#"\b(?:cat|chat|猫|кот)\b"#, options: .caseless)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<Self.workers {
        group.addTask { try Self.search(pattern, padding: worker) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: Self.rounds, count: Self.workers))
  }

  @Test func limitsOfOneWorkerLeaveOthersAlone() async throws {
    let pattern = try Pattern("(a+)+$")
    let results = await withTaskGroup(of: Bool.self) { group in
      for worker in 0..<Self.workers {
        let limit: UInt32 = worker.isMultiple(of: 2) ? 1_000 : 10_000_000
        group.addTask { Self.givesUp(pattern, limit: limit) }
      }
      return await group.reduce(into: [false: 0, true: 0]) { $0[$1, default: 0] += 1 }
    }
    #expect(results == [true: 2, false: 2])
  }

  @Test func workersCountForThemselves() async throws {
    let pattern = try Pattern("(a|ab)+[xy]", options: .caseless)
    let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
      for worker in 0..<Self.workers {
        group.addTask {
          var scratch = MatchScratch()
          return try (0..<500).map { round in
            let text = String(repeating: "ab", count: 3 + (worker + round) % 4)
            scratch.beginScan()
            _ = try pattern.firstMatch(in: Array(text.utf8).span, scratch: &scratch)
            return scratch.scanSteps
          }
        }
      }
      return try await group.reduce(into: Set()) { $0.formUnion($1) }
    }
    #expect(counts.count == 4)
  }

  /// How many of the rounds found the word where it stands.
  private static func search(_ pattern: Pattern, padding: Int) throws -> Int {
    var scratch = MatchScratch()
    var found = 0
    for round in 0..<rounds {
      let start = padding + round % 7 + 1
      let text = String(repeating: "-", count: start) + "КОТ here"
      scratch.beginScan()
      let range = try pattern.firstMatch(in: Array(text.utf8).span, scratch: &scratch)
      if range == start..<start + 6 { found += 1 }
    }
    return found
  }

  private static func givesUp(_ pattern: Pattern, limit: UInt32) -> Bool {
    var scratch = MatchScratch(
      budget: MatchBudget(pattern: 1_000_000, scan: 1_000_000), matchLimit: limit)
    let text = Array((String(repeating: "a", count: 14) + "!").utf8)
    do {
      for _ in 0..<20 {
        scratch.beginScan()
        _ = try pattern.firstMatch(in: text.span, scratch: &scratch)
      }
      return false
    } catch {
      return true
    }
  }
}
