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
    (["terms"], "gore"), (["sources"], "https://docs.midjourney.com"),
  ])
  func rulesAreListed(_ arguments: [String], _ text: String) throws {
    let result = try Tool.run(["rules", "list"] + arguments)
    #expect(result.status == 0)
    #expect(result.output.contains(text))
    let json = try Tool.run(["rules", "list"] + arguments + ["--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: String]]
    #expect((rows?.count ?? 0) == result.output.split(separator: "\n").count - 1)
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
    if shell == "bash" {
      #expect(
        try Tool.shell(#""$MJPROMPT" --generate-completion-script bash | bash -n"#).status == 0)
    }
  }
}
