// Profiles of sensitive terms through the executable: what each reports, who names one, own ones.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ProfileTests {
  let folder: TemporaryFolder

  /// One term of each weight, those of the second list reported.
  private static let terms = """
    category: brand
    verified: 2026-11-01
    terms:
      - {word: zorbo, weight: 3}
      - {word: yarbo, weight: 2}
      - {word: xerbo, weight: 1}
      - {word: wirbo, weight: 0}
      - {word: zarka, weight: 3, reported: true}
      - {word: yarka, weight: 2, reported: true}
      - {word: xerka, weight: 1, reported: true}
      - {word: wirka, weight: 0, reported: true}
      - {phrase: zorbo of the wirbo, weight: 0}
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.terms, to: "own/sensitive/brand.yaml")
    try folder.write("rules: own\n", to: "mjprompt.yaml")
    try folder.write("zorbo yarbo xerbo wirbo zarka yarka xerka wirka --v 7\n", to: "a.prompt")
  }

  private func lint(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["lint", "--format", "concise"] + arguments, in: folder.path)
  }

  /// The severities of the words of a prompt, `-` for a word without a finding.
  private func severities(_ arguments: [String]) throws -> String {
    let result = try Tool.run(
      ["lint", "--format", "concise", "a.prompt"] + arguments, in: folder.path)
    var found: [Int: String] = [:]
    for line in result.output.split(separator: "\n") where line.contains("MJ701") {
      let parts = line.split(separator: " ")
      found[Int(parts[0].split(separator: ":")[2]) ?? 0] = String(parts[1])
    }
    return stride(from: 1, to: 48, by: 6).map { found[$0] ?? "-" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("strict", "error error warning information error error warning information"),
    ("default", "error warning information hint error warning information hint"),
    ("lenient", "error information - - error information - -"),
    ("midjourney", "- - - - error error warning information"),
  ])
  func profileDecidesOnSeverities(_ name: String, _ expected: String) throws {
    #expect(try severities(["--profile", name]) == expected)
    if name == "default" { #expect(try severities([]) == expected) }
  }

  @Test func configurationNamesAProfileAndOptionsWin() throws {
    try folder.write("rules: own\nprofile: lenient\n", to: "mjprompt.yaml")
    #expect(try severities([]).hasPrefix("error information - -"))
    #expect(try severities(["--profile", "strict"]).hasPrefix("error error warning"))
    let shown = try lint("--show-config").output
    #expect(shown.contains(/profile +lenient +.*mjprompt.yaml:2\n/))
    try folder.write(
      "rules: own\noverrides: [{files: a.prompt, profile: midjourney}]\n", to: "mjprompt.yaml")
    #expect(try severities([]).hasPrefix("- - - - error error"))
  }

  @Test func chosenSeveritiesAndChecksWin() throws {
    try folder.write("rules: own\nseverity: {MJ701: hint}\n", to: "mjprompt.yaml")
    #expect(try severities(["--profile", "lenient"]) == "hint hint - - hint hint - -")
    #expect(try severities(["--profile", "strict", "--ignore", "MJ7"]) == "- - - - - - - -")
  }

  /// A term that doesn't count must not hide one inside it that does.
  @Test func aTermThatIsOffHidesNothing() throws {
    try folder.write("zorbo of the wirbo\n", to: "a.prompt")
    #expect(try severities([]) == "hint - - - - - - -")
    #expect(try severities(["--profile", "lenient"]) == "error - - - - - - -")
  }

  @Test(arguments: [
    (["--profile", "strikt"], "there is no profile `strikt`; did you mean `strict`?"),
    (["--profile", "unheard"], "there is no profile `unheard`"),
  ])
  func unknownProfilesAreMistakesOfUsage(_ arguments: [String], _ message: String) throws {
    let result = try Tool.run(["lint", "a.prompt"] + arguments, in: folder.path)
    #expect(result.status == 2 && result.errors.contains(message))
  }

  @Test func unknownProfileOfAConfigurationIsNamedAtItsPlace() throws {
    try folder.write("profile: midjorney\n", to: "mjprompt.yaml")
    let result = try lint("a.prompt")
    #expect(result.status == 2)
    let message = "mjprompt.yaml:1:10: `midjorney` is not known; did you mean `midjourney`?"
    #expect(result.errors.contains(message))
  }

  @Test func ownProfilesJudgeCategoriesApart() throws {
    try folder.write(
      """
      profiles:
        - id: house
          summary: Ours.
          heavy: warning
          medium: warning
          light: "off"
          soft: "off"
          categories: [{category: brand, heavy: hint, soft: error}]
      """, to: "own/profiles.yaml")
    try folder.write("rules: own\nprofile: house\n", to: "mjprompt.yaml")
    #expect(try severities([]) == "hint warning - error hint warning - error")
    let other = try lint("--prompt", "cocaine --v 7")
    #expect(other.output.contains("warning MJ701"))
  }

  @Test func profilesAreListed() throws {
    let result = try Tool.run(["rules", "list", "profiles"])
    #expect(result.output.contains(/lenient +all +error +information +off +off +all +/))
    #expect(result.output.contains(/midjourney +all +error +error +warning +information +reported/))
  }

  /// A compiled set says the same.
  @Test func imagesKeepProfilesAndReports() throws {
    let made = try Tool.run(
      ["rules", "compile", Repository.file("rules"), "--output", "r.image"], in: folder.path)
    #expect(made.status == 0)
    for prompt in [("cocaine", "error MJ701"), ("topless", "")] {
      let result = try lint(
        "--isolated", "--rules", "r.image", "--profile", "midjourney", "--prompt",
        "\(prompt.0) --v 7")
      #expect(result.output.contains(prompt.1) || prompt.1.isEmpty && result.output.isEmpty)
    }
  }
}
