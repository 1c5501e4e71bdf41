// A task as queries, listings and webhooks show it; fields without a value are null.

/// The documented fields of a task.
struct TaskView: Encodable, Sendable {
  let taskId: Int
  let taskType, status, action, progress, description, prompt: String
  let failReason, submitTime, startTime, finishTime, webhookUrl, imageDcUrl, imageS3Url: String?
  let actions: [Button]

  private enum CodingKeys: String, CodingKey {
    case taskId, taskType, status, action, progress, description, prompt
    case failReason, submitTime, startTime, finishTime, webhookUrl, imageDcUrl, imageS3Url
    case actions
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(taskId, forKey: .taskId)
    for (key, text) in texts { try container.encode(text, forKey: key) }
    for (key, text) in optionalTexts { try container.encode(text, forKey: key) }
    try container.encode(actions, forKey: .actions)
  }

  private var texts: [(CodingKeys, String)] {
    [
      (.taskType, taskType), (.status, status), (.action, action), (.progress, progress),
      (.description, description), (.prompt, prompt),
    ]
  }

  private var optionalTexts: [(CodingKeys, String?)] {
    [
      (.failReason, failReason), (.submitTime, submitTime), (.startTime, startTime),
      (.finishTime, finishTime), (.webhookUrl, webhookUrl), (.imageDcUrl, imageDcUrl),
      (.imageS3Url, imageS3Url),
    ]
  }
}

/// A page of the task list.
struct TaskPage: Encodable, Sendable {
  let total: Int
  let tasks: [TaskView]
}
