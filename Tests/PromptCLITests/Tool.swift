// Runs the real executable as people do.

import Foundation
import PromptTestSupport

/// What a run left behind.
struct ToolResult {
  let output: String
  let errors: String
  let status: Int
}

/// The executable `mjprompt` that was built along with the tests.
enum Tool {
  /// Its path: beside the test bundle, or where the package builds to.
  static let path: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let candidates = [beside, Repository.file(".build/debug"), Repository.file(".build/release")]
    let found = candidates.first { FileManager.default.isExecutableFile(atPath: "\($0)/mjprompt") }
    return (found ?? beside) + "/mjprompt"
  }()

  /// Runs `mjprompt` with arguments; output goes through files, so that no pipe fills up.
  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> ToolResult {
    try launch(path, arguments, input, folder, environment)
  }

  /// Runs a shell script in which `$MJPROMPT` is the executable.
  static func shell(_ script: String, in folder: String? = nil) throws -> ToolResult {
    try launch("/bin/bash", ["-c", script], [], folder, [:])
  }

  private static func launch(
    _ program: String, _ arguments: [String], _ input: [UInt8], _ folder: String?,
    _ environment: [String: String]
  ) throws -> ToolResult {
    let files = try TemporaryFolder()
    let (output, errors) = (try files.write("", to: "output"), try files.write("", to: "errors"))
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder ?? files.path)
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "COLUMNS", "TERM"] { variables[name] = nil }
    variables["MJPROMPT"] = path
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: try files.write(input, to: "input")))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return ToolResult(
      output: files.text(of: "output"), errors: files.text(of: "errors"),
      status: Int(process.terminationStatus))
  }
}
