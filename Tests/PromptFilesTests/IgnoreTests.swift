// What ignore files and filters leave out of folders.

import Foundation
import PromptFiles
import Testing

/// A tree of files, the ignore files in it, and what is left.
struct IgnoreCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String]
  let ignore: [String: String]
  let left: [String]

  init(_ description: String, _ files: [String], _ ignore: [String: String], left: [String]) {
    (testDescription, self.files, self.ignore, self.left) = (description, files, ignore, left)
  }
}

@Suite struct IgnoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(_ path: String = "", _ filter: FolderFilter = FolderFilter()) -> [String] {
    let found = InputDiscovery([folder.path + path], filter: filter)
    #expect(found.errors.isEmpty)
    return found.paths.map { String($0.dropFirst(folder.path.count + 1)) }
  }

  static let cases = [
    IgnoreCase(
      "git's ignore files count in a work tree", ["a.prompt", "b.prompt"],
      [".git/HEAD": "", ".gitignore": "b.prompt\n"], left: ["a.prompt"]),
    IgnoreCase(
      "and nowhere else", ["a.prompt", "b.prompt"], [".gitignore": "b.prompt\n"],
      left: ["a.prompt", "b.prompt"]),
    IgnoreCase(
      ".ignore counts everywhere", ["a.prompt", "x/b.prompt"], [".ignore": "b.prompt\n"],
      left: ["a.prompt"]),
    IgnoreCase(
      ".ignore counts before git's", ["a.prompt", "x/b.prompt"],
      [".git/HEAD": "", ".ignore": "!b.prompt\n", "x/.gitignore": "b.prompt\n"],
      left: ["a.prompt", "x/b.prompt"]),
    IgnoreCase(
      "inner files before outer ones", ["a.prompt", "x/a.prompt", "x/y/a.prompt"],
      [".git/HEAD": "", ".gitignore": "a.prompt", "x/.gitignore": "!a.prompt"],
      left: ["x/a.prompt", "x/y/a.prompt"]),
    IgnoreCase(
      "the last pattern decides", ["a.prompt", "b.prompt"],
      [".git/HEAD": "", ".gitignore": "*.prompt\n!a.prompt\n!b.prompt\nb.*\n"], left: ["a.prompt"]),
    IgnoreCase(
      "nothing in a folder that is left out comes back", ["x/a.prompt", "y/a.prompt"],
      [".git/HEAD": "", ".gitignore": "x\n!x/a.prompt\n/y/*\n!/y/a.prompt\n"],
      left: ["y/a.prompt"]),
    IgnoreCase(
      "patterns with slashes belong to their folder", ["x/y/a.prompt", "y/a.prompt"],
      [".git/HEAD": "", "x/.gitignore": "/y\n", ".gitignore": "z/y\n"], left: ["y/a.prompt"]),
    IgnoreCase(
      "a slash at the end means folders", ["x/a.prompt/b.prompt", "y/a.prompt"],
      [".git/HEAD": "", ".gitignore": "a.prompt/\n"], left: ["y/a.prompt"]),
    IgnoreCase(
      "info/exclude counts last", ["a.prompt", "b.prompt"],
      [".git/info/exclude": "*.prompt\n", ".gitignore": "!b.prompt\n"], left: ["b.prompt"]),
    IgnoreCase(
      "a work tree inside begins anew", ["a.prompt", "x/a.prompt", "x/b.prompt"],
      [".git/HEAD": "", ".gitignore": "a.prompt\n", "x/.git": "", "x/.gitignore": "b.*\n"],
      left: ["x/a.prompt"]),
    IgnoreCase(
      "a linked work tree keeps info elsewhere", ["x/a.prompt", "x/b.prompt"],
      [
        "x/.git": "gitdir: ../main/worktrees/x\n", "main/worktrees/x/commondir": "../..\n",
        "main/info/exclude": "a.*\n",
      ], left: ["x/b.prompt"]),
    IgnoreCase(
      "comments, blanks, CRLF, a byte order mark",
      ["a.prompt", "b.prompt", "#c.prompt", "d .prompt"],
      [
        ".git/HEAD": "",
        ".gitignore": "\u{FEFF}a.prompt  \r\n\r\n# b.prompt\n#c.prompt\n[\nb.prompt\\ \nd\\ .*  ",
      ], left: ["#c.prompt", "b.prompt"]),
    IgnoreCase(
      "ignore files that are folders mean nothing", ["a.prompt"],
      [".git/HEAD": "", ".gitignore/x": "", ".ignore/x": ""], left: ["a.prompt"]),
  ]

  @Test(arguments: cases)
  func leavesOut(_ given: IgnoreCase) throws {
    for (name, text) in given.ignore { try folder.write(name, text) }
    for name in given.files { try folder.write(name) }
    #expect(found() == given.left)
    var filter = FolderFilter()
    filter.respectsIgnoreFiles = false
    #expect(found("", filter) == given.files.sorted())
  }

  @Test func foldersAboveCount() throws {
    for name in ["x/y/a.prompt", "x/y/b.prompt", "x/y/c.prompt"] { try folder.write(name) }
    try folder.write(".ignore", "/x/y/c.*\n")
    try folder.write("x/.git/info/exclude", "/y/b.prompt")
    #expect(found("/x/y") == ["x/y/a.prompt"])
    #expect(found("/x/../x/y/") == ["x/../x/y/a.prompt"])
    try folder.write("x/.gitignore", "y/\n")
    #expect(found("/x/y") == ["x/y/a.prompt"], "a folder that is named is walked")
    #expect(found("/x").isEmpty)
  }

  @Test func aNamedFileIsAlwaysTaken() throws {
    try folder.write(".ignore", "*")
    try folder.write("x/a.txt")
    #expect(found("/x/a.txt") == ["x/a.txt"])
    #expect(found("/x").isEmpty)
  }

  @Test func anIgnoreFileThatCannotBeReadIsNamed() throws {
    try folder.write("a.prompt")
    _ = try folder.link(".ignore", to: "/proc/self/mem")
    let found = InputDiscovery([folder.path])
    guard FileManager.default.fileExists(atPath: "/proc/self/mem") else { return }
    #expect(found.paths == ["\(folder.path)/a.prompt"])
    #expect(found.errors.map(\.path) == ["\(folder.path)/.ignore"])
  }

  // MARK: Filters

  @Test func filtersTakeAndLeaveOut() throws {
    for name in ["a.csv", "a.prompt", "x/a.csv", "x/old/b.csv", "x/c.csv", ".h.csv"] {
      try folder.write(name)
    }
    var filter = FolderFilter()
    filter.include = try GlobList(["*.csv", "!c.csv"])
    filter.exclude = try GlobList(["old/"])
    #expect(found("", filter) == ["a.csv", "x/a.csv"])
    filter.exclude = try GlobList(["/x/*", "!a.csv"])
    #expect(found("", filter) == ["a.csv", "x/a.csv"])
    #expect(found("/x", filter) == ["x/a.csv", "x/old/b.csv"])
    filter.base = folder.path
    #expect(found("/x", filter) == ["x/a.csv"])
    filter.base = "\(folder.path)/x/old"
    #expect(found("", filter) == ["a.csv", "x/a.csv"])
  }

  // MARK: Links

  @Test func circlesOfLinksAreNoTrap() throws {
    try folder.write("x/a.prompt")
    _ = try folder.link("x/up", to: "..")
    _ = try folder.link("x/self", to: "self")
    _ = try folder.link("x/a", to: "b")
    _ = try folder.link("x/b", to: "a")
    _ = try folder.link("x/.ignore", to: ".ignore")
    #expect(found() == ["x/a.prompt"])
    #expect(found("/x/up/x/up") == ["x/up/x/up/x/a.prompt"])
    let named = InputDiscovery(["\(folder.path)/x/self"])
    #expect(named.paths.isEmpty)
    #expect(named.errors.map(\.reason) == ["too many levels of symbolic links"])
  }
}
