// What `mjprompt rules validate` says of patterns: how they are found, what they cost, what is odd.

import Foundation
import PromptTestSupport
import Testing

@Suite struct PatternReviewTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func list(_ entries: String...) throws {
    let text = "category: own\nweight: 2\nterms:\n" + entries.joined(separator: "\n") + "\n"
    try folder.write(text, to: "own.yaml")
  }

  private func entry(_ name: String, _ pattern: String, match: String) -> String {
    "  - {pattern: '\(pattern)', name: \(name), match: [\"\(match)\"], clean: [\"zzz\"]}"
  }

  private func validate(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["rules", "validate", "own.yaml"] + arguments, in: folder.path)
  }

  private func writePatterns() throws {
    try list(
      "  - word: kettle", entry("lamp", #"\blamps?\b"#, match: "two lamps"),
      entry("end", #"\w{1,8}thorn"#, match: "hawthorn"),
      entry("digits", #"\d\d:\d\d"#, match: "at 10:45"),
      entry("lost", #"(?:one|two|three|four|five) +lost +hats"#, match: "two lost hats"))
  }

  // MARK: The table

  /// Steps hang on the version of libpcre2; only their order is that of any.
  @Test func patternsAreListedTheDearestFirst() throws {
    try writePatterns()
    let result = try validate("--verbose")
    let lines = result.output.components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("category  pattern  tier") })
    let rows = lines[(first + 1)...].prefix { !$0.isEmpty }.map { $0.split(separator: #/  +/#) }
    #expect(
      rows.map { $0.prefix(5).joined(separator: " | ") }.sorted() == [
        "own | digits | always | - | searched", "own | end | text | thorn | searched",
        "own | lamp | word | lamp, lamps | anchored", "own | lost | word | lost | searched",
      ], "\(result.output)")
    let steps = rows.compactMap { Int($0[6]) }
    #expect(steps.count == 4 && steps == steps.sorted(by: >), "\(steps)")
    #expect(rows.contains { $0[1] == "digits" && $0[8] == "no-anchor" })
    #expect(result.output.hasSuffix("4 patterns: 2 by word, 1 by text, 1 always.\n"))
  }

  @Test func patternsAreInJSONToo() throws {
    try writePatterns()
    let result = try validate("--verbose", "--format", "json")
    let root = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let object = try #require(root as? [String: Any])
    let patterns = try #require(object["patterns"] as? [[String: Any]])
    #expect(
      Set(patterns.compactMap { $0["name"] as? String }) == ["lamp", "end", "digits", "lost"])
    let lamp = try #require(patterns.first { $0["name"] as? String == "lamp" })
    #expect(lamp["keys"] as? [String] == ["lamp", "lamps"] && lamp["tier"] as? String == "word")
    #expect(lamp["anchored"] as? Bool == true && lamp["linear"] as? Bool == true)
    #expect((lamp["worstSteps"] as? Int ?? 0) >= (lamp["proseSteps"] as? Int ?? 0))
    #expect(object["problems"] is [Any])
    #expect(try validate("--format", "json").output.hasPrefix("["))
  }

  // MARK: What is odd

  /// Patterns with the hazard that a warning names.
  static let hazards = [
    (#"\d\d:\d\d"#, "at 10:45", "no-anchor"), (#"kettle(?:\w+ ?)+:"#, "kettles on:", "malformed"),
    (#"kettle \w+\w+"#, "kettle on", "adjacent-repeats"),
    (#"kettle(?: (?:an|a)){0,30} pot"#, "kettle a pot", "overlapping-branches"),
  ]

  @Test(arguments: hazards)
  func hazardsAreWarnings(_ pattern: String, _ match: String, _ name: String) throws {
    try list(entry("odd", pattern, match: match))
    let result = try validate()
    #expect(result.output.contains("own.yaml:4:15: "), "\(result.output)")
    #expect(result.output.contains(name), "\(result.output)")
    #expect(result.status == (name == "malformed" ? 2 : 0))
  }

  /// A look-around is decided once, whatever repeats around it.
  @Test func lookAroundsDoNotMultiply() throws {
    try list(entry("fine", #"kettle(?:(?!\b(?:an|a)\b)[^.;]){0,30}pot"#, match: "kettle pot"))
    #expect(
      try validate().output == """
        own.yaml: 1 entries, nothing to report.
        1 pattern: 0 by word, 1 by text, 0 always.

        """)
  }

  // MARK: Behind other terms

  @Test func termsBehindOthersAreWarnings() throws {
    try list(
      entry("kettles", #"\bkettles?\b"#, match: "kettles"), "  - {word: kettle, forms: [kettler]}",
      "  - phrase: old kettle", entry("lamps", #"\bblue lamps?\b"#, match: "blue lamp"),
      "  - phrase: blue lamp")
    let result = try validate()
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        "own.yaml:5:12: warning: dead-entry: `kettle` is always reported as `kettles`\n"),
      "\(result.output)")
    // A phrase is found with other signs between its words, where the pattern isn't.
    #expect(result.output.contains("Found 1 warning in own.yaml.\n"), "\(result.output)")
  }
}
