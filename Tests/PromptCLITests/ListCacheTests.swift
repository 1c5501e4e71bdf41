// The cache of large lists: it changes no verdict, and what isn't the user's own counts for nothing.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ListCacheTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try writeList("zorbo")
  }

  /// A list that is large enough to be kept; its notes make it so, since words take longer to read.
  private func writeList(_ word: String) throws {
    let words = (0..<1_000).map { "filler\($0)\n" }.joined()
    try folder.write("# category: own\n\(word)\n\(words)\(Self.notes)", to: "big.txt")
  }

  /// Lines of 100 bytes that say nothing, more than 256 KiB.
  private static let notes = String(
    repeating: "## \(String(repeating: "-", count: 96))\n", count: 3_000)

  private var cache: String { "\(folder.path)/cache/mjprompt" }

  @discardableResult
  private func lint(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> ToolResult {
    try Tool.run(
      ["lint", "--format", "concise", "--terms", "big.txt", "--prompt", "a zorbo --v 7"]
        + arguments, in: folder.path,
      environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"].merging(environment) { $1 })
  }

  private func expectFinding(_ result: ToolResult) {
    let text = "error MJ701 sensitive-term: `zorbo` is on the own list, weight heavy"
    #expect(result.output == "<prompt>:1:3: \(text)\n")
    #expect(result.errors.isEmpty && result.status == 1)
  }

  private var entries: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []
  }

  /// The path of the only entry.
  private func entry() throws -> String {
    try #require(entries.count == 1)
    return "\(cache)/\(entries[0])"
  }

  private func attribute(_ path: String, _ key: FileAttributeKey) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: path)[key] as? NSNumber)?.intValue
  }

  /// Which file it is; another one after it was written anew.
  private func identity(_ path: String) throws -> Int? { try attribute(path, .systemFileNumber) }

  // MARK: What is kept

  @Test func aListIsKeptAndUsed() throws {
    expectFinding(try lint())
    let entry = try entry()
    #expect(try attribute(cache, .posixPermissions) == 0o700)
    #expect(try attribute(entry, .posixPermissions) == 0o600)
    let first = try identity(entry)
    expectFinding(try lint())
    #expect(try identity(entry) == first)
    let form = try Tool.run(
      ["fmt", "--terms", "big.txt", "--prompt", "a cat --v 7"], in: folder.path,
      environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    #expect(form.output == "a cat --v 7\n")
    #expect(try identity(entry) == first)
  }

  @Test func listsOfConfigurationsAreKeptToo() throws {
    let words = (0..<1_000).map { "  - word: filler\($0)\n" }.joined()
    try folder.write(
      "\(Self.notes)category: own\nweight: 3\nterms:\n  - word: zorbo\n\(words)"
        + "allow:\n  - phrase: zorbo day\n", to: "own.yaml")
    try folder.write("rules: own.yaml\n", to: "mjprompt.yaml")
    for _ in 0..<2 {
      let result = try Tool.run(
        ["lint", "--format", "concise", "--prompt", "zorbo, a zorbo day --v 7"],
        in: folder.path, environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
      #expect(result.output.hasPrefix("<prompt>:1:1: error MJ701 sensitive-term: `zorbo` is on"))
      #expect(result.output.split(separator: "\n").count == 1)
    }
    _ = try entry()
  }

  @Test func anotherContentIsAnotherEntry() throws {
    try lint()
    try writeList("other")
    #expect(try lint().output.isEmpty)
    try writeList("zorbo")
    expectFinding(try lint())
    #expect(entries.count == 2)
  }

  @Test func brokenListsAreNotKept() throws {
    try writeList("***")
    #expect(try lint().status == 2)
    #expect(try lint().status == 2)
    #expect(entries.isEmpty)
  }

  @Test func onlyAsManyAreKeptAsThereIsRoomFor() throws {
    try lint()
    for index in 0..<40 { try folder.write("old", to: "cache/mjprompt/terms-\(index)") }
    try writeList("other")
    try lint()
    #expect(entries.count == 32)
    try writeList("zorbo")
    expectFinding(try lint())
  }

  // MARK: What is asked for

  @Test func itCanBeRefused() throws {
    expectFinding(try lint(["--no-cache"]))
    expectFinding(try lint(environment: ["MJPROMPT_NO_CACHE": "1"]))
    expectFinding(try lint(environment: ["XDG_CACHE_HOME": "here", "HOME": "nowhere"]))
    try folder.write("zorbo\n", to: "small.txt")
    _ = try Tool.run(
      ["lint", "--terms", "small.txt", "--prompt", "x"], in: folder.path,
      environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/cache"))
  }

  @Test func homesHaveOne() throws {
    let home = ["XDG_CACHE_HOME": "", "HOME": folder.path]
    expectFinding(try lint(environment: home))
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/.cache/mjprompt"))
  }

  @Test func rulesCommandsHaveNone() throws {
    for command in [["validate", "big.txt"], ["compile", "big.txt", "-o", "own.image"]] {
      let result = try Tool.run(
        ["rules"] + command, in: folder.path,
        environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
      #expect(result.status == 0)
    }
    #expect(entries.isEmpty)
  }

  // MARK: What is not the user's own

  /// What is done to an entry; `$entry` and `$cache` are the paths. All of it makes a new entry.
  static let spoils = [
    #"printf x | dd of="$entry" bs=1 seek=5000 conv=notrunc status=none"#,
    #"head -c 4000 "$entry" > cut; cat cut > "$entry""#,
    #": > "$entry""#,
    #"chmod 644 "$entry""#,
    #"chmod 620 "$entry""#,
    #"mv "$entry" elsewhere; ln -s "$PWD/elsewhere" "$entry""#,
    #"rm "$entry"; mkfifo -m 600 "$entry""#,
    #"[ "$(id -u)" != 0 ] || chown 65534 "$entry"; [ "$(id -u)" = 0 ] || rm "$entry""#,
    #""$MJPROMPT" rules compile other.txt -o "$entry" >&2"#,
  ]

  @Test(arguments: spoils)
  func foreignEntriesAreWrittenAnew(_ spoil: String) throws {
    try folder.write("cat\n", to: "other.txt")
    try lint()
    let entry = try entry()
    let bytes = FileManager.default.contents(atPath: entry)
    let done = try Tool.shell(
      spoil, in: folder.path, environment: ["entry": entry, "cache": cache])
    #expect(done.status == 0, "\(done.errors)")
    expectFinding(try lint())
    #expect(FileManager.default.contents(atPath: entry) == bytes)
    #expect(try attribute(entry, .posixPermissions) == 0o600)
    let kind = try FileManager.default.attributesOfItem(atPath: entry)[.type] as? FileAttributeType
    #expect(kind == .typeRegular)
  }

  /// What is done to the folder; none of it may be written to.
  static let folders = [
    #"mkdir -p "$cache"; chmod 755 "$cache""#,
    #"mkdir -p elsewhere cache; chmod 700 elsewhere; ln -s "$PWD/elsewhere" "$cache""#,
    #"mkdir -p cache; : > "$cache""#,
    #": > cache"#,
  ]

  @Test(arguments: folders)
  func foreignFoldersAreLeftAlone(_ script: String) throws {
    #expect(try Tool.shell(script, in: folder.path, environment: ["cache": cache]).status == 0)
    expectFinding(try lint())
    #expect(entries.isEmpty)
  }

  /// Nobody is told when nothing can be written.
  @Test func readOnlyHomesAreNoProblem() throws {
    let result = try Unprivileged.run(
      "lint --format concise --terms big.txt --prompt 'a zorbo --v 7'",
      locking: "555 .", in: folder.path)
    expectFinding(result)
  }
}
