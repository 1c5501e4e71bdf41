// SIGINT and SIGTERM: the first lets a run come to its end, the second ends it at once.

import Dispatch
import PromptCommand
import PromptSubmit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals that end a run.
struct Signals {
  private let sources: [any DispatchSourceSignal]

  /// Raises the flag at the first signal.
  init(_ stop: StopFlag, _ messages: Messages) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // What is on its way then is unknown, as the ledger says already.
        if stop.isRaised { _exit(ExitStatus.unknown.rawValue) }
        stop.raise()
        messages.say("what is on its way comes to its end; once more to end at once")
      }
      source.activate()
      return source
    }
  }

  /// Listens no more.
  func end() { for source in sources { source.cancel() } }
}
