// Patches, read by people and applied by the real programs.

import Foundation
import PromptReport
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "a.prompt") -> String {
    let diff = UnifiedDiff(path: path, old: Array(old.utf8), new: Array(new.utf8))
    return String(decoding: diff.bytes, as: UTF8.self)
  }

  @Test func isEmptyForEqualFiles() {
    #expect(diff("a\n", "a\n").isEmpty)
  }

  @Test func showsThreeLinesOfContext() {
    let expected = """
      --- a.prompt
      +++ a.prompt
      @@ -2,7 +2,7 @@
       2
       3
       4
      -5
      +five
       6
       7
       8

      """
    #expect(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == expected)
  }

  @Test func joinsCloseChangesAndPartsDistantOnes() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let close = diff(old, old.replacing("\n10\n", with: "\nx\n").replacing("\n17\n", with: "\ny\n"))
    #expect(close.split(separator: "\n").count(where: { $0.hasPrefix("@@") }) == 1)
    let far = diff(old, old.replacing("\n10\n", with: "\nx\n").replacing("\n18\n", with: "\ny\n"))
    #expect(far.split(separator: "\n").count(where: { $0.hasPrefix("@@") }) == 2)
  }

  @Test func marksAMissingLineEnd() {
    let expected = """
      --- a.prompt
      +++ a.prompt
      @@ -1,1 +1,1 @@
      -a
      \\ No newline at end of file
      +b
      \\ No newline at end of file

      """
    #expect(diff("a", "b") == expected)
  }

  @Test func spellsOddNames() {
    #expect(diff("a", "b", path: "a b.prompt").hasPrefix("--- a b.prompt\t\n+++ a b.prompt\t\n"))
    #expect(diff("a", "b", path: "a\n\"\\.p").hasPrefix(#"--- "a\012\"\\.p""# + "\n"))
  }

  private static let versions: [(String, String)] = [
    ("1\n2\n3\n", "1\nx\n3\n"), ("a", "b"), ("a", "a\n"), ("a\n", "a"),
    ("a\r\nb\r\n", "a\r\nc\r\n"),
    ("", "a\n"), ("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\nx\ny\n6\n7\n8\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n", "2\n3\n4\n5\n6\n7\n8\n"), ("1\n2", "1\n2\n3"),
    (
      (1...40).map { "\($0)\n" }.joined(),
      (1...40).map { $0.isMultiple(of: 9) ? "x\($0)\n" : "\($0)\n" }.joined()
    ),
  ]

  @Test(arguments: ["patch -p0 -s -i", "git apply -p0"], versions)
  func isAppliedByTheRealPrograms(command: String, version: (old: String, new: String)) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mjprompt-diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a b.prompt")
    try Data(version.old.utf8).write(to: file)
    let patch = diff(version.old, version.new, path: "a b.prompt")
    try Data(patch.utf8).write(to: folder.appendingPathComponent("change.diff"))
    guard try run(command, in: folder) else { return }
    #expect(try Data(contentsOf: file) == Data(version.new.utf8))
  }

  /// Applies the patch; false when the program is not installed.
  private func run(_ command: String, in folder: URL) throws -> Bool {
    let program = command.prefix { $0 != " " }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.currentDirectoryURL = folder
    process.arguments = [
      "-c", "command -v \(program) >/dev/null || exit 99; \(command) change.diff",
    ]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus == 99 { return false }
    #expect(process.terminationStatus == 0)
    return true
  }
}
