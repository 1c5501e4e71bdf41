// `mjprompt explain`, `mjprompt rules`, `--version`, `--help`, completions.

import Foundation
import PromptTestSupport
import Testing

@Suite struct KnowledgeTests {
  @Test(arguments: ["MJ203", "mj203", "value-out-of-range"])
  func explainPrintsThePage(_ check: String) throws {
    let result = try Tool.run(["explain", check])
    let page = try String(
      contentsOfFile: Repository.file("rules/lint/parameters/value-out-of-range.md"),
      encoding: .utf8)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("# value-out-of-range (MJ203)"))
    #expect(page.hasSuffix(result.output))
  }

  @Test(arguments: [
    ([], "MJ701  sensitive-term"), (["checks"], "MJ101  wrong-dash"),
    (["parameters"], "--stylize"), (["models"], "niji7"), (["targets"], "midjourney-proxy"),
    (["profiles"], "lenient"), (["terms"], "gore"),
    (["terms"], "supermodel, bombshell, hottie within 6"),
    (["links"], "x-amz-expires"), (["sources"], "https://docs.midjourney.com"),
  ])
  func rulesAreListed(_ arguments: [String], _ text: String) throws {
    let result = try Tool.run(["rules", "list"] + arguments)
    #expect(result.status == 0)
    #expect(result.output.contains(text))
    let json = try Tool.run(["rules", "list"] + arguments + ["--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: String]]
    #expect((rows?.count ?? 0) == result.output.split(separator: "\n").count - 1)
  }

  @Test func everyCheckHasItsPage() throws {
    let list = try Tool.run(["rules", "list", "--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: String]]
    for row in try #require(rows) {
      let (code, name) = (row["code"] ?? "", row["name"] ?? "")
      let page = try Tool.run(["explain", code])
      #expect(page.output.hasPrefix("# \(name) (\(code))\n"))
      #expect(try Tool.run(["explain", name]).output == page.output)
    }
  }

  @Test(arguments: [
    (["explain", "value-out-of-rang"], "did you mean `value-out-of-range`?"),
    (["explain", "MJ999"], "there is no check `MJ999`"), (["explain"], "Missing expected argument"),
    (["rules", "list", "model"], "'model' is invalid"),
    (["rules", "list", "--format", "yaml"], "'yaml' is invalid"),
    (["lint", "--fixx"], "Did you mean '--fix'?"),
    (["--generate-completion-script", "tcsh"], "Can't generate completion scripts for 'tcsh'"),
  ])
  func unknownWordsAreMistakesOfUsage(_ arguments: [String], _ message: String) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message))
  }

  @Test func versionNamesTheRules() throws {
    let result = try Tool.run(["--version"])
    #expect(result.status == 0)
    let form = /mjprompt \d+\.\d+\.\d+ \(rules of \d{4}-\d\d-\d\d, PCRE2 10\.\d+.*\)\n/
    #expect(result.output.wholeMatch(of: form) != nil)
  }

  @Test(arguments: [[], ["lint"], ["fmt"], ["explain"], ["rules"], ["rules", "list"]])
  func helpGoesToStandardOutput(_ command: [String]) throws {
    let result = try Tool.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: mjprompt"))
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(_ shell: String) throws {
    let result = try Tool.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.output.contains("unsafe-fixes"))
  }

  static let shells = ["bash", "zsh", "fish"].filter { Tool.hasProgram($0) }

  @Test(arguments: shells)
  func theShellAcceptsItsCompletions(_ shell: String) throws {
    let script = #""$MJPROMPT" --generate-completion-script \#(shell) >s && \#(shell) -n s"#
    let result = try Tool.shell(script)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }
}
