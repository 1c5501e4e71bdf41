// The answers of the API, read tolerantly: an envelope, task ids, tasks.

internal import Foundation

/// The envelope of every answer: a status of its own beside that of HTTP.
struct APIEnvelope<Payload: Decodable>: Decodable {
  let statusCode: Int?
  let message: String?
  let data: Payload?

  private enum Key: String, CodingKey { case statusCode, message, data }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    statusCode = (try? members.decode(TolerantNumber.self, forKey: .statusCode)).flatMap {
      Int(exactly: $0.value)
    }
    message = try? members.decode(String.self, forKey: .message)
    data = try? members.decode(Payload.self, forKey: .data)
  }

  /// The envelope in some bytes; nil when they hold none.
  static func read(_ bytes: [UInt8]) -> APIEnvelope? {
    try? JSONDecoder().decode(APIEnvelope.self, from: Data(bytes))
  }
}

/// A whole number, written as one or as text.
struct TolerantNumber: Decodable {
  let value: UInt64

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let number = try? single.decode(UInt64.self) {
      value = number
    } else if let number = UInt64(try single.decode(String.self)) {
      value = number
    } else {
      throw DecodingError.dataCorruptedError(in: single, debugDescription: "no number")
    }
  }
}

/// The id of a new task: a number, digits, or an object with a member `taskId`.
struct TaskID: Decodable {
  let value: UInt64

  private enum Key: String, CodingKey { case taskId }

  init(from decoder: any Decoder) throws {
    if let number = try? TolerantNumber(from: decoder) {
      value = number.value
    } else {
      let members = try decoder.container(keyedBy: Key.self)
      value = try members.decode(TolerantNumber.self, forKey: .taskId).value
    }
  }
}

/// A button of a finished task.
public struct TaskAction: Decodable, Hashable, Sendable {
  /// What names it in a call of `action`; its form means nothing.
  public let customId: String
  /// What stands on it, or nil.
  public let label: String?
  /// The picture on it, or nil.
  public let emoji: String?
}

/// A task as the API shows it.
public struct MJTask: Decodable, Hashable, Sendable {
  /// The id.
  public let id: UInt64
  /// `NORMAL` or `FAST`, or nil.
  public let type: String?
  /// Where it stands, in the API's word, or nil.
  public let status: String?
  /// `IMAGINE`, `UPSCALE` and so on, or nil.
  public let action: String?
  /// How far it is, such as `45%`, or nil.
  public let progress: String?
  /// The prompt; of `DESCRIBE` the result.
  public let prompt: String?
  /// `/imagine …`, or nil.
  public let description: String?
  /// Why it failed, or nil.
  public let failReason: String?
  /// When it was accepted, in seconds since 1970, or nil.
  public let submitTime: Double?
  /// The webhook it was given, or nil.
  public let webhook: String?
  /// The image on Discord, or nil.
  public let discordImage: String?
  /// The image in the vendor's storage, or nil.
  public let storedImage: String?
  /// The buttons.
  public let actions: [TaskAction]

  private enum Key: String, CodingKey {
    case taskId, taskType, status, action, progress, prompt, description, failReason, submitTime
    case webhookUrl, imageDcUrl, imageS3Url, actions
  }

  /// Reads a task; only its id must be there.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) -> String? {
      (try? members.decode(String.self, forKey: key)).flatMap { $0.isEmpty ? nil : $0 }
    }
    id = try members.decode(TolerantNumber.self, forKey: .taskId).value
    (type, status, action) = (text(.taskType), text(.status), text(.action))
    progress =
      text(.progress) ?? (try? members.decode(Int.self, forKey: .progress)).map { "\($0)%" }
    (prompt, description) = (text(.prompt), text(.description))
    (failReason, webhook) = (text(.failReason), text(.webhookUrl))
    (discordImage, storedImage) = (text(.imageDcUrl), text(.imageS3Url))
    submitTime = text(.submitTime).flatMap(Timestamp.seconds)
    actions = (try? members.decode([TaskAction].self, forKey: .actions)) ?? []
  }

  /// Whether it is over, and how.
  public enum Ending: Hashable, Sendable {
    /// There are images, or a description.
    case success
    /// There are none.
    case failure
  }

  /// How it ended; nil while it runs.
  public var ending: Ending? {
    switch status?.uppercased() {
    case "SUCCESS": .success
    case "FAILURE", "FAILED": .failure
    default: nil
    }
  }

  /// The images, the vendor's own copy first.
  public var images: [String] { [storedImage, discordImage].compactMap(\.self) }
}

/// A page of tasks; the vendor's own example shows a single task where a list belongs.
public struct TaskPage: Decodable, Sendable {
  /// How many tasks there are on all pages, or nil when it isn't said.
  public let total: Int?
  /// The tasks of the page.
  public let tasks: [MJTask]

  private enum Key: String, CodingKey { case total, tasks }

  /// Reads a page; entries that are no tasks are left out.
  public init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Key.self), members.contains(.tasks) {
      total = (try? members.decode(TolerantNumber.self, forKey: .total)).flatMap {
        Int(exactly: $0.value)
      }
      if let list = try? members.decode([Entry].self, forKey: .tasks) {
        tasks = list.compactMap(\.task)
      } else {
        tasks = [try members.decode(MJTask.self, forKey: .tasks)]
      }
    } else if let list = try? decoder.singleValueContainer().decode([Entry].self) {
      (total, tasks) = (nil, list.compactMap(\.task))
    } else {
      (total, tasks) = (nil, [try MJTask(from: decoder)])
    }
  }

  private struct Entry: Decodable {
    let task: MJTask?
    init(from decoder: any Decoder) throws { task = try? MJTask(from: decoder) }
  }
}

/// Points in time as the API writes them.
enum Timestamp {
  /// The seconds since 1970 of a text such as `2026-11-24T10:00:00.250Z`; nil for another form.
  static func seconds(_ text: String) -> Double? {
    (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
      .map(\.timeIntervalSince1970)
      ?? (try? Date(text, strategy: .iso8601)).map(\.timeIntervalSince1970)
  }
}
