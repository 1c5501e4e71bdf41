// Comments that switch findings off.

import PromptCore
import PromptFiles
import Testing

@Suite struct SuppressionTests {
  private func file(_ text: String) -> PromptFile {
    PromptFile(path: "a.prompt", bytes: Array(text.utf8))
  }

  @Test(arguments: [
    ("# mjprompt: ignore", [], ""),
    ("#mjprompt:ignore", [], ""),
    ("# mjprompt: ignore \t", [], ""),
    ("# mjprompt: ignore as agreed", [], "as agreed"),
    ("# mjprompt: ignore=MJ203", ["MJ203"], ""),
    ("# mjprompt: ignore=MJ203,MJ105 too big\r", ["MJ203", "MJ105"], "too big"),
    ("# mjprompt: ignore= MJ203, value-out-of-range", ["MJ203", "value-out-of-range"], ""),
  ])
  func reads(comment: String, rules: [String], reason: String) {
    let file = file(comment + "\na cat\n")
    #expect(file.problems.isEmpty)
    #expect(
      file.records.map(\.suppressions) == [[Suppression(rules: rules, reason: reason, line: 1)]])
  }

  @Test(arguments: [
    ("# mjprompt: ignored", "unknown directive"),
    ("# mjprompt: disable=MJ203", "unknown directive"),
    ("# mjprompt: ignore=", "expected rule codes after `ignore=`, with commas between them"),
    ("# mjprompt: ignore=MJ203,", "expected rule codes after `ignore=`, with commas between them"),
    ("# mjprompt: ignore=MJ203;x", "expected rule codes after `ignore=`, with commas between them"),
  ])
  func reportsWhatItCannotRead(comment: String, message: String) {
    let file = file("a dog\n" + comment + "\na cat\n")
    let location = SourceLocation(line: 2, utf8Column: 1, column: 1)
    #expect(file.problems == [FileProblem(at: location, message)])
    #expect(file.records.map(\.suppressions) == [[], []])
  }

  @Test func countsForTheNextPromptOnly() {
    let file = file("# mjprompt: ignore=MJ1\n\n# note\n# mjprompt: ignore=MJ2\na\nb\n")
    #expect(file.records.map { $0.suppressions.map(\.rules) } == [[["MJ1"], ["MJ2"]], []])
    #expect(file.records[0].suppressions.map(\.line) == [1, 4])
  }

  @Test func coversByCodeGroupNameOrAll() {
    let rule = RuleMetadata(code: "MJ203", name: "value-out-of-range", severity: .error)
    let covered = [["MJ203"], ["mj203"], ["MJ2"], ["value-out-of-range"], ["MJ1", "MJ203"], []]
    for rules in covered { #expect(Suppression(rules: rules, reason: "", line: 1).covers(rule)) }
    #expect(!Suppression(rules: ["MJ21"], reason: "", line: 1).covers(rule))
  }
}
