// The same files are left out as git leaves out, in trees made at random.

import Foundation
import PromptFiles
import Testing

/// Numbers that are the same in each run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }
}

@Suite struct GitComparisonTests {
  private static func run(_ command: String, in folder: String) throws -> (Int32, [UInt8]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    // Foundation's own waiting takes a third of a second.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    ended.wait()
    return (process.terminationStatus, Array(bytes))
  }

  static let hasGit = (try? run("command -v git", in: "/").0) == 0

  /// A pattern without `**` behind a name, of which git thinks otherwise than its manual when
  /// nothing special stands in the name: `ab**/**` then matches `ab`.
  private func pattern(_ dice: inout Dice) -> String {
    while true {
      let pattern = anyPattern(&dice)
      if !pattern.contains(/[^\/*!]\*\*/) { return pattern }
    }
  }

  private func anyPattern(_ dice: inout Dice) -> String {
    let pieces = [
      "a", "b", "ab", "*", "**", "?", "/", "/", "/", "[ab]", "[!a]", "a*", "*b", "\\a", "c", "[a-",
      "d",
      "ad", "ad/",
    ]
    let count = Int.random(in: 1...5, using: &dice)
    let body = (0..<count).map { _ in dice.pick(pieces) }.joined()
    return dice.pick(["", "", "!", "/", "**/"]) + body + dice.pick(["", "", "/", " ", "/**"])
  }

  private func fill(_ folder: TemporaryFolder, _ dice: inout Dice) throws {
    let names = ["a", "b", "ab", "ba", "c"]
    for _ in 0..<30 {
      let depth = Int.random(in: 0...3, using: &dice)
      let path = (0..<depth).map { _ in dice.pick(names) + "d" } + [dice.pick(names)]
      try folder.write(path.joined(separator: "/"))
    }
    for place in ["", "ad/", "bd/ad/", "abd/"] {
      let patterns = (0..<4).map { _ in pattern(&dice) }
      try folder.write(place + ".gitignore", patterns.joined(separator: "\n"))
    }
    try folder.write(".git/info/exclude", pattern(&dice))
  }

  @Test(.enabled(if: hasGit, "git is not installed"), arguments: 0..<40)
  func leavesOutWhatGitLeavesOut(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var dice = Dice(state: seed)
    try fill(folder, &dice)
    let command = "git init -q --template= && git ls-files -z --others --exclude-standard"
    let listed = try Self.run(command, in: folder.path).1.split(separator: 0)
    let theirs = listed.map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.hasSuffix(".gitignore") }
    var filter = FolderFilter()
    filter.include = try GlobList(["*"])
    let found = InputDiscovery([folder.path], filter: filter)
    let ours = found.paths.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(ours.sorted() == theirs.sorted())
  }
}
