// `mjprompt rules validate`, `test` and `diff`.

import Foundation
import PromptTestSupport
import Testing

@Suite struct RuleCommandTests {
  let rules = Repository.file("rules")

  private func json(_ result: ToolResult) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  }

  // MARK: Validate

  @Test func theRepositorysRulesAreClean() throws {
    let result = try Tool.run(["rules", "validate"], in: Repository.path)
    #expect(result.status == 0, "\(result.output)")
    let lines = result.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("rules: ") && lines[0].hasSuffix("nothing to report."))
    let tiers = /\d+ patterns: \d+ by word, \d+ by text, \d+ always\./
    #expect(lines[1].wholeMatch(of: tiers) != nil)
    let list = try Tool.run(
      ["rules", "validate", "rules/", "--format", "json"], in: Repository.path)
    #expect(list.output == "[]\n")
  }

  @Test func problemsAreShownWithPlaceAndRemedy() throws {
    let folder = try RuleFolderCopy(lists: ["gore.yaml"])
    try folder.replace("family: v\n", in: "models.yaml", with: "famly: v\n")
    try folder.replace("code: MJ101", in: "lint/syntax/wrong-dash.md", with: "code: MJ102")
    let result = try Tool.run(["rules", "validate", folder.path])
    #expect(result.status == 2)
    let place = "\(folder.path)/models.yaml:8:5: unknown-field: unknown field `famly`; did you mean"
    #expect(result.output.contains(place))
    #expect(result.output.contains("  = help: `mjprompt schema models` lists the fields"))
    #expect(result.output.contains("wrong-dash.md:2:7: duplicate: `MJ102` has two pages, first"))
    #expect(result.output.hasSuffix("problems in \(folder.path).\n"))
    let list = try Tool.run(["rules", "validate", folder.path, "--format", "json"])
    let problems = try #require(try json(list) as? [[String: Any]])
    #expect(list.status == 2)
    #expect(
      problems.contains {
        $0["kind"] as? String == "unknown-field" && $0["line"] as? Int == 8
          && $0["column"] as? Int == 5 && $0["remedy"] is String
      })
  }

  @Test func aMissingFolderIsAProblem() throws {
    let result = try Tool.run(["rules", "validate", "nowhere/"])
    #expect(result.status == 2)
    #expect(result.output.contains("nowhere/models.yaml:1:1: malformed: cannot be read: no such"))
  }

  // MARK: Test

  @Test func theRepositorysExamplesHold() throws {
    let result = try Tool.run(["rules", "test"], in: Repository.path)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix("all hold.\n"))
    let list = try Tool.run(
      ["rules", "test", rules, "--as-of", "2026-11-24", "--format", "json"])
    #expect(list.status == 0 && list.output == "[]\n")
  }

  /// What is broken, and the line that says so.
  static let broken = [
    (
      "sensitive/gore.yaml", "a scene full of gore", "a quiet scene",
      "match: a quiet scene\n  expected `gore` is found\n  actual   it is not\n"
    ),
    (
      "sensitive/gore.yaml", "a Gore-Tex jacket on a hook", "a gore jacket",
      "clean: a gore jacket\n  expected `gore` is not found\n  actual   it is\n"
    ),
    (
      "lint/parameters/value-out-of-range.md", "          ^^^^ MJ203 error\n",
      "          ^^^ MJ203 error\n",
      "value-out-of-range.md:21:1: bad: a cat --s 5000 --v 7\n  expected MJ203 at 10..13 error\n"
    ),
    (
      "lint/parameters/value-out-of-range.md", "a cat --s 500 --v 7\n", "a cat --s 5001 --v 7\n",
      "good: a cat --s 5001 --v 7\n  expected nothing\n  actual   MJ203 at 10..14 error\n"
    ),
    (
      "lint/parameters/value-out-of-range.md", "a cat --s 1000 --v 7\n", "a cat --s 999 --v 7\n",
      "unsafe-fix: a cat --s 5000 --v 7\n  expected a cat --s 999 --v 7\n"
    ),
    (
      "lint/parameters/value-out-of-range.md", "```prompt bad\n", "```prompt worse\n",
      "value-out-of-range.md:20:1: page\n  expected a page that can be read\n"
    ),
  ]

  @Test(arguments: broken)
  func brokenExamplesAreShown(_ file: String, _ old: String, _ new: String, _ text: String) throws {
    let folder = try RuleFolderCopy(lists: ["gore.yaml"])
    try folder.replace(old, in: file, with: new)
    let result = try Tool.run(["rules", "test", folder.path])
    #expect(result.status == 1)
    #expect(result.output.contains(text), "\(result.output)")
    let list = try Tool.run(["rules", "test", folder.path, "--format", "json"])
    #expect((try json(list) as? [[String: Any]])?.isEmpty == false)
  }

  @Test func foldersThatCannotBeReadEndWithTwo() throws {
    for command in [["test", "nowhere"], ["diff", rules, "nowhere"], ["diff", "nowhere", rules]] {
      let result = try Tool.run(["rules"] + command)
      #expect(result.status == 2)
      #expect(result.errors.contains("nowhere/models.yaml: cannot be read"))
    }
    #expect(try Tool.run(["rules", "test", rules, "--as-of", "soon"]).status == 2)
  }

  // MARK: Diff

  @Test func equalFoldersHaveNoDifference() throws {
    let result = try Tool.run(["rules", "diff", rules, rules])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  /// A folder that says something else of a model, a parameter, a term and a page.
  private func changed() throws -> RuleFolderCopy {
    let folder = try RuleFolderCopy()
    try folder.replace("released: 2022-02-01", in: "models.yaml", with: "released: 2022-02-02")
    try folder.replace(
      "{in: [v4..v8.2, niji5..niji7], range: \"0..1000\"", in: "parameters/style.yaml",
      with: "{in: [v4..v8.2, niji5..niji7], range: \"0..500\"")
    try folder.replace("  - word: gory\n", in: "sensitive/gore.yaml", with: "  - word: slasher\n")
    try folder.replace(
      "near: [beauty", in: "sensitive/minors.yaml", with: "near: [beauty, charming")
    try folder.replace("## Source\n", in: "lint/syntax/wrong-dash.md", with: "## Source\n- Me\n")
    return folder
  }

  @Test func differencesAreListed() throws {
    let folder = try changed()
    let result = try Tool.run(["rules", "diff", rules, folder.path])
    #expect(result.status == 0)
    #expect(
      result.output == """
        changed model v1
          - released: 2022-02-01
          + released: 2022-02-02
        changed parameter stylize
          - models: {in: [v4..v8.2, niji5..niji7], range: 0..1000, default: 100}
          + models: {in: [v4..v8.2, niji5..niji7], range: 0..500, default: 100}
        removed term gore: gory
        changed term minors: minor-age-with-beauty
          + near: charming
        added term gore: slasher
        changed page MJ101 wrong-dash
          + text: - Me

        """)
  }

  @Test func corpusShowsWhatFires() throws {
    let folder = try changed()
    let files = try TemporaryFolder()
    let path = try files.write(
      "# ours\na cat --s 800 --v 7\na gory slasher --v 7\n", to: "c.prompt")
    let command = ["rules", "diff", rules, folder.path, "--corpus", path]
    let text = try Tool.run(command)
    #expect(text.status == 0)
    #expect(
      text.output.contains("\(path):2:11: newly error MJ203 value-out-of-range at 10..13: "))
    #expect(text.output.contains("\(path):3:3: no longer warning MJ701 sensitive-term at 2..6: "))
    #expect(text.output.contains("\(path):3:8: newly warning MJ701 sensitive-term at 7..14: "))
    #expect(text.output.contains("MJ701 sensitive-term: 1 newly, 1 no longer\n"))
    #expect(text.output.hasSuffix("2 of 2 prompts are judged differently.\n"))
    let list = try Tool.run(command + ["--format", "json", "--target", "web"])
    let object = try #require(try json(list) as? [String: Any])
    #expect((object["changes"] as? [Any])?.count == 6)
    #expect((object["findings"] as? [Any])?.count == 3)
    #expect(object["changedPrompts"] as? Int == 2)
    #expect(try Tool.run(command + ["--target", "wbe"]).status == 2)
    #expect(try Tool.run(["rules", "diff", rules, rules, "--corpus", "none"]).status == 3)
  }
}
