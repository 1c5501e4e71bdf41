// The scripts that try the submitter, in the small: kills, disk faults, TLS, the key, limits.

import Foundation
import ServiceTestSupport
import Testing

@Suite(.serialized) struct ScriptTests {
  @Test(arguments: [
    "chaos-submit --quick", "chaos-submit --every-call --quick",
    "chaos-submit --disk-faults --quick", "chaos-submit --order", "tls-refusals",
    "canary --quick", "submit-limits --quick",
  ])
  func findsNothing(_ script: String) throws {
    let result = try Self.run(script)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains(", 0 violations"), "\(result.output)")
  }

  /// Runs a script of the repository with the programs that were built along with the tests.
  private static func run(_ script: String) throws -> (status: Int32, output: String) {
    let scripts = URL(filePath: #filePath).appending(path: "../../../../scripts")
      .standardizedFileURL
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec \(scripts.path)/\(script) 2>&1"]
    var variables = ProcessInfo.processInfo.environment
    variables["MJPROMPT_SERVICE"] = FakeServer.programs.appending(path: "mjprompt-service").path
    variables["MJPROMPT_FAKE_API"] = FakeServer.programs.appending(path: "mjprompt-fake-api").path
    variables["PYTHONDONTWRITEBYTECODE"] = "1"
    process.environment = variables
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
