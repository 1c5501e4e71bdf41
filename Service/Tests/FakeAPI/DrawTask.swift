// A task of the API: how it gets on, and how queries show it.

import Foundation

/// What makes tasks get on.
enum TaskProgress: Sendable {
  case polls(Int)
  case milliseconds(Int)
}

/// A submission that was accepted.
struct DrawTask: Sendable {
  let id: Int
  let request: TaskRequest
  let submitted = Date()
  private(set) var polls = 0
  private(set) var started: Date?
  private(set) var finished: Date?
  private var percent = 0

  init(id: Int, request: TaskRequest) { (self.id, self.request) = (id, request) }

  /// Lets the task get on: by one poll, or by the time that went by.
  mutating func advance(by progress: TaskProgress, isPoll: Bool, now: Date = Date()) {
    if isPoll { polls += 1 }
    switch progress {
    case .polls(let count):
      percent = min(100, 100 * polls / max(1, count))
    case .milliseconds(let limit):
      percent = min(100, Int(100_000 * now.timeIntervalSince(submitted)) / max(1, limit))
    }
    if percent > 0, started == nil { started = now }
    if percent == 100, finished == nil { finished = now }
  }

  var isDone: Bool { percent == 100 }
  var succeeded: Bool { isDone && request.failure == nil }

  var status: String {
    switch percent {
    case 0: "SUBMITTED"
    case 100: request.failure?.status ?? "SUCCESS"
    default: "IN_PROGRESS"
    }
  }

  /// The buttons below a finished image, as `customId` and label.
  var buttons: [Button] {
    guard succeeded, ["IMAGINE", "VARIATION", "BLEND"].contains(request.action) else { return [] }
    let hash = "00000000-0000-4000-8000-" + String(format: "%012d", id)
    let upscales = (1...4).map {
      Button(customId: "MJ::JOB::upsample::\($0)::\(hash)", label: "U\($0)")
    }
    let others = (1...4).map {
      Button(customId: "MJ::JOB::variation::\($0)::\(hash)", label: "V\($0)")
    }
    return upscales + others
      + [Button(customId: "MJ::JOB::reroll::0::\(hash)::SOLO", emoji: "🔄", label: "")]
  }

  var view: TaskView {
    let hasImage = succeeded && request.action != "DESCRIBE"
    let time = { (date: Date?) in
      date?.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
    return TaskView(
      taskId: id, taskType: request.type, status: status, action: request.action,
      progress: request.failure == nil ? "\(percent)%" : "0%",
      description: "/\(request.action.lowercased()) \(request.prompt)",
      prompt: succeeded ? request.result ?? request.prompt : request.prompt,
      failReason: isDone ? request.failure?.reason : nil,
      submitTime: time(submitted), startTime: time(started), finishTime: time(finished),
      webhookUrl: request.webhook,
      imageDcUrl: hasImage
        ? "https://cdn.discordapp.com/attachments/1/\(id)/fake_grid_\(id).png" : nil,
      imageS3Url: nil, actions: buttons)
  }
}

/// A button of a task.
struct Button: Encodable, Sendable {
  let customId: String
  var emoji = ""
  let label: String
}
