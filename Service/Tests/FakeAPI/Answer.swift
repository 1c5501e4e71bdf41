// An answer of the API, and the way its bytes go out.

import Foundation

/// An HTTP answer, not yet bytes.
struct Answer: Sendable {
  var status = 200
  var reason = "OK"
  var headers: [(name: String, value: String)] = [("Content-Type", "application/json")]
  var body: [UInt8] = []

  init(status: Int = 200, reason: String = "OK", body: [UInt8] = []) {
    (self.status, self.reason, self.body) = (status, reason, body)
  }

  /// The envelope of the API: `{"statusCode", "message", "data"}`.
  init(code: Int = 200, message: String = "Success", data: (some Encodable & Sendable)?) {
    body = JSON.bytes(Envelope(statusCode: code, message: message, data: data))
  }

  /// A refusal as the API documents it: HTTP 200, and 400 in the body.
  static func refusal(_ message: String, code: Int = 400) -> Answer {
    Answer(code: code, message: message, data: String?.none)
  }

  /// The answer's first lines, with the blank one that ends them.
  func head(length: Int?) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status) \(reason)"]
    lines += headers.map { "\($0.name): \($0.value)" }
    if let length { lines.append("Content-Length: \(length)") }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  var bytes: [UInt8] { head(length: body.count) + body }

  func adding(_ name: String, _ value: String) -> Answer {
    var answer = self
    answer.headers.append((name, value))
    return answer
  }

  func replacing(body: [UInt8]) -> Answer {
    var answer = self
    answer.body = body
    return answer
  }
}

/// The shape of every answer of the API.
struct Envelope<Content: Encodable>: Encodable {
  let statusCode: Int
  let message: String
  let data: Content?

  private enum CodingKeys: String, CodingKey { case statusCode, message, data }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(statusCode, forKey: .statusCode)
    try container.encode(message, forKey: .message)
    try container.encode(data, forKey: .data)
  }
}

/// Bytes on their way to the client.
struct Delivery: Sendable {
  /// How the connection goes on when the bytes are out.
  enum Ending: Sendable { case keep, close, reset, hang }

  /// What is written, each piece by itself.
  var pieces: [[UInt8]] = []
  /// Whether the first piece waits for the time of `delay`, and the others for that of `drip`.
  var isLate = false
  var drips = false
  var ending = Ending.keep
  /// Whether the port refuses connections for a while, from the end on.
  var refuses = false

  init(
    _ pieces: [UInt8]..., isLate: Bool = false, ending: Ending = .keep, refuses: Bool = false
  ) {
    (self.pieces, self.isLate, self.ending, self.refuses) = (pieces, isLate, ending, refuses)
  }

  /// Each byte by itself, with pauses between.
  static func dripping(_ bytes: [UInt8]) -> Delivery {
    var delivery = Delivery()
    delivery.pieces = bytes.map { [$0] }
    delivery.drips = true
    return delivery
  }
}

enum JSON {
  /// One line of JSON with sorted keys.
  static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map(Array.init) ?? []
  }
}
