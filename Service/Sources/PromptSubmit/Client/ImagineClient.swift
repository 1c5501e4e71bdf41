// The client of the imagine API.

/// Why a question to the API has no answer. Questions make no task, so asking again does no harm.
public struct QueryFailure: Error, CustomStringConvertible {
  /// What is wrong, one line.
  public let description: String
  /// Whether the server itself refused.
  public let isRefusal: Bool
}

/// Speaks to the imagine API over one pool of connections. Close it at the end.
public struct ImagineClient: Sendable {
  private let transport: HTTPTransport
  private let form: BodyForm
  private let judge: AnswerJudge
  private let key: Secret

  /// A client.
  ///
  /// - Parameter retries: The statuses after which the rules of the target allow the same request again.
  public init(_ settings: APISettings, key: Secret, retries: Set<Int> = []) {
    transport = HTTPTransport(settings, key: key)
    form = settings.form
    judge = AnswerJudge(retries: retries)
    self.key = key
  }

  /// Closes the connections.
  public func close() async throws { try await transport.close() }

  /// Sends a call that makes a task, once; whatever happens, it is not sent again here.
  public func send(_ call: APICall) async -> SendOutcome {
    do throws(TransportFailure) {
      return cleaned(judge.outcome(try await transport.post(call, form)))
    } catch {
      switch error {
      case .notSent(let reason): return .notSent(reason)
      case .lost(let reason): return .unknown(reason)
      }
    }
  }

  /// A task as it stands now.
  ///
  /// - Throws: `QueryFailure`.
  public func task(_ id: UInt64) async throws(QueryFailure) -> MJTask {
    try await ask(.query(task: id))
  }

  /// A page of all tasks, from 1 on.
  ///
  /// - Throws: `QueryFailure`.
  public func tasks(page: Int, size: Int = 20) async throws(QueryFailure) -> TaskPage {
    try await ask(.tasks(page: page, size: size))
  }

  private func ask<Payload: Decodable>(_ call: APICall) async throws(QueryFailure) -> Payload {
    let answer: HTTPAnswer
    do throws(TransportFailure) {
      answer = try await transport.post(call, form)
    } catch {
      switch error {
      case .notSent(let reason), .lost(let reason):
        throw QueryFailure(description: reason, isRefusal: false)
      }
    }
    let envelope = APIEnvelope<Payload>.read(answer.body)
    if 200..<300 ~= answer.status, envelope?.statusCode ?? 200 == 200, let data = envelope?.data {
      return data
    }
    let message = envelope?.message.map { ": \(key.removed(from: $0))" } ?? ""
    let status = 200..<300 ~= answer.status ? envelope?.statusCode ?? answer.status : answer.status
    throw QueryFailure(
      description: "the server answered \(status)\(message)", isRefusal: 400..<500 ~= status)
  }

  /// The same without the key, in case the server repeats it.
  private func cleaned(_ outcome: SendOutcome) -> SendOutcome {
    switch outcome {
    case .accepted: outcome
    case .notSent(let text): .notSent(key.removed(from: text))
    case .busy(let text, let seconds): .busy(key.removed(from: text), retryAfter: seconds)
    case .refused(let text): .refused(key.removed(from: text))
    case .turnedAway(let text): .turnedAway(key.removed(from: text))
    case .unknown(let text): .unknown(key.removed(from: text))
    }
  }
}
