// Requests as bytes come in: the head, then the body. Only what clients of an API send is understood.

/// A request that is none, with the status it is answered by.
struct RequestError: Error {
  let status: Int
}

/// The first lines of a request.
struct RequestHead: Sendable {
  let method: String
  /// The target as sent, and its two halves.
  let target: String
  let path: Substring
  let query: Substring
  let headers: [(name: String, value: String)]

  /// - Throws: `RequestError` for what is no head of HTTP/1.1.
  init(_ text: String) throws {
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
    let words = (lines.popFirst() ?? "").split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { throw RequestError(status: 400) }
    method = String(words[0])
    target = String(words[1])
    let halves = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = halves[0]
    query = halves.count > 1 ? halves[1] : ""
    headers = try lines.map { line in
      guard let colon = line.firstIndex(of: ":") else { throw RequestError(status: 400) }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      return (String(line[..<colon]), String(value))
    }
  }

  /// The value of a header, whatever its case.
  func value(of name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }

  /// The bytes of the body.
  func bodyLength() throws -> Int {
    if value(of: "transfer-encoding") != nil { throw RequestError(status: 411) }
    guard let text = value(of: "content-length") else { return 0 }
    guard let length = Int(text), length >= 0 else { throw RequestError(status: 400) }
    if length > 64 << 20 { throw RequestError(status: 413) }
    return length
  }

  var wantsContinue: Bool { value(of: "expect")?.lowercased() == "100-continue" }
  var closes: Bool { value(of: "connection")?.lowercased() == "close" }
}

/// Collects the bytes of a connection and takes requests from their front.
struct RequestReader {
  private var bytes: [UInt8] = []
  private static let blank = Array("\r\n\r\n".utf8)

  mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

  /// The bytes that wait.
  var waiting: [UInt8] { bytes }

  /// The next head when it is complete.
  mutating func takeHead() throws -> RequestHead? {
    guard let end = bytes.firstRange(of: Self.blank) else {
      if bytes.count > 1 << 20 { throw RequestError(status: 400) }
      return nil
    }
    let head = try RequestHead(String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
    bytes.removeFirst(end.upperBound)
    return head
  }

  /// The next body of that length when it is complete.
  mutating func takeBody(_ length: Int) -> [UInt8]? {
    guard bytes.count >= length else { return nil }
    defer { bytes.removeFirst(length) }
    return Array(bytes.prefix(length))
  }
}
