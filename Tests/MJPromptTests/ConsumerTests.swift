// The library as another package imports it, with Foundation beside it.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ConsumerTests {
  @Test func aPackageThatImportsFoundationBuildsAndRuns() throws {
    let requests = #"{"prompt":"a pond –ar 3:2 --v 7"}"# + "\n" + #"{"prompt":"a {nu,la}de --v 7"}"#
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let script = """
      build="swift build --package-path $2 --scratch-path $3"
      log="$($build 2>&1)" || { echo "$log"; exit 1; }
      printf '%s\\n' "$1" | "$($build --show-bin-path)/prompt-door"
      """
    process.arguments = [
      "-c", script, "sh", requests, Repository.file("integrations/swift"),
      Repository.file(".build-consumer"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answers = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: answers, as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(text)")
    let lines = text.split(separator: "\n")
    #expect(
      lines.first
        == #"{"decision":"rewrite","prompt":"a pond --ar 3:2 --v 7","reasons":["an en dash, which the service refuses, before `--ar`"]}"#
    )
    #expect(lines.count == 2 && lines.last?.hasPrefix(#"{"decision":"deny","#) == true)
  }
}
