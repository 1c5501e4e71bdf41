// The README's blocks about submitting are true: each is run as it stands, beside the stand-in.

import Foundation
import ServiceTestSupport
import Testing

/// A block `console service` of the README: commands, each with what it shows.
struct ServiceBlock: Sendable, CustomTestStringConvertible {
  let line: Int
  var steps: [(command: String, output: [String])] = []
  var testDescription: String { "README.md:\(line)" }

  static let all: [ServiceBlock] = {
    let path = URL(filePath: #filePath).appending(path: "../../../../README.md").standardizedFileURL
    let lines = ((try? String(contentsOf: path, encoding: .utf8)) ?? "").components(
      separatedBy: "\n")
    var blocks: [ServiceBlock] = []
    var isInside = false
    for (index, line) in lines.enumerated() {
      if line == "```console service" {
        isInside = true
        blocks.append(ServiceBlock(line: index + 1))
      } else if line == "```" {
        isInside = false
      } else if isInside, line.hasPrefix("$ ") {
        blocks[blocks.count - 1].steps.append((String(line.dropFirst(2)), []))
      } else if isInside {
        let block = blocks.count - 1
        blocks[block].steps[blocks[block].steps.count - 1].output.append(line)
      }
    }
    return blocks
  }()
}

@Suite(.serialized) struct ReadmeTests {
  @Test func thereAreBlocks() { #expect(ServiceBlock.all.count >= 2) }

  @Test(arguments: ServiceBlock.all)
  func blocksShowWhatComesOut(_ block: ServiceBlock) throws {
    let folder = try ServiceFolder()
    // `mjprompt` becomes `mjprompt-service` for these commands.
    let tool = try folder.write("#!/bin/sh\nexec mjprompt-service \"$@\"\n", to: "mjprompt")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
    // The port of the README may be taken here.
    let script = block.steps.map { "\($0.command)\necho '@@'\n" }.joined()
      .replacing("25617", with: "\(Int.random(in: 20_000..<30_000))")
    let shown = try run(script, folder).components(separatedBy: "@@\n")
    for (step, output) in zip(block.steps, shown) {
      let expected = step.output.map { $0 + "\n" }.joined()
      #expect(output == expected, "\(step.command)")
    }
    #expect(shown.count == block.steps.count + 1)
  }

  private func run(_ script: String, _ folder: ServiceFolder) throws -> String {
    let output = try folder.write("", to: ".output")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "cd \"$HOME\"; exec 2>&1\n\(script)\nkill -9 $(jobs -p)"]
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = "\(folder.path):\(FakeServer.programs.path):\(variables["PATH"] ?? "")"
    variables["HOME"] = folder.path
    variables["MJPROMPT_AS_OF"] = "2026-11-24"
    variables["MJPROMPT_API_KEY"] = nil
    variables["XDG_STATE_HOME"] = nil
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    try process.run()
    process.waitUntilExit()
    return try String(contentsOfFile: output, encoding: .utf8)
  }
}
