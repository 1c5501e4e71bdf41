// What became of a request that makes a task, as far as that is known.

/// What became of a request that makes a task.
public enum SendOutcome: Hashable, Sendable {
  /// A task of this id was made.
  case accepted(task: UInt64)
  /// Nothing can have arrived; it may be sent again.
  case notSent(String)
  /// It arrived, was not accepted, and the target's rules say that it may be sent again, after so many
  /// seconds if that is said.
  case busy(String, retryAfter: Int?)
  /// It was refused for what it is.
  case refused(String)
  /// It was refused for reasons that hold for all others too: the key, the account, the address.
  case turnedAway(String)
  /// It may have been accepted. Never to be sent again by itself.
  case unknown(String)

  /// What happened, for people; of an accepted one nothing.
  public var reason: String? {
    switch self {
    case .accepted: nil
    case .notSent(let text), .busy(let text, _), .refused(let text), .turnedAway(let text),
      .unknown(let text):
      text
    }
  }
}

/// Judges answers. Whatever isn't listed here as refused or accepted is unknown.
struct AnswerJudge: Sendable {
  /// The statuses after which the target's rules allow the same request again.
  let retries: Set<Int>

  /// What an answer says of the request.
  func outcome(_ answer: HTTPAnswer) -> SendOutcome {
    let envelope = APIEnvelope<TaskID>.read(answer.body)
    let text = Self.text(answer, envelope?.message)
    guard 200..<300 ~= answer.status else { return outcome(answer.status, text, answer) }
    guard let envelope, let status = envelope.statusCode else {
      return .unknown("the answer can't be read")
    }
    guard status == 200 else { return outcome(status, text, answer) }
    guard let task = envelope.data else { return .unknown("the answer names no task") }
    return .accepted(task: task.value)
  }

  /// What a status says, be it that of HTTP or that of the envelope.
  private func outcome(_ status: Int, _ text: String, _ answer: HTTPAnswer) -> SendOutcome {
    if retries.contains(status) { return .busy(text, retryAfter: answer.retryAfter) }
    return switch status {
    case 301, 307, 308: .turnedAway("\(text); redirects are not followed, since that sends twice")
    case 401, 402, 403, 407: .turnedAway(text)
    // Whether the request was taken before these were said isn't documented.
    case 408, 409, 425, 429, 499: .unknown(text)
    case 400..<500: .refused(text)
    default: .unknown(text)
    }
  }

  private static func text(_ answer: HTTPAnswer, _ message: String?) -> String {
    let said = message.map { ": \($0)" } ?? ""
    return "the server answered \(answer.status)\(said)"
  }
}
