// When signed links stop working, as their queries say it.

import PromptRules
import Testing

@Suite struct LinkSignatureTests {
  static let cases: [(String, [String: String], String?)] = [
    ("discord", ["ex": "6925a000"], "2025-11-25"),
    ("discord", ["ex": "1"], nil),
    ("discord", ["ex": "ffffffffffffffff"], nil),
    ("discord", ["ex": "-1"], nil),
    ("discord", [:], nil),
    ("amazon", ["x-amz-date": "20261123T235900Z", "x-amz-expires": "120"], "2026-11-24"),
    ("amazon", ["x-amz-date": "20261123T235900Z", "x-amz-expires": "604800"], "2026-11-30"),
    ("amazon", ["x-amz-date": "2026", "x-amz-expires": "604800"], nil),
    ("amazon", ["x-amz-expires": "604800"], nil),
    ("google", ["x-goog-date": "20240101T000000Z", "x-goog-expires": "60"], "2024-01-01"),
    ("signature", ["expires": "1795478400", "signature": "x"], "2026-11-24"),
    ("signature", ["expires": "1795478400"], nil),
    ("signature", ["expires": "9223372036854775807", "signature": "x"], nil),
    ("azure", ["se": "2026-11-24T10%3A00%3A00Z", "sig": "x"], "2026-11-24"),
    ("azure", ["se": "2026-11-24", "sig": "x"], "2026-11-24"),
    ("azure", ["se": "2026-13-24", "sig": "x"], nil),
  ]

  @Test(arguments: cases)
  func end(_ name: String, _ query: [String: String], _ day: String?) throws {
    let rules = try RuleSet(.embedded)
    let signature = try #require(rules.links.signatures.first { $0.name == name })
    #expect(signature.end { query[$0] }?.text == day)
  }
}
