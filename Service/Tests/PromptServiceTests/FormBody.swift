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

  private static func decode(_ text: Substring, _ body: String) throws -> String {
    let spaced = text.replacing("+", with: " ")
    guard try #/([A-Za-z0-9*._~-]|%[0-9A-F]{2}| )*/#.wholeMatch(in: spaced) != nil,
      let decoded = spaced.removingPercentEncoding
    else { throw BodyError(body: body) }
    return decoded
  }
}
