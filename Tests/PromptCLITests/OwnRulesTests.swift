// Rules that are not the program's own: added by mjprompt.yaml, or in their place by --rules.

import Foundation
import PromptTestSupport
import Testing

@Suite struct OwnRulesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("our Zorbo cat --ar 2:3 --v 7\n", to: "a.prompt")
    try folder.write(
      """
      category: brand
      verified: 2026-11-01
      terms:
        - {word: zorbo, weight: 3, reason: a brand of ours}
      """, to: "own/sensitive/brand.yaml")
  }

  @Test(arguments: ["own/sensitive/brand.yaml", "own"])
  func ownTermsAreAdded(_ path: String) throws {
    try folder.write("rules: \(path)\n", to: "mjprompt.yaml")
    let result = try Tool.run(["lint", "--format", "concise", "a.prompt"], in: folder.path)
    #expect(
      result.output
        == "a.prompt:1:5: error MJ701 sensitive-term: `Zorbo` is on the brand list, weight heavy\n")
  }

  @Test(arguments: ["own/sensitive/de/brand.yaml", "own"])
  func listsOfOtherLanguagesSayWhetherTheyAreReviewed(_ path: String) throws {
    try folder.write(
      """
      category: brand
      language: de
      reviewed: false
      terms:
        - {word: katze, reason: a cat}
      """, to: "own/sensitive/de/brand.yaml")
    try folder.write("rules: \(path)\n", to: "mjprompt.yaml")
    try folder.write("our Katze --ar 2:3 --v 7\n", to: "b.prompt")
    let result = try Tool.run(["lint", "b.prompt"], in: folder.path)
    #expect(result.output.contains("note: a cat"))
    #expect(result.output.contains("note: the brand list in de is not reviewed by speakers"))
  }

  @Test func ownTargetsCanBeNamed() throws {
    try folder.write(
      try String(contentsOfFile: Repository.file("rules/targets.yaml"), encoding: .utf8)
        .replacing("id: discord", with: "id: our-bot"),
      to: "own/targets.yaml")
    try folder.write("rules: own\ntarget: our-bot\n", to: "mjprompt.yaml")
    let result = try Tool.run(["lint", "--show-config", "a.prompt"], in: folder.path)
    #expect(result.output.contains("target   our-bot"))
  }

  @Test func missingRulesAreNamed() throws {
    try folder.write("rules: nowhere\n", to: "mjprompt.yaml")
    let result = try Tool.run(["lint", "a.prompt"], in: folder.path)
    #expect(result.status == 2 && result.errors.contains("`nowhere`: no such file or folder"))
  }

  // MARK: --rules

  @Test func compiledRulesJudgeAsTheirFolderDoes() throws {
    let rules = Repository.file("rules")
    let made = try Tool.run(
      ["rules", "compile", rules, "--output", "rules.image"], in: folder.path)
    #expect(made.status == 0 && made.output.hasPrefix("rules.image: "))
    for chosen in [rules, "rules.image"] {
      let result = try Tool.run(
        ["lint", "--rules", chosen, "--prompt", "a cat --s 5000 --v 7"], in: folder.path)
      #expect(result.output.contains("MJ203") && result.status == 1)
    }
  }

  @Test func brokenRulesAreNamed() throws {
    try folder.write("no image", to: "poor.image")
    let image = try Tool.run(["lint", "--rules", "poor.image", "a.prompt"], in: folder.path)
    #expect(image.status == 2 && image.errors.contains("poor.image: can't be used"))
    let missing = try Tool.run(["lint", "--rules", "nowhere", "a.prompt"], in: folder.path)
    #expect(missing.status == 3 || missing.status == 2)
    let poor = try Tool.run(["lint", "--rules", "own", "a.prompt"], in: folder.path)
    #expect(poor.status == 2 && poor.errors.contains("models.yaml"))
  }

  @Test func oldRulesSaySoOnce() throws {
    let day = ["--as-of", "2027-06-01"]
    let result = try Tool.run(["lint"] + day + ["a.prompt", "a.prompt"], in: folder.path)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].contains("days old; they may not know newer models"))
  }
}
