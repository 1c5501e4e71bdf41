// Submissions of unknown outcome against the tasks that the API lists.

/// Finds the tasks of submissions whose answer was lost. A pure value: no network, no ledger.
///
/// A task is a candidate of a submission when its webhook holds the submission's random value, or, where
/// there is no webhook, when prompt and type are the same and it was made when the submission was sent. A
/// pair counts only where neither has another candidate.
struct Reconciliation {
  /// A submission whose outcome is not known.
  struct Unknown: Sendable {
    let number: Int64
    let prompt: String
    let type: String?
    /// The random value of its webhook; nil without one.
    let nonce: String?
    let sentAt: Int
  }

  /// How many seconds before or behind the sending a task may have been made, by the server's clock.
  static let window = 300.0

  private let byPrompt: [String: [Unknown]]
  private let byNonce: [String: Unknown]
  /// The tasks that may belong to some submission.
  private var tasks: [UInt64: MJTask] = [:]

  init(_ unknowns: [Unknown]) {
    byPrompt = Dictionary(grouping: unknowns.filter { $0.nonce == nil }, by: \.prompt)
    byNonce = Dictionary(
      unknowns.compactMap { unknown in unknown.nonce.map { ($0, unknown) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Looks at a task that no submission has yet.
  mutating func look(at task: MJTask) {
    if !candidates(task).isEmpty { tasks[task.id] = task }
  }

  /// The submissions that a task may belong to.
  private func candidates(_ task: MJTask) -> [Unknown] {
    if let owner = Self.nonce(in: task.webhook).flatMap({ byNonce[$0] }) { return [owner] }
    if task.webhook != nil { return [] }
    return (byPrompt[Self.prompt(of: task)] ?? []).filter { unknown in
      guard let made = task.submitTime else { return false }
      let isInTime = abs(made - Double(unknown.sentAt)) <= Self.window
      return isInTime && (unknown.type == nil || task.type == nil || unknown.type == task.type)
    }
  }

  /// The pairs that are certain, as far as they can be.
  var matches: [(submission: Int64, task: UInt64)] {
    let pairs = tasks.values.flatMap { task in candidates(task).map { ($0.number, task.id) } }
    let bySubmission = Dictionary(grouping: pairs, by: \.0)
    let byTask = Dictionary(grouping: pairs, by: \.1)
    return pairs.filter { bySubmission[$0.0]?.count == 1 && byTask[$0.1]?.count == 1 }
      .map { (submission: $0.0, task: $0.1) }.sorted { $0.submission < $1.submission }
  }

  private static func prompt(of task: MJTask) -> String {
    if let prompt = task.prompt { return prompt }
    let text = task.description ?? ""
    return text.hasPrefix("/imagine ") ? String(text.dropFirst(9)) : text
  }

  private static func nonce(in webhook: String?) -> String? {
    guard let webhook, let place = webhook.firstRange(of: WebhookNonce.marker) else { return nil }
    return String(webhook[place.upperBound...].prefix(WebhookNonce.count))
  }
}

/// The random value in a webhook.
enum WebhookNonce {
  /// What stands before it.
  static let marker = "mjprompt="
  /// How many characters it has.
  static let count = 32

  /// A webhook with the random value of a submission at the end of its query.
  static func address(_ webhook: String, _ nonce: String) -> String {
    "\(webhook)\(webhook.contains("?") ? "&" : "?")\(marker)\(nonce)"
  }
}
