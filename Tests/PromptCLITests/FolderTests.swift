// Which files of a folder the executable takes.

import Foundation
import PromptTestSupport
import Testing

@Suite struct FolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a.prompt", "drafts/b.prompt", "old/c.prompt", "keep.prompt", "t.csv"] {
      try folder.write("a  cat\n", to: name)
    }
    try folder.write("drafts/\n", to: ".ignore")
    try folder.write("old/\n*.prompt\n!a.prompt\n", to: ".gitignore")
  }

  private func check(_ arguments: String...) throws -> [String] {
    let result = try Tool.run(["fmt", "--check"] + arguments, in: folder.path)
    #expect(result.errors.isEmpty)
    return result.output.split(separator: "\n").map { String($0.dropFirst(15)) }
  }

  @Test func ignoreFilesCount() throws {
    #expect(try check() == ["a.prompt", "keep.prompt", "old/c.prompt"])
    try folder.write("", to: ".git/HEAD")
    #expect(try check() == ["a.prompt"])
    #expect(try check(".") == ["a.prompt"])
    #expect(try check("old").isEmpty)
    let lint = try Tool.run(["lint", "."], in: folder.path)
    #expect(lint.output.hasSuffix("1 prompt.\n"))
  }

  @Test func noIgnoreTakesAll() throws {
    try folder.write("", to: ".git/HEAD")
    let all = ["a.prompt", "drafts/b.prompt", "keep.prompt", "old/c.prompt"]
    #expect(try check("--no-ignore") == all)
    let lint = try Tool.run(["lint", "--no-ignore"], in: folder.path)
    #expect(lint.output.hasSuffix("4 prompts.\n"))
  }

  @Test func aNamedFileIsAlwaysRead() throws {
    try folder.write("", to: ".git/HEAD")
    #expect(try check("old/c.prompt", "drafts/b.prompt") == ["old/c.prompt", "drafts/b.prompt"])
  }
}
