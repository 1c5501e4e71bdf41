// Counts of a run.

import PromptCore
import PromptFiles
import PromptReport
import Testing

@Suite struct SummaryTests {
  private func diagnostic(_ severity: Severity, _ fix: Applicability? = nil) -> Diagnostic {
    let fixes = fix.map { [FixIt("f", $0, [])] } ?? []
    return Diagnostic(
      outOfRange, at: ByteRange(0, 1), "m", severity: severity, fixes: fixes)
  }

  private func summary(_ prompts: Int, _ lists: [[Diagnostic]]) -> Summary {
    let text = String(repeating: "cat\n", count: prompts)
    var summary = Summary()
    summary.add(ReportedFile(sample(text).file, lists))
    return summary
  }

  @Test func saysWhenThereIsNothing() {
    #expect(summary(0, []).text == "No prompts found.")
    #expect(summary(1, []).text == "1 prompt, nothing to report.")
    #expect(summary(12, []).text == "12 prompts, nothing to report.")
    #expect(summary(12, []).worst == nil)
  }

  @Test func countsFindingsAndFixes() {
    let summary = summary(
      12,
      [
        [diagnostic(.error, .safe), diagnostic(.error, .unsafe)], [],
        [diagnostic(.warning, .safe)], [],
      ])
    #expect(
      summary.text == "Found 2 errors and 1 warning in 2 of 12 prompts; "
        + "2 can be fixed with --fix, 1 more with --unsafe-fixes.")
    #expect(summary.worst == .error)
    #expect(summary.count(of: .warning) == 1)
  }

  @Test func putsWordsInTheRightNumber() {
    #expect(summary(1, [[diagnostic(.error)]]).text == "Found 1 error in 1 of 1 prompt.")
    #expect(
      summary(2, [[diagnostic(.hint, .unsafe), diagnostic(.information)]]).text
        == "Found 1 information message and 1 hint in 1 of 2 prompts; "
        + "1 can be fixed with --unsafe-fixes.")
    let all = Severity.allCases.flatMap { [diagnostic($0, .displayOnly), diagnostic($0)] }
    #expect(
      summary(2, [all]).text
        == "Found 2 errors, 2 warnings, 2 information messages and 2 hints in 1 of 2 prompts.")
  }
}

@Suite struct StatisticsTests {
  private var statistics: Statistics {
    let missing = RuleMetadata(code: "MJ1040", name: "no-value", severity: .error)
    let file = sample(String(repeating: "cat\n", count: 11)) { record in
      let fix = FixIt("f", .safe, [])
      let hidden = Diagnostic(
        hiddenCharacter, at: record.range, "m", fixes: record.line == 2 ? [fix] : [])
      let first = [Diagnostic(outOfRange, at: record.range, "m")]
      let second = [Diagnostic(missing, at: record.range, "m")]
      return [hidden] + (record.line == 1 ? first + second : [])
    }
    var statistics = Statistics()
    statistics.add(file)
    return statistics
  }

  @Test func alignsATable() {
    let expected = """
      11  MJ601   hidden-character  [fixable]
       1  MJ1040  no-value
       1  MJ203   value-out-of-range

      """
    let lines = statistics.text
    #expect(lines == expected.replacing("character  [", with: "character    ["))
    #expect(Statistics().text.isEmpty)
  }

  @Test func hasAFormForPrograms() {
    let expected = """
      [
        {
          "count": 11,
          "code": "MJ601",
          "name": "hidden-character",
          "fix": "safe"
        },
      """
    #expect(String(decoding: statistics.json, as: UTF8.self).hasPrefix(expected))
    #expect(Statistics().json == Array("[]\n".utf8))
  }
}
