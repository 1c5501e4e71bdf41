// Reading, replacing and writing, with real files and pipes.

import Foundation
import PromptFiles
import Testing

@Suite struct FileSystemTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func readsWholeFiles() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "a cat\n", count: 500_000)
    let path = try folder.write("big.prompt", text)
    #expect(try FileSystem.read(path) == Array(text.utf8))
    #expect(try FileSystem.read(try folder.write("empty", "")).isEmpty)
    #expect(try !FileSystem.read("/proc/self/status").isEmpty)
  }

  @Test func refusesMoreThanTheLimit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.prompt", "12345")
    #expect(try FileSystem.read(path, limit: 5).count == 5)
    let error = #expect(throws: FileError.self) { try FileSystem.read(path, limit: 4) }
    #expect(error?.kind == .tooLarge)
    #expect(error?.description == "cannot read \(path): it has more than 4 bytes")
  }

  @Test func explainsWhatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: FileError.self) { try FileSystem.read("none.prompt") }
    #expect(missing?.description == "cannot read none.prompt: no such file or directory")
    #expect(missing?.kind == .missing)
    let wrong = #expect(throws: FileError.self) { try FileSystem.read(folder.path) }
    #expect(wrong?.kind == .wrongKind)
    let list = #expect(throws: FileError.self) { try FileSystem.list("none") }
    #expect(list?.description == "cannot list none: no such file or directory")
  }

  @Test func replacesAndKeepsTheMode() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.prompt", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileSystem.replace(path, with: Array("new".utf8))
    #expect(try FileSystem.read(path) == Array("new".utf8))
    #expect(try mode(path) == 0o640)
    #expect(try folder.names == ["a.prompt"])
  }

  @Test func createsWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    try FileSystem.replace("\(folder.path)/new.prompt", with: [0x61])
    #expect(try FileSystem.read("\(folder.path)/new.prompt") == [0x61])
    #expect(try folder.names == ["new.prompt"])
  }

  @Test func replacesTheTargetOfALink() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("deep/a.prompt", "old")
    let link = try folder.link("link.prompt", to: "deep/a.prompt")
    try FileSystem.replace(link, with: Array("new".utf8))
    #expect(try FileSystem.read(path) == Array("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "deep/a.prompt")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep").count == 1)
  }

  @Test func leavesNothingBehindWhenItFails() throws {
    let folder = try TemporaryFolder()
    try folder.write("folder.prompt/a.prompt")
    let error = #expect(throws: FileError.self) {
      try FileSystem.replace("\(folder.path)/folder.prompt", with: [])
    }
    #expect(error?.kind == .wrongKind)
    let lost = try folder.link("broken.prompt", to: "nowhere")
    #expect(throws: FileError.self) { try FileSystem.replace(lost, with: []) }
    #expect(throws: FileError.self) { try FileSystem.replace("/dev/full", with: [1]) }
    #expect(try folder.names == ["broken.prompt", "folder.prompt"])
  }

  @Test func listsInTheOrderOfBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a", "Z", "é", ".x"] { try folder.write(name) }
    try folder.write("dir/file")
    let entries = try FileSystem.list(folder.path)
    #expect(entries.map(\.name) == [".x", "Z", "a", "b", "dir", "é"])
    #expect(entries.map(\.kind) == [.file, .file, .file, .file, .folder, .file])
  }

  @Test func tellsKindsApart() throws {
    let folder = try TemporaryFolder()
    #expect(try FileSystem.kind(of: folder.path) == .folder)
    #expect(try FileSystem.kind(of: try folder.write("a")) == .file)
    #expect(try FileSystem.kind(of: folder.path + "/none") == .missing)
    #expect(try FileSystem.kind(of: "/dev/null") == .other)
    #expect(try FileSystem.currentFolder().hasPrefix("/"))
  }

  @Test func readsTheEnvironment() {
    #expect(FileSystem.environmentVariable("PATH")?.isEmpty == false)
    #expect(FileSystem.environmentVariable("MJPROMPT_IS_NOT_SET") == nil)
  }

  @Test func writesThroughAPipe() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    #expect(!FileSystem.isTerminal(descriptor))
    var writer = OutputWriter(descriptor: descriptor, name: "<stdout>")
    try writer.write("a ")
    try writer.write([0x63, 0xFF])
    try writer.flush()
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data([0x61, 0x20, 0x63, 0xFF]))
  }

  @Test func reportsABrokenPipe() throws {
    FileSystem.ignoreBrokenPipeSignal()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    var writer = OutputWriter(
      descriptor: pipe.fileHandleForWriting.fileDescriptor, name: "<stdout>")
    try writer.write("a cat\n")
    var kinds: [FileError.Kind] = []
    do { try writer.flush() } catch { kinds.append(error.kind) }
    #expect(kinds == [.brokenPipe])
    try writer.flush()
  }
}
