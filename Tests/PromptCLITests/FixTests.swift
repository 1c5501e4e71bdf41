// `lint --fix`: what is written where, in which mode, and what a file that can't be written changes.

import Foundation
import PromptTestSupport
import Testing

@Suite struct FixTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lint(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["lint"] + arguments, in: folder.path)
  }

  // MARK: Files

  @Test func onlyWhatIsMeantChanges() throws {
    let head = "\u{FEFF}# kept\r\n\r\n"
    try folder.write(head + "a cat—ar 16:9 --v 7\r\na  cat --v 7\r\nlast--v 7", to: "a.prompt")
    #expect(try lint("--fix", "a.prompt").status == 0)
    let fixed = head + "a cat --ar 16:9 --v 7\r\na  cat --v 7\r\nlast --v 7"
    #expect(folder.bytes(of: "a.prompt") == Array(fixed.utf8))
  }

  @Test func aCleanFileIsNotTouched() throws {
    let path = try folder.write("a cat --v 7\n", to: "a.prompt")
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(try lint("--fix", "a.prompt").status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test func aLinkStaysALink() throws {
    try folder.write("a cat--v 7\n", to: "real/a.prompt")
    let link = "\(folder.path)/link.prompt"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "real/a.prompt")
    #expect(try lint("--fix", "link.prompt").status == 0)
    #expect(folder.text(of: "real/a.prompt") == "a cat --v 7\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/a.prompt")
  }

  @Test func recordsKeepTheirOtherBytes() throws {
    try folder.write(
      #"{ "id":1,"prompt" : "a \u00e9 \/ cat" }"# + "\r\n"
        + #"{"prompt":"a \u00e9\ncat--s 5000 --v 7","x":"cat--v"}"# + "\nnot json\n", to: "a.jsonl")
    let result = try lint("--unsafe-fixes", "--select", "MJ1,MJ203", "a.jsonl")
    #expect(result.status == 3)
    #expect(
      folder.text(of: "a.jsonl") == #"{ "id":1,"prompt" : "a \u00e9 \/ cat" }"# + "\r\n"
        + #"{"prompt":"a é\ncat --s 1000 --v 7","x":"cat--v"}"# + "\nnot json\n")
  }

  @Test func unsafeFixesNeedTheirFlag() throws {
    for (flags, written) in [(["--fix"], "5000"), (["--fix", "--unsafe-fixes"], "1000")] {
      try folder.write("a cat --s 5000 --v 7\n", to: "a.prompt")
      _ = try Tool.run(["lint"] + flags + ["a.prompt"], in: folder.path)
      #expect(folder.text(of: "a.prompt") == "a cat --s \(written) --v 7\n")
    }
  }

  // MARK: Files that can't be written

  @Test(arguments: ["lint --fix --format concise", "fmt"])
  func anUnwritableFileIsNamedAndTheOthersAreWritten(_ command: String) throws {
    try folder.write("a cat--ar 16:9 --v 7\n", to: "b.prompt")
    let result = try Tool.shell(
      #""$MJPROMPT" \#(command) <(echo 'a cat--ar 16:9 --v 7') b.prompt"#, in: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("mjprompt: cannot write /dev/fd/"))
    #expect(result.errors.hasSuffix(": it is not a regular file\n"))
    #expect(folder.text(of: "b.prompt") == "a cat --ar 16:9 --v 7\n")
    #expect(command == "fmt" || result.output.contains(":1:6: warning MJ103"))
  }

  @Test(arguments: ["lint --fix a.prompt", "fmt a.prompt"])
  func aFolderWithoutPermissionLeavesNoRemains(_ command: String) throws {
    try folder.write("a cat--ar 16:9 --v 7\n", to: "a.prompt")
    let result = try Unprivileged.run(command, locking: "555 .", in: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot write a.prompt: permission denied"))
    #expect(folder.text(of: "a.prompt") == "a cat--ar 16:9 --v 7\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == [".tool", "a.prompt"])
  }

  // MARK: Standard output

  @Test(arguments: ["text", "concise", "json", "jsonl"])
  func promptsGoToOutputAndTheWholeReportToErrors(_ format: String) throws {
    let result = try Tool.run(
      ["lint", "--fix", "--format", format, "-"], input: Array("a cat--s 5000 --v 7".utf8))
    #expect(result.status == 1)
    #expect(result.output == "a cat --s 5000 --v 7")
    #expect(result.errors.contains("MJ203") && !result.errors.contains("MJ103"))
    if format == "json" {
      #expect(try JSONSerialization.jsonObject(with: Data(result.errors.utf8)) is [Any])
    }
  }

  @Test func thePromptOfTheOptionIsFixed() throws {
    let result = try lint("--unsafe-fixes", "--quiet", "--prompt", "a cat--s 5000 --v 7")
    #expect(result.status == 0)
    #expect(result.output == "a cat --s 1000 --v 7\n")
    #expect(result.errors.isEmpty)
  }

  // MARK: Diffs

  static let hasPatch = Tool.hasProgram("patch")

  @Test(.enabled(if: hasPatch, "patch is not installed"), arguments: ["lint --fix", "fmt"])
  func patchMakesOfADiffWhatTheToolWrites(_ command: String) throws {
    let lines = (1...40).map { $0 % 9 == 0 ? "a cat—ar 16:9 --v 7" : "cat \($0) --v 7" }
    try folder.write(lines.joined(separator: "\n"), to: "a b.prompt")
    try folder.write(#"{"prompt":"a \"b\"--v 7"}"# + "\n", to: "c.jsonl")
    let result = try Tool.shell(
      """
      mkdir fixed && cp a* c* fixed
      "$MJPROMPT" \(command.replacing(" --fix", with: "")) --diff a* c* >p; echo "diff: $?"
      (cd fixed && "$MJPROMPT" \(command) -- * >/dev/null) && patch -sp0 <p
      cmp a* fixed/a* && cmp c* fixed/c* && echo same
      """, in: folder.path)
    #expect(result.output == "diff: 1\nsame\n")
  }
}
