// Runs the stand-in for the imagine API as a process of its own, and reads its log.

public import Foundation

/// A submission as the stand-in received it.
public struct ReceivedSubmission: Decodable, Sendable {
  /// Its place among all that arrived, from 1.
  public let number: Int
  /// The method of the request.
  public let method: String
  /// The target of the request, with its query.
  public let path: String
  /// The header `Content-Type`.
  public let contentType: String?
  /// The names of the headers in the order received.
  public let headers: [String]
  /// Whether it bore the right token.
  public let authorized: Bool
  /// Whether the whole body was read.
  public let complete: Bool
  /// Whether a task was made.
  public let accepted: Bool
  /// The exact bytes of the body.
  public let body: Data
  /// The mode of `mjprompt-fake-api` that it met; `nil` is as documented.
  public let fault: String?
  /// The id of the task.
  public let task: Int?
  /// Why the API refused it.
  public let refusal: String?
}

/// A program that isn't there or doesn't begin to serve.
public struct FakeServerError: Error {
  /// What it did instead.
  public let description: String
}

/// A running stand-in; it ends with this value, or with the process that holds it.
public final class FakeServer {
  /// Its port of 127.0.0.1.
  public let port: Int
  /// What requests go to: `http://127.0.0.1:PORT`.
  public var address: String { "http://127.0.0.1:\(port)" }
  private let process = Process()
  private let input = Pipe()
  private let log: URL

  /// The folder of the programs that were built along with the tests.
  public static let programs: URL = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.build/debug").standardizedFileURL
    return [beside, package].first {
      FileManager.default.isExecutableFile(atPath: $0.appending(path: "mjprompt-fake-api").path)
    } ?? package
  }()

  /// - Parameters:
  ///   - arguments: Options of `mjprompt-fake-api`.
  ///   - token: The token that requests must bear; `nil` takes any.
  ///   - folder: Where its log is to lie.
  /// - Throws: What keeps it from being run, or `FakeServerError`.
  public init(_ arguments: [String] = [], token: String? = nil, in folder: String) throws {
    log = URL(filePath: folder).appending(path: "received-\(UUID().uuidString).jsonl")
    let output = Pipe()
    process.executableURL = Self.programs.appending(path: "mjprompt-fake-api")
    process.arguments = ["--until-eof", "--log", log.path] + arguments
    var variables = ProcessInfo.processInfo.environment
    variables["MJPROMPT_API_KEY"] = token
    process.environment = variables
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .newlines).split(separator: ":").last ?? "")
    else { throw FakeServerError(description: "it says '\(line)'") }
    self.port = port
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.terminate()
    process.waitUntilExit()
  }

  /// What arrived until now, in order.
  public func received() throws -> [ReceivedSubmission] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: log).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(ReceivedSubmission.self, from: $0)
    }
  }

  /// What a run with other options than to serve prints.
  public static func output(_ arguments: [String]) throws -> String {
    let (process, output) = (Process(), Pipe())
    process.executableURL = programs.appending(path: "mjprompt-fake-api")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
