// The gate: what passes, what doesn't, and that nothing passes unjudged.

import Foundation
import PromptCore
import PromptFiles
import PromptLint
import PromptRuleFiles
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

struct GateTests {
  let rules: RuleSet

  init() throws { rules = try RepositoryRules.load() }

  private func gate(
    _ policy: GatePolicy = GatePolicy(), change: (inout LintOptions) -> Void = { _ in }
  ) -> Gate {
    var options = LintOptions(asOf: PromptJudge.day)
    change(&options)
    return Gate(rules: rules, options: options, policy: policy)
  }

  private func verdict(_ text: String, _ gate: Gate) -> Verdict {
    var scratch = ScanScratch()
    return gate.check(SourceText(text), scratch: &scratch)
  }

  @Test(arguments: VerdictCase.all)
  func verdictIsAsTheTableSays(_ row: VerdictCase) throws {
    let gate = gate(try row.policy(), change: row.change)
    let verdict = verdict(row.prompt, gate)
    let codes = Set(verdict.diagnostics.map(\.rule.code)).sorted().joined(separator: " ")
    #expect(verdict.decision == row.decision)
    #expect((verdict.refusal?.name ?? codes) == row.because)
    #expect(verdict.jobs == row.jobs)
    #expect((verdict.prompt != nil) == [.allow, .rewrite].contains(verdict.decision))
  }

  // MARK: What can't be judged

  @Test func whatCannotBeReadIsDenied() throws {
    var scratch = ScanScratch()
    let most = String(repeating: "a pond, ", count: 4095) + "a pond!!"
    #expect(verdict(most, gate()).refusal == nil)
    #expect(verdict(most + "!", gate()).refusal == .tooLong(bytes: 32_769))
    let broken = gate().check(SourceText([0x61, 0xFF, 0x62]), scratch: &scratch)
    #expect(broken.decision == .deny && broken.refusal == .notUTF8)
    let many = String(repeating: "a\u{200B}b --s 5000 ", count: 600)
    #expect(verdict(many, gate()).refusal == .tooManyFindings)
  }

  @Test func undecidedPatternsAreDeniedWhateverIsChosen() throws {
    var rules = rules
    rules.terms += PageHeader.terms("(?:a|a)*[bc]$")
    var options = LintOptions(asOf: PromptJudge.day)
    options.ignore = ["MJ7", "undecided-term"]
    options.severities = [("MJ702", .hint)]
    var policy = GatePolicy()
    policy.actions = [("all", .allow)]
    let gate = Gate(rules: rules, options: options, policy: policy)
    let verdict = verdict(String(repeating: "a", count: 60) + " --v 7", gate)
    #expect(verdict.diagnostics.map(\.rule.code).contains("MJ702"))
    #expect(verdict.decision == .deny)
  }

  // MARK: Permutations

  /// 1,000 words that are denied by themselves: split at every letter, they are denied as well.
  @Test func wordsSplitByBracesAreDenied() throws {
    let gate = gate { $0.select = ["sensitive-term"] }
    var scratch = ScanScratch()
    func isDenied(_ text: String) -> Bool {
      gate.check(SourceText("a \(text) field --v 7"), scratch: &scratch).decision == .deny
    }
    let forms = rules.terms.terms.lazy.filter {
      $0.kind == .word && [.medium, .heavy].contains($0.weight)
    }
    .flatMap(\.forms)
    let words = forms.filter { isDenied($0) }.prefix(1000).map { Array($0) }
    #expect(words.count == 1000)
    for word in words {
      let braced = word.map { $0.isLetter ? "{\($0)}" : "\($0)" }.joined()
      #expect(isDenied(braced), "\(braced)")
      for index in word.indices where word[index].isLetter {
        let split = "\(String(word[..<index])){\(word[index]),zz}\(String(word[(index + 1)...]))"
        #expect(isDenied(split), "\(split)")
      }
    }
  }

  /// A mild word and a heavy one at the same place of the original: the heavy one counts.
  @Test func milderExpansionHidesNoOther() throws {
    var policy = GatePolicy()
    policy.actions = [("gore", .allow)]
    #expect(verdict("a {gory, nude} field --v 7", gate(policy)).decision == .deny)
    #expect(verdict("a {nude, gory} field --v 7", gate(policy)).decision == .deny)
    #expect(verdict("a g{or, i}e field --v 7", gate(policy)).decision == .allow)
  }

  @Test func presetsCountAsWhatTheyStandFor() {
    let gate = gate { $0.presets = ["many": "--repeat 30 --repeat 41", "few": "--ar 3:2"] }
    #expect(verdict("a pond --many --v 7", gate).decision == .deny)
    #expect(verdict("a pond --few --v 7", gate).decision == .allow)
  }

  // MARK: Properties

  @Test func whatPassesIsWhatWasJudgedAndPassesAgain() throws {
    let gate = gate()
    var scratch = ScanScratch()
    var passed = 0
    for record in ["valid", "invalid", "repair"].flatMap({ CorpusFile.all(in: $0) })
      .flatMap(\.file.records)
    {
      let verdict = gate.check(record.text, in: record.range, scratch: &scratch)
      guard let sent = verdict.prompt else { continue }
      passed += 1
      let isSame = Array(sent.text.utf8)[...] == record.bytes
      #expect(isSame == (verdict.decision == .allow))
      let again = gate.check(SourceText(sent.text), scratch: &scratch)
      #expect(again.decision == .allow && again.prompt?.text == sent.text, "\(sent.text)")
      #expect(again.jobs == verdict.jobs)
      #expect(verdict.diagnostics.allSatisfy { record.range.contains($0.range) })
    }
    #expect(passed > 100)
  }

  @Test func tasksAtOnceGiveEqualVerdicts() async throws {
    let gate = gate()
    let texts = CorpusFile.all(in: "invalid").flatMap(\.file.records).prefix(100)
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    let all = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var scratch = ScanScratch()
          return texts.map { "\(gate.check(SourceText($0), scratch: &scratch))" }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.count == 8 && Set(all).count == 1)
  }
}

/// A row of Tests/Fixtures/verdicts.tsv.
struct VerdictCase: Sendable, CustomTestStringConvertible {
  let prompt: String
  let settings: [[String]]
  let decision: Verdict.Decision
  /// The reason of a refusal, else the codes of the findings.
  let because: String
  let jobs: UInt64
  var testDescription: String { "\(prompt) \(settings)" }

  static let all: [VerdictCase] = {
    let path = Repository.file("Tests/Fixtures/verdicts.tsv")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let decision = Verdict.Decision(rawValue: cells[2]),
        let jobs = UInt64(cells[4])
      else { return nil }
      return VerdictCase(
        prompt: cells[0].replacing(#"\u{20}\u{9}\u{c}"#, with: " \t\u{C}"),
        settings: cells[1].split(separator: " ").map { $0.split(separator: "=").map(String.init) },
        decision: decision, because: cells[3], jobs: jobs)
    }
  }()

  func policy() throws -> GatePolicy {
    var policy = GatePolicy()
    for setting in settings {
      switch setting[0] {
      case "deny": policy.deny = try #require(Severity(name: setting[1]))
      case "sensitive": policy.sensitive = try #require(Severity(name: setting[1]))
      case "review": policy.review = Severity(name: setting[1])
      case "rewrite": policy.rewrite = setting[1] == "none" ? [] : [setting[1]]
      case "jobs": policy.jobs = UInt64(setting[1])
      case "plan", "ignore": break
      default:
        policy.actions.append((setting[0], try #require(.init(rawValue: setting[1]))))
      }
    }
    return policy
  }

  func change(_ options: inout LintOptions) {
    for setting in settings where setting[0] == "plan" { options.plan = setting[1] }
    for setting in settings where setting[0] == "ignore" { options.ignore.append(setting[1]) }
  }
}
