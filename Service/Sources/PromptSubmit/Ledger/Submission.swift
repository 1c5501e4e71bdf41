// One send, as the ledger holds it.

internal import Foundation
internal import GRDB

/// What is to be sent, before the ledger knows it.
public struct PlannedSubmission: Sendable {
  /// The id: the record's own, else made of the input's hash and the line.
  public var key: String
  /// Whether the id was made.
  public var isByLine: Bool
  /// The name of the input.
  public var input: String
  /// The line of the record.
  public var line: Int
  /// The prompt as it was judged.
  public var prompt: String
  /// The target that it was judged for.
  public var target: String
  /// The field `type`, or nil.
  public var type: String?
  /// The image files with the hashes of their bytes.
  public var images: [ImageFile]
  /// The webhook as it was given, or nil.
  public var webhook: String?

  /// An image file and what it held.
  public struct ImageFile: Hashable, Sendable {
    /// Its absolute path.
    public let path: String
    /// The SHA-256 of its bytes.
    public let hash: String
  }

  /// The hash of what is sent, without the random value of the webhook.
  public var requestHash: String {
    SHA256Text.hash(
      of: [prompt, target, type ?? "", webhook ?? ""] + images.map(\.hash))
  }
}

/// One send, as the ledger holds it.
public struct Submission: Sendable {
  /// Its number in the ledger.
  public let number: Int64
  /// What is sent.
  public let plan: PlannedSubmission
  /// How often the same id was begun anew, from 1 on.
  public let generation: Int
  /// A random value in its webhook, by which its task can be found.
  public let nonce: String
  /// The hash of what was planned; that of `plan` is another one only when the ledger was changed.
  let requestHash: String
  /// Where it stands.
  public let state: SubmissionState
  /// How often it was sent or nearly so.
  public let attempts: Int
  /// Its task, or nil.
  public let task: UInt64?
  /// What was said last, or nil.
  public let answer: String?
  /// The image, once there is one.
  public let image: String?
  /// When it was sent last, in seconds since 1970, or nil.
  public let sentAt: Int?

  init(_ row: Row) throws {
    number = row["id"]
    plan = PlannedSubmission(
      key: row["key"], isByLine: row["isByLine"], input: row["input"], line: row["line"],
      prompt: String(decoding: row["prompt"] as Data, as: UTF8.self), target: row["target"],
      type: row["type"],
      images: Self.images(row["images"]), webhook: row["webhook"])
    generation = row["generation"]
    nonce = row["nonce"]
    requestHash = row["requestHash"]
    guard let state = SubmissionState(rawValue: row["state"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown state")
    }
    self.state = state
    attempts = row["attempts"]
    task = (row["task"] as Int64?).map { UInt64(bitPattern: $0) }
    answer = row["answer"]
    image = row["imageAddress"]
    sentAt = row["sentAt"]
  }

  /// Image files as lines of hash, space and path.
  static func text(_ images: [PlannedSubmission.ImageFile]) -> String {
    images.map { "\($0.hash) \($0.path)" }.joined(separator: "\n")
  }

  private static func images(_ text: String) -> [PlannedSubmission.ImageFile] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: " ", maxSplits: 1)
      return PlannedSubmission.ImageFile(
        path: cells.count > 1 ? String(cells[1]) : "", hash: String(cells[0]))
    }
  }
}
