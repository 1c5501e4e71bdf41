// Which patterns may enter a rule set, and why others may not.

import Foundation
import PromptScan
import PromptTestSupport
import Testing

/// A line of Tests/Fixtures/patterns.tsv: a pattern with what its refusal begins with (nothing, when it
/// is admitted) and its examples, with `;` between. `⏎` in a pattern is a line end.
private struct AdmissionCase: Sendable, CustomTestStringConvertible {
  let pattern: String
  let reason: String
  let match: [String]
  let clean: [String]
  var testDescription: String { pattern }

  static let all: [AdmissionCase] = {
    let path = Repository.file("Tests/Fixtures/patterns.tsv")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return AdmissionCase(
        pattern: cells[0].replacing("⏎", with: "\n"), reason: cells[1],
        match: cells[2].split(separator: ";").map(String.init),
        clean: cells[3].split(separator: ";").map(String.init))
    }
  }()
}

@Suite struct AdmissionTests {
  @Test func thereIsATable() {
    #expect(AdmissionCase.all.count > 60)
  }

  @Test(arguments: AdmissionCase.all)
  private func verdictIsThatOfTheTable(_ row: AdmissionCase) {
    let admission = PatternAdmission(row.pattern, match: row.match, clean: row.clean)
    #expect(admission.isAdmitted == row.reason.isEmpty)
    let reason = admission.refusals.first?.description ?? ""
    #expect(reason.hasPrefix(row.reason))
  }

  @Test func longPatternsAreRefused() {
    let limit = PatternAdmission.maximumLength
    let long = String(repeating: "a", count: limit + 1)
    #expect(PatternAdmission(long).refusals == [.tooLong(bytes: limit + 1)])
    #expect(PatternAdmission(String(long.dropLast()), match: [long]).isAdmitted)
  }

  @Test func allReasonsAreGiven() {
    let admission = PatternAdmission(#"\Ka\Gb*"#, match: ["x"], clean: ["y"])
    #expect(
      admission.refusals == [
        .forbidden(#"\K"#, at: 0), .forbidden(#"\G"#, at: 3), .missesExample("x"),
      ])
    #expect(admission.dearest == nil)
  }

  @Test func theDearestTextIsNamedWithItsSteps() throws {
    let admission = PatternAdmission("(?:fog ?)+[xy]", match: ["fog fogx"], clean: ["fog"])
    let cost = try #require(admission.dearest)
    #expect(admission.refusals == [.slow(cost)])
    #expect(cost.steps > 100_000)
    #expect(cost.description.hasPrefix("\(cost.steps) steps for 8192 bytes of `fog"))
    #expect(PatternAdmission("(?:fog ?)+[xy]", match: ["fog fogx"], clean: ["fog"]) == admission)
  }

  @Test func dearPatternsAreNamed() throws {
    let admission = PatternAdmission(#"(\w)\1{3,}"#, match: ["aaaa"], clean: ["aaa"])
    let cost = try #require(admission.dearest)
    #expect(admission.isAdmitted)
    #expect(admission.warnings == [.dear(cost)])
  }

  @Test func anExampleThatIsNotDecidedIsNamed() {
    let text = String(repeating: "z", count: 200)
    let admission = PatternAdmission("(?:z|z)+[cd]", clean: [text])
    #expect(admission.refusals.first == .undecidedExample(text))
  }

  /// The half of a text begins where a character does.
  @Test(arguments: [("(?:猫 ?)+[xy]", "猫猫x"), ("(?:é ?)+[xy]", "ééx"), ("(?:a猫 ?)+[xy]", "a猫x")])
  func halvesOfWideTextsAreTexts(_ pattern: String, _ match: String) {
    let admission = PatternAdmission(pattern, match: [match], clean: ["b"])
    guard case .slow? = admission.refusals.first else {
      Issue.record("\(admission.refusals)")
      return
    }
  }

  @Test func costsAreMeasuredOnceMore() throws {
    let word = try #require(PatternAdmission(#"\bcats?\b"#).cost())
    #expect(word.isLinear && word.prose < 1_000 && word.worst?.steps ?? 0 > word.prose)
    let steep = PatternAdmission("(?:fog ?)+[xy]", match: ["fog fogx"], clean: ["fog"])
    #expect(try #require(steep.cost()).isLinear == false)
    #expect(steep.cost() == steep.cost())
    #expect(PatternAdmission("(").cost() == nil)
    #expect(PatternAdmission("cat", isProbed: false).cost() == nil)
  }

  @Test func literalsCostLittle() throws {
    let cost = try #require(PatternAdmission(#"\bcats?\b"#).dearest)
    #expect(cost.steps < 20_000)
    #expect(PatternAdmission(#"\bcats?\b"#).warnings == [.noMatchExample, .noCleanExample])
  }
}
