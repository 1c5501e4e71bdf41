// The log of submissions received: a JSON line each, written before the answer.

import Foundation

/// One submission as it arrived. The token is never in it.
struct SubmissionRecord: Encodable, Sendable {
  /// Counts submissions from 1.
  let number: Int
  let method, path: String
  let contentType: String?
  /// The names of the headers, in the order received.
  let headers: [String]
  /// Whether the token was the right one.
  let authorized: Bool
  /// The exact bytes in Base64, and whether all of them were read.
  let body: String
  let complete: Bool
  /// How it fared; `nil` is as documented.
  let fault: String?
  let accepted: Bool
  /// The task that was made.
  let task: Int?
  /// What the API had to say against it.
  let refusal: String?
}

/// Appends records to a file, or drops them where there is none.
struct SubmissionLog: Sendable {
  private let file: FileHandle?

  /// - Throws: `UsageError` for a file that can't be written.
  init(_ path: String?) throws {
    guard let path else {
      file = nil
      return
    }
    let isThere =
      FileManager.default.fileExists(atPath: path)
      || FileManager.default.createFile(atPath: path, contents: nil)
    guard isThere, let handle = FileHandle(forWritingAtPath: path) else {
      throw UsageError(description: "can't write \(path)")
    }
    try handle.seekToEnd()
    file = handle
  }

  /// Writes the record with one call.
  func append(_ record: SubmissionRecord) {
    file?.write(Data(JSON.bytes(record) + [UInt8(ascii: "\n")]))
  }
}
