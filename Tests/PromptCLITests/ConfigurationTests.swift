// mjprompt.yaml through the executable: what it changes, who wins, what a broken one says.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a cat—ar 16:9 --s 5000\n", to: "p/q/a.prompt")
  }

  private func lint(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["lint", "--format", "concise"] + arguments, in: folder.path)
  }

  private func codes(_ result: ToolResult) -> [Substring] {
    result.output.split(separator: "\n").map { line in
      line.split(separator: " ").first { $0.hasPrefix("MJ") } ?? ""
    }
  }

  // MARK: What it changes

  @Test(arguments: [
    ("select: [MJ2]\n", ["MJ203"]), ("select: [wrong-dash, MJ203]\n", ["MJ101", "MJ203"]),
    ("ignore: [glued-parameter, MJ307]\n", ["MJ101", "MJ203"]), ("ignore: [all]\n", []),
    ("select: [MJ1]\nignore: [MJ101]\n", ["MJ103"]), ("", ["MJ101", "MJ103", "MJ203", "MJ307"]),
    ("# nothing but a comment\n", ["MJ101", "MJ103", "MJ203", "MJ307"]), ("select: []\n", []),
  ])
  func checksAreChosen(_ text: String, _ expected: [String]) throws {
    try folder.write(text, to: "p/mjprompt.yaml")
    #expect(codes(try lint("p/q/a.prompt")) == expected.map { Substring($0) })
  }

  @Test func severityDecidesOnTheExitCode() throws {
    try folder.write("severity: {MJ1: hint, MJ203: information}\n", to: "p/mjprompt.yaml")
    let result = try lint("p")
    #expect(result.status == 0)
    #expect(result.output.contains("hint MJ101") && result.output.contains("information MJ203"))
    #expect(try lint("--fail-on", "information", "p").status == 1)
  }

  @Test func modelAndTargetAreTaken() throws {
    try folder.write("model: v6.1\ntarget: ohmygpt\n", to: "p/mjprompt.yaml")
    let long = String(repeating: "q", count: 7000)
    try folder.write("hot::2 dog\n\(long) --v 7\n", to: "p/q/a.prompt")
    let result = try lint("p/q/a.prompt")
    #expect(codes(result) == ["MJ603"])
    #expect(result.output.contains("ohmygpt takes"))
    #expect(codes(try lint("--model", "v8.2", "p/q/a.prompt")) == ["MJ304", "MJ603"])
    #expect(try lint("--target", "web", "p/q/a.prompt").output.contains("web takes"))
  }

  @Test func optionsSelectAnewAndIgnoreMore() throws {
    try folder.write("select: [MJ2]\nignore: [MJ101]\n", to: "p/mjprompt.yaml")
    #expect(codes(try lint("--select", "MJ1", "p/q/a.prompt")) == ["MJ103"])
    #expect(codes(try lint("--ignore", "MJ203", "p/q/a.prompt")) == [])
  }

  // MARK: Where it is found

  @Test func theNearestOneCounts() throws {
    try folder.write("ignore: [all]\n", to: "p/mjprompt.yaml")
    try folder.write("select: [MJ203]\n", to: "p/q/mjprompt.yaml")
    try folder.write("a cat—ar 16:9 --v 7\n", to: "p/b.prompt")
    let result = try lint("p")
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("p/q/a.prompt:1:") })
    #expect(codes(result) == ["MJ203"])
  }

  @Test func standardInputTakesThatOfItsName() throws {
    try folder.write("ignore: [all]\n", to: "p/mjprompt.yaml")
    let input = Array("a cat--ar 16:9 --v 7\n".utf8)
    let named = ["lint", "--stdin-filename", "p/q/new.prompt", "-"]
    #expect(try Tool.run(named, input: input, in: folder.path).status == 0)
    #expect(try Tool.run(["lint", "-"], input: input, in: folder.path).status == 1)
    #expect(try Tool.run(["lint", "-"], input: input, in: "\(folder.path)/p").status == 0)
  }

  @Test func theGivenOneReplacesTheNearest() throws {
    try folder.write("ignore: [all]\n", to: "p/mjprompt.yaml")
    try folder.write("select: [MJ101]\n", to: "other.yaml")
    #expect(codes(try lint("--config", "other.yaml", "p/q/a.prompt")) == ["MJ101"])
  }

  @Test func formatObeysIt() throws {
    try folder.write("ignore: [wrong-dash]\n", to: "p/mjprompt.yaml")
    let kept = try Tool.run(["fmt", "--check", "p/q/a.prompt"], in: folder.path)
    try folder.write("", to: "p/mjprompt.yaml")
    let changed = try Tool.run(["fmt", "p/q/a.prompt"], in: folder.path)
    #expect(kept.status == 1 && changed.status == 0)
    #expect(folder.text(of: "p/q/a.prompt") == "a cat --ar 16:9 --s 5000\n")
  }
}
