// `mjprompt lint`: what is reported, in which form, with which exit code.

import Foundation
import PromptTestSupport
import Testing

@Suite struct LintTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("# two prompts\na cat—ar 16:9 --s 5000 --v 7\n\na dog --v 7\n", to: "a.prompt")
  }

  private func lint(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["lint"] + arguments, in: folder.path)
  }

  @Test func textShowsPromptAndCarets() throws {
    let result = try lint("a.prompt")
    #expect(result.status == 1)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        information[MJ101] wrong-dash: an em dash, which the service reads as two hyphens, before `--ar`
          --> a.prompt:2:6
           |
         2 | a cat—ar 16:9 --s 5000 --v 7
           |      ^
           = help: write two hyphens: `--ar`
           = fix: write `--`

        warning[MJ103] glued-parameter: no space before `--ar`
          --> a.prompt:2:6
           |
         2 | a cat—ar 16:9 --s 5000 --v 7
           |      ^^^
           = help: put a space before the dashes
           = fix: insert a space

        error[MJ203] value-out-of-range: `--s 5000` is above 1000, the greatest value in v7
          --> a.prompt:2:19
           |
         2 | a cat—ar 16:9 --s 5000 --v 7
           |                   ^^^^
           = help: use a number from 0 to 1000
           = fix (unsafe): write `1000`

        Found 1 error, 1 warning and 1 information message in 1 of 2 prompts; \
        2 can be fixed with --fix, 1 more with --unsafe-fixes.

        """)
  }

  @Test func conciseIsOneLineAFinding() throws {
    let result = try lint("--format", "concise", "--select", "MJ203", "a.prompt")
    #expect(
      result.output
        == "a.prompt:2:19: error MJ203 value-out-of-range: `--s 5000` is above 1000, "
        + "the greatest value in v7 [unsafe fix]\n")
  }

  @Test func jsonHasPlacesAndFixes() throws {
    let result = try lint("--format", "json", "--select", "MJ203", "a.prompt")
    let findings = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    let finding = try #require(findings.first)
    #expect(finding["code"] as? String == "MJ203")
    #expect(finding["line"] as? Int == 2)
    #expect(finding["column"] as? Int == 19)
    #expect((finding["range"] as? [String: Int]) == ["start": 20, "end": 24])
    #expect((finding["fixes"] as? [[String: Any]])?.first?["applicability"] as? String == "unsafe")
  }

  @Test func jsonLinesIsOneObjectALine() throws {
    let lines = try lint("--format", "jsonl", "a.prompt").output.split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test func statisticsCountByCheck() throws {
    let result = try lint("--statistics", "a.prompt")
    #expect(result.output.contains("1  MJ101  wrong-dash"))
    #expect(result.status == 1)
  }

  @Test(arguments: [
    (["--select", "MJ1"], ["MJ101", "MJ103"]), (["--ignore", "MJ1"], ["MJ203"]),
    (["--select", "wrong-dash"], ["MJ101"]), (["--select", "MJ1", "--ignore", "MJ101"], ["MJ103"]),
    (["--select", "MJ103,value-out-of-range"], ["MJ103", "MJ203"]),
    (["--select", "MJ103, mj2"], ["MJ103", "MJ203"]), (["--ignore", "mj10,MJ203"], []),
    (["--select", "MJ103", "--select", "MJ203"], ["MJ103", "MJ203"]), (["--ignore", "all"], []),
  ])
  func checksAreSelected(_ arguments: [String], _ codes: [String]) throws {
    let result = try Tool.run(
      ["lint", "--format", "concise"] + arguments + ["a.prompt"], in: folder.path)
    let found = result.output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first { $0.hasPrefix("MJ") }.map(String.init)
    }
    #expect(found == codes)
  }

  @Test(arguments: [("error", 0), ("warning", 0), ("information", 1), ("hint", 1)])
  func thresholdDecides(_ severity: String, _ status: Int) throws {
    let result = try lint("--select", "MJ101", "--fail-on", severity, "a.prompt")
    #expect(result.status == status)
  }

  @Test(arguments: [
    (["--model", "v6.1"], 0), (["--model", "8.2"], 1), (["--as-of", "2024-08-01"], 0),
    (["--as-of", "2026-08-01"], 1), (["--model", "niji 5"], 0),
  ])
  func modelOfPromptsThatNameNone(_ arguments: [String], _ status: Int) throws {
    let result = try Tool.run(["lint", "--prompt", "hot:: dog"] + arguments, in: folder.path)
    #expect(result.status == status)
  }

  @Test func colourIsForTerminals() throws {
    #expect(try !lint("a.prompt").output.contains("\u{1B}["))
    #expect(try lint("--color", "always", "a.prompt").output.contains("\u{1B}["))
    #expect(try !lint("--color", "never", "a.prompt").output.contains("\u{1B}["))
  }

  @Test func quietLeavesTheSummaryOut() throws {
    #expect(try !lint("--quiet", "a.prompt").output.contains("Found"))
    #expect(try lint("--quiet", "--prompt", "a cat --v 7").output.isEmpty)
  }

  @Test func standardInputHasAName() throws {
    let record = Array("{\"prompt\": \"a cat --ar --v 7\"}\n".utf8)
    let result = try Tool.run(
      ["lint", "--format", "concise", "--stdin-filename", "x/y.jsonl", "-"], input: record)
    #expect(result.output.hasPrefix("x/y.jsonl:1:19: error MJ202"))
  }

  @Test func commentsSuppress() throws {
    try folder.write(
      "# mjprompt: ignore=MJ203 wanted\na --s 5000 --v 7\na --s 5000 --v 7\n", to: "s.prompt")
    let result = try lint("--format", "concise", "s.prompt")
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.hasPrefix("s.prompt:3:"))
  }

  @Test func configurationIsFoundAboveTheFile() throws {
    try folder.write(
      "ignore: [MJ1]\nseverity: {MJ203: hint}\nmodel: v6.1\n", to: "p/mjprompt.yaml")
    try folder.write("a cat—ar 16:9 --s 5000\nhot:: dog\n", to: "p/q/a.prompt")
    let result = try lint("--format", "concise", "p/q/a.prompt")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("hint MJ203"))
    #expect(try lint("--config", "p/mjprompt.yaml", "a.prompt").status == 0)
    #expect(try lint("--model", "v8.2", "p/q/a.prompt").status == 1)
  }

  @Test func foldersAreSearched() throws {
    try folder.write("a --ar --v 7\n", to: "f/b.mjp")
    try folder.write("a --ar --v 7\n", to: "f/deep/c.prompt")
    try folder.write("a --ar --v 7\n", to: "f/notes.txt")
    try folder.write("a --ar --v 7\n", to: "f/.hidden/d.prompt")
    let result = try lint("--format", "concise", "f")
    let files = result.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(files == ["f/b.mjp", "f/deep/c.prompt"])
  }
}
