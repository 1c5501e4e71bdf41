// The program `mjprompt-fake-api`: a stand-in for the imagine API on loopback, for tests and demos.
// It follows the documented API, keeps a log of what it received, and fails in the ways it is told.

import Foundation
import NIOCore
import NIOPosix

@main struct FakeAPI {
  static func main() {
    do {
      let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
      if let text = settings.text { return say(text) }
      try serve(settings)
    } catch {
      FileHandle.standardError.write(Data("mjprompt-fake-api: \(error)\n".utf8))
      exit(2)
    }
  }

  /// Serves until the process is ended, or until standard input ends where that was asked for.
  private static func serve(_ settings: Settings) throws {
    let service = try Service(settings)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try Listener(port: settings.port, service: service, on: group.next())
    say("listening on 127.0.0.1:\(listener.port)\n")
    if settings.endsWithInput {
      while readLine() != nil {}
    } else {
      try group.next().makePromise(of: Void.self).futureResult.wait()
    }
  }

  /// Prints at once, also into a pipe.
  private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
