// The bodies of requests, read strictly and without the product's own code.

import Foundation
import ServiceTestSupport

/// A body that breaks the rules of its form.
struct BodyError: Error {
  let body: String
}

enum FormBody {
  /// The fields of a submission.
  ///
  /// - Throws: `BodyError` for a form with characters that must be escaped, or what JSON can't be read.
  static func fields(_ submission: ReceivedSubmission) throws -> [String: String] {
    if submission.contentType == "application/json" {
      return try JSONDecoder().decode([String: String].self, from: submission.body)
    }
    let body = String(decoding: submission.body, as: UTF8.self)
    let pairs = try body.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let halves = pair.split(separator: "=", omittingEmptySubsequences: false)
      guard halves.count == 2 else { throw BodyError(body: body) }
      return (try decode(halves[0], body), try decode(halves[1], body))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Decodes byte by byte: Foundation's own way leaves out a byte order mark.
  private static func decode(_ text: Substring, _ body: String) throws -> String {
    var (bytes, rest) = ([UInt8](), text[...])
    while let part = try #/(?:[A-Za-z0-9*._~-]|\+|%([0-9A-F]{2}))/#.prefixMatch(in: rest) {
      let code = part.output.1.flatMap { UInt8($0, radix: 16) }
      bytes.append(code ?? (part.output.0 == "+" ? 0x20 : part.output.0.utf8.first ?? 0))
      rest = rest[part.range.upperBound...]
    }
    guard rest.isEmpty, let decoded = String(validating: bytes, as: UTF8.self) else {
      throw BodyError(body: body)
    }
    return decoded
  }
}
