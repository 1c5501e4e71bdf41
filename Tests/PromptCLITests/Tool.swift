// Runs the real executable as people do.

import Foundation
import PromptRules
import PromptTestSupport

/// What a run left behind.
struct ToolResult {
  /// Standard output as it came.
  let bytes: [UInt8]
  /// Standard output as text; empty when it is not valid UTF-8.
  let output: String
  let errors: String
  /// The exit code; for a run that a signal ended 128 and its number, as in a shell.
  let status: Int
}

/// A run that did not end by itself.
struct HangingTool: Error {
  let arguments: [String]
}

/// The executable `mjprompt` that was built along with the tests.
enum Tool {
  /// How long a run may hang before it is ended; no run is meant to come near it.
  private static let patience = DispatchTimeInterval.seconds(300)
  /// The same of one that builds the program first.
  static let patienceOfBuilds = DispatchTimeInterval.seconds(2_400)

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
    try launch(path, arguments, input, folder, environment, patience)
  }

  /// Runs a shell script in which `$MJPROMPT` is the executable.
  static func shell(
    _ script: String, in folder: String? = nil, environment: [String: String] = [:],
    patience: DispatchTimeInterval = patience
  ) throws -> ToolResult {
    try launch("/bin/bash", ["-c", script], [], folder, environment, patience)
  }

  /// Whether the machine has a program of that name.
  static func hasProgram(_ name: String) -> Bool {
    (try? shell("command -v \(name)").status) == 0
  }

  private static func launch(
    _ program: String, _ arguments: [String], _ input: [UInt8], _ folder: String?,
    _ environment: [String: String], _ patience: DispatchTimeInterval
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
    variables["XDG_CACHE_HOME"] = "\(files.path)/cache"
    variables["MJPROMPT_AS_OF"] = PromptJudge.day.text
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: try files.write(input, to: "input")))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try finish(process, patience)
    let signal = process.terminationReason == .uncaughtSignal ? 128 : 0
    return ToolResult(
      bytes: files.bytes(of: "output"), output: files.text(of: "output"),
      errors: files.text(of: "errors"), status: signal + Int(process.terminationStatus))
  }

  private static func finish(_ process: Process, _ patience: DispatchTimeInterval) throws {
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + patience) == .success { return }
    kill(process.processIdentifier, SIGKILL)
    ended.wait()
    throw HangingTool(arguments: process.arguments ?? [])
  }
}
