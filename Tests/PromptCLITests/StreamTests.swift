// Standard streams that are closed, full or gone, and the order of the exit codes.

import Foundation
import PromptTestSupport
import Testing

@Suite struct StreamTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let prompts = String(repeating: "a cat--ar 16:9 --s 5000 --v 7\n", count: 3000)
    try folder.write(prompts, to: "big.prompt")
    try folder.write("a cat --ar --v 7\n", to: "a.prompt")
  }

  private func shell(_ script: String) throws -> ToolResult {
    try Tool.shell(script, in: folder.path)
  }

  /// A reader that is gone before anything is written, and one that goes in the middle.
  @Test(
    arguments: [
      "lint big.prompt", "lint --format json big.prompt", "lint --format concise big.prompt",
      "lint --diff big.prompt", "fmt - <big.prompt", "expand big.prompt", "rules list terms",
      "explain MJ203", "--help", "--version", "--generate-completion-script bash",
    ], ["true", "head -c 1 >/dev/null"])
  func aClosedPipeEndsQuietly(_ command: String, _ reader: String) throws {
    let waiting = reader == "true" ? "sleep 0.1; " : ""
    let result = try shell(
      #"{ \#(waiting)"$MJPROMPT" \#(command); echo $? >code; } | \#(reader); cat code"#)
    #expect(["0\n", "1\n"].contains(result.output))
    #expect(result.errors.isEmpty)
  }

  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test(
    .enabled(if: hasFullDevice, "there is no /dev/full"),
    arguments: [
      "lint a.prompt", "lint --fix - <a.prompt", "fmt - <a.prompt", "expand a.prompt",
      "rules list", "rules matrix", "explain MJ203", "--help", "lint --help", "--version",
      "--generate-completion-script zsh",
    ])
  func aFullDiskEndsWithThree(_ command: String) throws {
    let result = try shell(#""$MJPROMPT" \#(command) >/dev/full"#)
    #expect(result.status == 3)
    #expect(result.errors.hasSuffix("mjprompt: cannot write <stdout>: no space left on device\n"))
  }

  @Test func closedStreamsAreNamed() throws {
    let output = try shell(#""$MJPROMPT" lint a.prompt >&-"#)
    #expect(output.status == 3)
    #expect(output.errors.contains("cannot write <stdout>: bad file descriptor"))
    let input = try shell(#""$MJPROMPT" lint - <&-"#)
    #expect(input.status == 3)
    #expect(input.errors.contains("cannot read <stdin>: bad file descriptor"))
  }

  @Test func promptsSurviveAClosedStandardError() throws {
    let result = try shell(
      #"echo 'a cat--ar 16:9 --s 5000 --v 7' | "$MJPROMPT" lint --fix - 2>&-"#)
    #expect(result.status == 3)
    #expect(result.output == "a cat --ar 16:9 --s 5000 --v 7\n")
  }

  // MARK: Exit codes

  @Test(arguments: [
    ("a cat --ar 16:9 --v 7", "hint", 0), ("a cat --s 5000 --v 7", "error", 1),
    ("a cat —ar 16:9 --v 7", "warning", 0), ("a cat —ar 16:9 --v 7", "information", 1),
    ("hot::2 dog", "error", 0), ("hot::2 dog", "warning", 1), ("hot::2 dog", "hint", 1),
  ])
  func theThresholdDecides(_ prompt: String, _ threshold: String, _ status: Int) throws {
    let result = try Tool.run([
      "lint", "--as-of", "2026-08-01", "--fail-on", threshold, "--prompt", prompt,
    ])
    #expect(result.status == status)
  }

  @Test(arguments: ["lint", "fmt --check", "lint --diff", "lint --fix", "expand"])
  func inputThatCannotBeReadBeatsFindings(_ command: String) throws {
    let result = try shell(#""$MJPROMPT" \#(command) none.prompt a.prompt"#)
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("mjprompt: cannot read none.prompt: no such file or folder\n"))
  }
}
