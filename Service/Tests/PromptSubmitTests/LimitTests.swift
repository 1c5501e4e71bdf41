// What can't be judged completely never leaves: neither planned nor, once planned, sent.

import PromptBatch
import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptScan
import ServiceTestSupport
import Testing

@testable import PromptSubmit

@Suite struct LimitTests {
  private static let hostile = "a pond " + String(repeating: "a", count: 3000) + " --v 7"

  /// A gate; a hostile one has a pattern that spends its budget on a hostile text.
  private func gate(isHostile: Bool) throws -> Gate {
    var rules = try RuleSet(.embedded)
    if isHostile {
      let term = Term(
        name: "hostile", kind: .pattern, forms: ["(?:a|a)*[bc]$"], category: "own",
        weight: .heavy, scopes: .text, reason: nil, replacement: nil, match: [], clean: [])
      rules.terms += TermList(terms: [term], allow: [])
    }
    var options = LintOptions(asOf: Day(rawValue: 2026_11_24))
    options.target = "ohmygpt"
    return Gate(rules: rules, options: options)
  }

  private func plan(
    _ file: String, _ gate: Gate, _ ledger: Ledger
  ) throws -> (run: Int64, added: Int, denied: [String]) {
    let planner = try #require(
      SubmissionPlanner(PlanSettings(input: file, format: .lines), gate: gate))
    var denied: [String] = []
    let planned = try ledger.plan(input: file, hash: "h") { entry in
      try planner.run(file, hash: "h") {
        _ = try entry.add($0)
      } deny: { record in
        guard case .denial(.verdict(let verdict)) = record.reason else { return }
        denied += verdict.diagnostics.map(\.rule.code)
      }
    }
    return (planned.run, planned.added, denied)
  }

  @Test func spentBudgetsPlanNothing() throws {
    let folder = try ServiceFolder()
    let ledger = try Ledger("\(folder.path)/l.sqlite")
    let file = try folder.write(Self.hostile + "\n", to: "in.prompt")
    let planned = try plan(file, try gate(isHostile: true), ledger)
    #expect(planned.added == 0 && planned.denied.contains(GatePolicy.undecided))
    #expect(try ledger.submissions().isEmpty)
  }

  /// Planned by a gate that let it pass, and sent by one that can't decide.
  @Test func spentBudgetsSendNothing() async throws {
    let folder = try ServiceFolder()
    let server = try FakeServer(in: folder.path)
    let ledger = try Ledger("\(folder.path)/l.sqlite")
    let file = try folder.write(Self.hostile + "\na kite --v 7\n", to: "in.prompt")
    let planned = try plan(file, try gate(isHostile: false), ledger)
    #expect(planned.added == 2)
    var settings = APISettings()
    settings.address = try #require(ServiceAddress(server.address))
    let client = ImagineClient(settings, key: try #require(Secret("canary".utf8)))
    let submitter = Submitter(
      ledger, client: client, limiter: RateLimiter(perSecond: nil), gate: try gate(isHostile: true),
      settings: SubmitSettings(), stop: StopFlag())
    let summary = try await submitter.run(planned.run) { _ in }
    try await client.close()
    #expect(summary.withheld.count == 1)
    #expect(try ledger.counts(run: planned.run) == [.planned: 1, .accepted: 1])
    #expect(try server.received().count == 1)
  }
}
