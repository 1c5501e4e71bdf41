// Asynchronous work in a program that isn't: an asynchronous `main` takes 20 ms longer to end when it is
// linked statically on Linux, since its first thread ends by being unwound.

import Dispatch
import Synchronization

/// Waits for asynchronous work.
enum Waiting {
  /// What `work` comes to; the calling thread sleeps until then.
  static func result<Value: Sendable>(
    of work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      outcome.value.withLock { $0 = result }
      isDone.signal()
    }
    isDone.wait()
    guard let result = outcome.value.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private final class Outcome<Value: Sendable>: Sendable {
    let value = Mutex<Result<Value, any Error>?>(nil)
  }
}
