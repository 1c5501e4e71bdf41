// The ways in which the stand-in misbehaves: what each is called, accepts and answers.

/// One way to treat a submission.
struct Fault: Sendable {
  /// How much of the request has been read when the fault shows.
  enum Stage: Sendable { case head, body }

  let name: String
  /// Whether a task is made although the client may never hear of it.
  let accepts: Bool
  let stage: Stage
  /// The bytes in place of the regular answer.
  let deliver: @Sendable (Exchange) -> Delivery

  init(
    _ name: String, accepts: Bool, stage: Stage = .body,
    _ deliver: @escaping @Sendable (Exchange) -> Delivery
  ) {
    (self.name, self.accepts, self.stage, self.deliver) = (name, accepts, stage, deliver)
  }

  /// All of them; the order is part of what a seed means.
  static let all: [Fault] =
    unheard + lost + cut + redirects + refusals + unreadable + misleading + harmless

  /// - Throws: `UsageError` for a name that is none.
  static func named(_ name: String) throws -> Fault {
    guard let fault = all.first(where: { $0.name == name }) else {
      throw UsageError(description: "no mode is called '\(name)'; --list-modes names them")
    }
    return fault
  }

  /// The fault that a prompt asks for by a word `fakefault-NAME`.
  static func marked(in prompt: String) -> Fault? {
    Marker.name(after: "fakefault-", in: prompt).flatMap { name in all.first { $0.name == name } }
  }
}

/// What a fault may draw on.
struct Exchange: Sendable {
  /// What an honest server answers.
  let regular: Answer
  /// Where the request went.
  let path: String
  /// The task that was made, and one that was made before.
  let task: Int?
  let earlierTask: Int?

  /// The regular answer with another `data`.
  func answering(_ data: some Encodable & Sendable) -> Answer {
    task == nil ? regular : Answer(data: data)
  }
}

/// Words in a prompt that tell the stand-in what to do.
enum Marker {
  /// The letters, digits, dots and hyphens behind the last `prefix`.
  static func name(after prefix: String, in prompt: String) -> String? {
    guard let start = prompt.ranges(of: prefix).last?.upperBound else { return nil }
    let isPart: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return String(prompt[start...].prefix(while: isPart))
  }
}
