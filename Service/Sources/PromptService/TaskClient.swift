// One client for one command about tasks.

import PromptCommand
import PromptSubmit

/// Gives commands a client and takes it away again.
enum TaskClient {
  /// Calls `body` with a client; what the API refuses ends the program with 4, what it doesn't answer
  /// with 3.
  static func run(
    _ connection: ConnectionOptions, _ body: (ImagineClient) async throws -> Void
  ) async throws {
    let client = try connection.client(connections: 1)
    do {
      try await body(client)
      try await client.close()
    } catch {
      try? await client.close()
      guard let failure = error as? QueryFailure else { throw error }
      throw CommandFailure(failure.description, failure.isRefusal ? .refused : .inputOutput)
    }
  }

  /// Sends a call that makes a task once, and prints the task's number.
  static func send(_ connection: ConnectionOptions, _ call: APICall) async throws {
    try await run(connection) { client in
      switch await client.send(call) {
      case .accepted(let task): print("task \(task)")
      case .notSent(let reason): throw CommandFailure("not sent: \(reason)", .inputOutput)
      case .busy(let reason, _), .refused(let reason), .turnedAway(let reason):
        throw CommandFailure(reason, .refused)
      case .unknown(let reason):
        throw CommandFailure(
          "the outcome is unknown: \(reason); look at `mjprompt task list --remote` before you do it "
            + "again", .unknown)
      }
    }
  }

  /// The image in a file.
  static func image(_ path: String) throws(CommandFailure) -> ImageAttachment {
    do throws(ImageAttachment.Failure) {
      return try ImageAttachment(file: path)
    } catch {
      throw CommandFailure(error.description, .inputOutput)
    }
  }
}
