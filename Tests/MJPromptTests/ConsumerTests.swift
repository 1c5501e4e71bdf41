// The library as another package imports it, with Foundation beside it.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ConsumerTests {
  @Test func aPackageThatImportsFoundationBuildsAndRuns() throws {
    let requests = #"{"prompt":"a pond –ar 3:2 --v 7"}"# + "\n" + #"{"prompt":"a {nu,la}de --v 7"}"#
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      "printf '%s\\n' \"$1\" | swift run --package-path \"$2\" --scratch-path \"$3\" -q prompt-door",
      "sh", requests, Repository.file("integrations/swift"), Repository.file(".build-consumer"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answers = try #require(try output.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let lines = String(decoding: answers, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.first
        == #"{"decision":"rewrite","prompt":"a pond --ar 3:2 --v 7","reasons":["an en dash, which the service refuses, before `--ar`"]}"#
    )
    #expect(lines.count == 2 && lines.last?.hasPrefix(#"{"decision":"deny","#) == true)
  }
}
