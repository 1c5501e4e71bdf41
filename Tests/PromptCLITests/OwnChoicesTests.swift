// What an author decides in mjprompt.yaml: allowances, overrides, presets, own rules, folders.

import PromptTestSupport
import Testing

@Suite struct OwnChoicesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a gory cat --s 5000 --v 7\n", to: "a.prompt")
    try folder.write("a gory cat --s 5000 --v 7\n", to: "drafts/b.prompt")
  }

  /// The places and codes that `lint` reports.
  private func found(_ arguments: [String] = []) throws -> [String] {
    let result = try Tool.run(["lint", "--format", "concise"] + arguments, in: folder.path)
    return result.output.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return "\(words[0].split(separator: ":")[0]) \(words[2])"
    }
  }

  private func configure(_ text: String) throws { try folder.write(text, to: "mjprompt.yaml") }

  static let both = ["a.prompt MJ701", "a.prompt MJ203"]
  static let drafts = ["drafts/b.prompt MJ701", "drafts/b.prompt MJ203"]

  @Test func withoutConfigurationAllIsReported() throws {
    #expect(try found() == Self.both + Self.drafts)
  }

  // MARK: Allowances

  @Test func allowedWordsAndChecksPass() throws {
    try configure("allow: [{word: Gory, reason: a title}, {check: MJ203, reason: old model}]")
    #expect(try found().isEmpty)
  }

  @Test func allowedPhraseCoversTheWordInIt() throws {
    try configure("allow: [{phrase: gory cat, reason: a title}]\nignore: MJ203")
    #expect(try found().isEmpty)
  }

  @Test func allowanceEndsAndSaysSoOnce() throws {
    try configure("allow:\n  - {word: gory, reason: a title, until: 2026-05-01}\n")
    let result = try Tool.run(["lint", "--as-of", "2026-05-01"], in: folder.path)
    #expect(result.errors.isEmpty && !result.output.contains("MJ701"))
    let late = try Tool.run(["lint", "--as-of", "2026-05-02"], in: folder.path)
    #expect(late.output.contains("MJ701"))
    let notice =
      "mjprompt.yaml:2: this allowance ended on 2026-05-01; take it out, or move its date\n"
    #expect(late.errors.hasSuffix(notice))
    #expect(late.errors.split(separator: "\n").count == 1)
  }

  // MARK: Overrides

  @Test func overridesHoldForTheirFiles() throws {
    try configure(
      """
      ignore: MJ203
      overrides:
        - {files: drafts/, ignore: MJ701}
        - {files: "a.*", severity: {MJ701: error}}
      """)
    #expect(try found() == ["a.prompt MJ701"])
    #expect(try Tool.run(["lint", "a.prompt"], in: folder.path).output.contains("error[MJ701]"))
  }

  @Test func extendedFileComesFirst() throws {
    try folder.write("ignore: MJ7\nmodel: v6\nselect: MJ2\n", to: "team/base.yaml")
    try configure("extends: team/base.yaml\nselect: [MJ2, MJ7]\n")
    #expect(try found(["a.prompt"]) == ["a.prompt MJ203"])
    let shown = try Tool.run(["lint", "--show-config", "a.prompt"], in: folder.path).output
    #expect(shown.contains("/team/base.yaml:2\n"))
  }

  // MARK: Presets

  @Test func presetIsJudgedAsWhatItStandsFor() throws {
    try configure("presets: {zineq: --s 5000 --ar 2:3}")
    let result = try Tool.run(
      ["lint", "--format", "concise", "--prompt", "a cat --ar 1:1 --zineq --v 7"],
      in: folder.path)
    let lines = result.output.split(separator: "\n").map { $0.prefix(30) }
    #expect(lines == ["<prompt>:1:16: error MJ203 val", "<prompt>:1:16: warning MJ206 d"])
  }

  @Test func fixesLeavePresetsAlone() throws {
    try configure("presets: {zineq: --s 5000}")
    let fixed = try Tool.run(
      ["lint", "--unsafe-fixes", "--prompt", "a cat —ar 2:3 --zineq --v 7"], in: folder.path)
    #expect(fixed.output == "a cat --ar 2:3 --zineq --v 7\n")
  }

  // MARK: Folders

  @Test func includeAndExcludeDecideOnFolders() throws {
    try folder.write("a cat --s 5000 --v 7\n", to: "more/c.txt")
    try configure("include: \"more/*.txt\"\nexclude: drafts/\nignore: MJ7\n")
    #expect(try found() == ["a.prompt MJ203", "more/c.txt MJ203"])
    #expect(try found(["drafts/b.prompt"]) == ["drafts/b.prompt MJ203"])
  }

  // MARK: Threshold, isolation

  @Test func failOnDecidesOnTheExitCode() throws {
    try configure("severity: {MJ203: warning}\nfail-on: error\n")
    #expect(try Tool.run(["lint"], in: folder.path).status == 0)
    #expect(try Tool.run(["lint", "--fail-on", "hint"], in: folder.path).status == 1)
  }

  @Test func isolatedLooksForNoConfiguration() throws {
    try configure("ignore: all")
    #expect(try found(["--isolated", "a.prompt"]) == Self.both)
    let result = try Tool.run(
      ["lint", "--isolated", "--config", "mjprompt.yaml"], in: folder.path)
    #expect(result.status == 2 && result.errors.contains("contradict"))
  }

  @Test func dayThatNoMonthHasIsRefused() throws {
    for day in ["2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01"] {
      let result = try Tool.run(["lint", "--as-of", day, "a.prompt"], in: folder.path)
      #expect(result.status == 2 && result.errors.contains("--as-of takes a date"))
    }
    #expect(
      try Tool.run(["lint", "--as-of", "2024-02-29", "a.prompt"], in: folder.path).status == 1)
  }
}
