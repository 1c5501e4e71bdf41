// Paths on the command line to files, in a real folder.

import Foundation
import PromptFiles
import Testing

@Suite struct InputDiscoveryTests {
  @Test func walksFoldersInOrder() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.prompt", "a/z.mjp", "a/note.txt", "a/.hidden.prompt", ".git/x.prompt", "Z.prompt",
      "c/d/e.prompt", "data.jsonl",
    ] { try folder.write(name) }
    let found = InputDiscovery([folder.path])
    let names = found.paths.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(names == ["Z.prompt", "a/z.mjp", "b.prompt", "c/d/e.prompt"])
    #expect(found.errors.isEmpty)
  }

  @Test func followsLinksToFilesOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.prompt")
    _ = try folder.link("again", to: folder.path)
    _ = try folder.link("linked.prompt", to: "real/a.prompt")
    _ = try folder.link("broken.prompt", to: "nowhere")
    let found = InputDiscovery([folder.path + "/"])
    let names = found.paths.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(names == ["linked.prompt", "real/a.prompt"])
    #expect(found.errors.isEmpty)
  }

  @Test func takesNamedFilesOnceAndReportsTheRest() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("a.txt")
    let found = InputDiscovery(["-", text, "\(folder.path)/none", text, "-", "\(text)/below"])
    #expect(found.paths == ["-", text])
    #expect(
      found.errors.map(\.description) == [
        "cannot read \(folder.path)/none: no such file or folder",
        "cannot read \(text)/below: no such file or folder",
      ])
  }

  @Test func reportsNamesThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.prompt")
    let name = Array("\(folder.path)/bad".utf8) + [0xFF] + Array(".prompt".utf8) + [0]
    let file = unsafe name.withUnsafeBytes { bytes in
      unsafe fopen(bytes.assumingMemoryBound(to: CChar.self).baseAddress, "w")
    }
    if let file = unsafe file { unsafe fclose(file) } else { return }
    let found = InputDiscovery([folder.path])
    #expect(found.paths == ["\(folder.path)/good.prompt"])
    #expect(found.errors.map(\.reason) == ["its name is not valid UTF-8"])
  }

  @Test func walksDeepFoldersWithoutRecursion() throws {
    let folder = try TemporaryFolder()
    let deep = String(repeating: "d/", count: 500)
    try folder.write(deep + "a.prompt")
    #expect(InputDiscovery([folder.path]).paths == ["\(folder.path)/\(deep)a.prompt"])
  }
}
