// A folder of one test, and runs of `mjprompt-service` in it.

internal import Foundation

/// What a run left behind.
public struct ServiceResult: Sendable {
  /// Standard output.
  public let output: String
  /// Standard error.
  public let errors: String
  /// The exit code; of a run that a signal ended 128 and its number.
  public let status: Int
}

/// A folder that goes away with this value, unless `MJPROMPT_KEEP` is set.
public final class ServiceFolder {
  /// Its path.
  public let path: String

  /// - Throws: When it can't be made.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "mjprompt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    if ProcessInfo.processInfo.environment["MJPROMPT_KEEP"] != nil { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The key of the API in tests; `scripts/canary` gives one by `MJPROMPT_TEST_KEY` that it looks for.
  public static let key = ProcessInfo.processInfo.environment["MJPROMPT_TEST_KEY"] ?? "canary"

  /// Writes a file and returns its path.
  ///
  /// - Throws: When it can't be written.
  public func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  /// Runs `mjprompt-service` to its end; output goes through files, so that no pipe fills up.
  ///
  /// - Parameter key: What `MJPROMPT_API_KEY` is.
  /// - Throws: When it can't be run.
  public func run(_ arguments: [String], key: String = ServiceFolder.key) throws -> ServiceResult {
    let (output, errors) = (try write("", to: "output"), try write("", to: "errors"))
    let process = Process()
    process.executableURL = FakeServer.programs.appending(path: "mjprompt-service")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "MJPROMPT_API_KEY": key, "MJPROMPT_AS_OF": "2026-11-24", "HOME": path,
    ]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    let signal = process.terminationReason == .uncaughtSignal ? 128 : 0
    return ServiceResult(
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8),
      status: signal + Int(process.terminationStatus))
  }
}
