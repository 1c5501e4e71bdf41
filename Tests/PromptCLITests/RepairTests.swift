// `mjprompt lint --fix` and `mjprompt fmt`: what is written, and what is left alone.

import Foundation
import PromptTestSupport
import Testing

@Suite struct RepairTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> ToolResult {
    try Tool.run(arguments, in: folder.path)
  }

  @Test func fixRewritesTheFileAndReportsTheRest() throws {
    let path = try folder.write("# keep\r\na cat--ar 16:9 --s 5000 --v 7\r\n", to: "a.prompt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let result = try run("lint", "--fix", "a.prompt")
    #expect(result.status == 1)
    #expect(result.output.contains("MJ203") && !result.output.contains("MJ103"))
    #expect(folder.text(of: "a.prompt") == "# keep\r\na cat --ar 16:9 --s 5000 --v 7\r\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try run("lint", "--unsafe-fixes", "a.prompt").status == 0)
    #expect(folder.text(of: "a.prompt") == "# keep\r\na cat --ar 16:9 --s 1000 --v 7\r\n")
  }

  @Test func fixChangesOnlyTheFieldOfARecord() throws {
    try folder.write(
      #"{"id": 7, "prompt": "a \u0022cat\u0022--ar 16:9 --v 7", "x": [1,  2]}"# + "\n",
      to: "a.jsonl")
    #expect(try run("lint", "--fix", "a.jsonl").status == 0)
    #expect(
      folder.text(of: "a.jsonl")
        == #"{"id": 7, "prompt": "a \"cat\" --ar 16:9 --v 7", "x": [1,  2]}"# + "\n")
  }

  @Test func diffChangesNothing() throws {
    try folder.write("a cat--ar 16:9 --v 7\n", to: "a.prompt")
    let result = try run("lint", "--diff", "a.prompt")
    #expect(result.status == 1)
    #expect(result.output.contains("-a cat--ar 16:9 --v 7\n+a cat --ar 16:9 --v 7\n"))
    #expect(folder.text(of: "a.prompt") == "a cat--ar 16:9 --v 7\n")
    try folder.write("a cat --v 7\n", to: "b.prompt")
    #expect(try run("lint", "--diff", "b.prompt").status == 0)
  }

  @Test func standardInputIsFixedToStandardOutput() throws {
    let result = try Tool.run(
      ["lint", "--fix", "-"], input: Array("a cat--ar 16:9 --s 5000 --v 7\n".utf8))
    #expect(result.output == "a cat --ar 16:9 --s 5000 --v 7\n")
    #expect(result.errors.contains("MJ203"))
  }

  @Test func suppressedFindingsAreNotFixed() throws {
    try folder.write(
      "# mjprompt: ignore=MJ103 as it was sent\na cat--ar 16:9 --v 7\n", to: "a.prompt")
    #expect(try run("lint", "--fix", "a.prompt").status == 0)
    #expect(folder.text(of: "a.prompt").contains("cat--ar"))
  }

  @Test func formatRewritesInPlace() throws {
    try folder.write("# keep\n\na  cat --v 7 --aspect 1920:1080\n", to: "a.prompt")
    #expect(try run("fmt", "a.prompt").status == 0)
    #expect(folder.text(of: "a.prompt") == "# keep\n\na cat --ar 16:9 --v 7\n")
    let before = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.prompt")
    #expect(try run("fmt", "a.prompt").status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.prompt")
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test func formatChecksAndShows() throws {
    try folder.write("a  cat --v 7\n", to: "a.prompt")
    try folder.write("a cat --v 7\n", to: "b.prompt")
    let check = try run("fmt", "--check", "a.prompt", "b.prompt")
    #expect(check.status == 1)
    #expect(check.output == "would reformat a.prompt\n")
    #expect(try run("fmt", "--diff", "a.prompt").output.contains("-a  cat --v 7\n+a cat --v 7\n"))
    #expect(folder.text(of: "a.prompt") == "a  cat --v 7\n")
    #expect(try run("fmt", "--check", "b.prompt").status == 0)
  }

  @Test func brokenPromptsAreLeftByteForByte() throws {
    let text = "a  cat --v 7\na  cat --tile on  a mat --v 7\n"
    let result = try Tool.run(["fmt", "-"], input: Array(text.utf8))
    #expect(result.status == 1)
    #expect(result.output == "a cat --v 7\na  cat --tile on  a mat --v 7\n")
    #expect(result.errors.contains("<stdin>:2: left as it is"))
  }

  @Test func promptArgumentIsFormatted() throws {
    #expect(try run("fmt", "--prompt", "--ar 16:9 --v 7").output == "--ar 16:9 --v 7\n")
    #expect(try run("fmt", "--prompt", "a  cat --V 7.0").output == "a cat --v 7\n")
  }

  @Test func unwritableFileIsNamedAndNotHarmed() throws {
    try folder.write("a  cat --v 7\n", to: "a.prompt")
    let result = try Tool.shell(
      "ln -s /dev/full full.prompt 2>/dev/null; \"$MJPROMPT\" lint a.prompt >/dev/full",
      in: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot write <stdout>: no space left on device"))
  }
}
