// Bytes and surroundings that nobody wishes for: no crash, no noise, the documented exit code.

import Foundation
import PromptTestSupport
import Testing

@Suite struct HostileInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> ToolResult {
    try Tool.run(arguments, in: folder.path)
  }

  // MARK: Bytes

  @Test(arguments: [
    ("a\u{0}cat --v 7\n", "a.prompt:1:2: warning MJ601 invisible-character", "acat --v 7\n"),
    ("a\rcat --v 7\n", "a.prompt:1:2: warning MJ601 invisible-character", "a cat --v 7\n"),
    ("a cat --v 7\r", "a.prompt:1:12: warning MJ601 invisible-character", "a cat --v 7"),
  ])
  func controlCharactersAreNamedAndRemoved(
    _ text: String, _ finding: String, _ repaired: String
  ) throws {
    try folder.write(text, to: "a.prompt")
    let result = try run("lint", "--format", "concise", "a.prompt")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix(finding))
    #expect(try run("fmt", "a.prompt").status == 0)
    #expect(folder.text(of: "a.prompt") == repaired)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "  \n\t\n", "\u{FEFF}", "# only a comment\n"])
  func filesWithoutPromptsAreCleanAndKept(_ text: String) throws {
    try folder.write(text, to: "a.prompt")
    let result = try run("lint", "a.prompt")
    #expect(result.status == 0)
    #expect(result.output == "No prompts found.\n")
    #expect(try run("fmt", "a.prompt").status == 0)
    #expect(try run("lint", "--fix", "a.prompt").status == 0)
    #expect(folder.bytes(of: "a.prompt") == Array(text.utf8))
  }

  @Test func aFileOfOneLineWithTenMegabytesIsLinted() throws {
    let words = String(repeating: "word ", count: 2_000_000)
    try folder.write(words + "--s 5000 --v 7", to: "a.prompt")
    let result = try run("lint", "--format", "concise", "a.prompt")
    #expect(result.status == 1)
    #expect(result.output.contains("a.prompt:1:10000005: error MJ203"))
    #expect(result.output.contains("MJ603"))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>, ["x.prompt", "x.jsonl"])
  func randomBytesDisturbNobody(_ seed: UInt64, _ name: String) throws {
    var state = seed
    let bytes = (0..<4096).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for command in [["lint"], ["lint", "--unsafe-fixes"], ["fmt"], ["expand", "--limit", "2"]] {
      let result = try Tool.run(command + ["--stdin-filename", name, "-"], input: bytes)
      #expect(result.status <= 3)
    }
  }

  // MARK: Paths

  @Test func oddNamesAreOpenedAndShownHarmlessly() throws {
    try folder.write("a cat --ar --v 7\n", to: "odd \u{1B}[31m\nname.prompt")
    let result = try run("lint", "--format", "concise", ".")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix(#"odd \u{1B}[31m\nname.prompt:1:7: error MJ202"#))
    let missing = try run("lint", "no\u{1B}[2Jne")
    #expect(missing.errors.hasPrefix(#"mjprompt: cannot read no\u{1B}[2Jne: no such file"#))
  }

  @Test func namesThatLookLikeOptionsNeedTwoHyphens() throws {
    try folder.write("a cat --ar --v 7\n", to: "--fix")
    #expect(try run("lint", "--", "--fix").status == 1)
    #expect(try run("lint", "./--fix").status == 1)
    #expect(folder.text(of: "--fix") == "a cat --ar --v 7\n")
  }

  @Test func linksInCirclesEnd() throws {
    try folder.write("a cat --ar --v 7\n", to: "f/a.prompt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/f/again", withDestinationPath: "..")
    let result = try run("lint", "--format", "concise", "f")
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func aPipeIsReadLikeAFile() throws {
    let result = try Tool.shell(
      #""$MJPROMPT" lint --format concise <(echo 'a cat --ar --v 7')"#, in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains(":1:7: error MJ202"))
  }

  @Test func aFolderWithoutPermissionKeepsNothingElseFromBeingLinted() throws {
    try folder.write("a cat --ar --v 7\n", to: "open/a.prompt")
    try folder.write("a cat --ar --v 7\n", to: "locked/a.prompt")
    let result = try Unprivileged.run(
      "lint --format concise .", locking: "000 locked", in: folder.path)
    #expect(result.status == 3)
    #expect(result.output.hasPrefix("open/a.prompt:1:7: error MJ202"))
    #expect(result.errors == "mjprompt: cannot list locked: permission denied\n")
  }

  @Test func aConfigurationWithoutPermissionIsNamed() throws {
    try folder.write("ignore: [all]\n", to: "mjprompt.yaml")
    try folder.write("a cat --ar --v 7\n", to: "a.prompt")
    let result = try Unprivileged.run(
      "lint a.prompt", locking: "000 mjprompt.yaml", in: folder.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("mjprompt.yaml: cannot be read: permission denied"))
  }
}
