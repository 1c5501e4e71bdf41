// Input that can't be used: one clear message, the documented exit code, nothing lost.

import Foundation
import PromptTestSupport
import Testing

@Suite struct BadInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func missingFileIsNamedAndTheOthersAreLinted() throws {
    try folder.write("a cat --ar --v 7\n", to: "a.prompt")
    let result = try Tool.run(["lint", "none.prompt", "a.prompt"], in: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("mjprompt: cannot read none.prompt: no such file or folder"))
    #expect(result.output.contains("MJ202"))
  }

  @Test(arguments: ["file", "folder"])
  func inputWithoutPermissionIsNamed(_ kind: String) throws {
    try folder.write("a cat --v 7\n", to: "locked/a.prompt")
    let script = """
      chmod 755 . && chmod \(kind == "file" ? "000 locked/a.prompt" : "000 locked")
      if [ "$(id -u)" = 0 ]; then
        command -v setpriv >/dev/null || exit 99
        cp "$MJPROMPT" ./tool && chmod 755 ./tool
        setpriv --reuid=65534 --clear-groups ./tool lint locked\(kind == "file" ? "/a.prompt" : "")
      else
        "$MJPROMPT" lint locked\(kind == "file" ? "/a.prompt" : "")
      fi
      code=$?; chmod -R 755 locked; exit $code
      """
    let result = try Tool.shell(script, in: folder.path)
    try #require(result.status != 99, "setpriv is needed when the tests run as root")
    #expect(result.status == 3)
    #expect(result.errors.contains("permission denied"))
  }

  @Test func invalidBytesAreADiagnostic() throws {
    try folder.write(Array("a caf".utf8) + [0xE9] + Array(" --v 7\n".utf8), to: "a.prompt")
    let result = try Tool.run(["lint", "a.prompt"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("error[MJ602] invalid-utf8: these bytes are not UTF-8"))
    #expect(result.output.contains(#"a caf\xE9 --v 7"#))
  }

  @Test(arguments: [
    ("selct: [MJ1]\n", "mjprompt.yaml:1:1: unknown field `selct`; did you mean `select`?"),
    ("select: [\n", "mjprompt.yaml:2:1: "),
    ("target: moon\n", "mjprompt.yaml:1:9: `moon` is not known"),
  ])
  func brokenConfigurationIsNamed(_ text: String, _ message: String) throws {
    try folder.write(text, to: "mjprompt.yaml")
    try folder.write("a cat --v 7\n", to: "a.prompt")
    let result = try Tool.run(["lint", "a.prompt"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.contains(message))
    #expect(result.output.isEmpty)
  }

  @Test func brokenRecordsAreNamedAndTheOthersAreLinted() throws {
    try folder.write(
      "{\"prompt\": \"a cat --ar --v 7\"}\nnot json\n{\"text\": 1}\n{\"prompt\": \"a --s 9999 --v 7\"}\n",
      to: "a.jsonl")
    let result = try Tool.run(["lint", "--format", "concise", "a.jsonl"], in: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("mjprompt: a.jsonl:2:1: "))
    #expect(result.errors.contains("mjprompt: a.jsonl:3:"))
    #expect(result.output.contains("a.jsonl:1:19: error MJ202"))
    #expect(result.output.contains("a.jsonl:4:"))
  }

  @Test(arguments: [
    (["lint", "--fixx"], "Unknown option '--fixx'"),
    (["lint", "--select", "MJ999"], "there is no check `MJ999`"),
    (["lint", "--ignore", "wrong-dahs"], "did you mean `wrong-dash`?"),
    (["lint", "--model", "v8.3"], "there is no model `v8.3`; did you mean"),
    (["lint", "--target", "discrod"], "did you mean `discord`?"),
    (["lint", "--as-of", "yesterday"], "--as-of takes a date such as 2026-07-24, not `yesterday`"),
    (["lint", "--format", "xml"], "xml"),
    (["lint", "--prompt", "x", "a.prompt"], "give either --prompt or paths, not both"),
    (
      ["lint", "--config", "none.yaml", "--prompt", "x"],
      "none.yaml: cannot be read: no such file or directory"
    ),
    (["explain", "MJ2o3"], "there is no check `MJ2o3`; did you mean `MJ203`?"),
    (["frobnicate"], "frobnicate"),
  ])
  func wrongArgumentsEndWithTwo(_ arguments: [String], _ message: String) throws {
    let result = try Tool.run(arguments, in: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.contains(message))
    #expect(result.output.isEmpty)
  }

  @Test func closedPipeEndsQuietly() throws {
    let prompt = "a cat --ar --s 5000 --v 7\n"
    try folder.write(String(repeating: prompt, count: 20_000), to: "a.prompt")
    let result = try Tool.shell(
      #""$MJPROMPT" lint a.prompt | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}""#,
      in: folder.path)
    #expect(result.output == "0\n")
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: ["lint", "fmt"])
  func hugeLineIsRead(_ command: String) throws {
    let line = Array(repeating: UInt8(ascii: "x"), count: 10_000_000)
    let result = try Tool.run([command, "-"], input: line)
    #expect(result.status == (command == "lint" ? 1 : 0))
    #expect(command == "fmt" || result.output.contains("MJ603"))
  }

  @Test func emptyInputsAreFine() throws {
    try folder.write("", to: "empty/a.prompt")
    #expect(try Tool.run(["lint", "empty/a.prompt"], in: folder.path).status == 0)
    #expect(try Tool.run(["lint", "empty"], in: folder.path).status == 0)
    #expect(try Tool.run(["lint", "-"], in: folder.path).status == 0)
    #expect(try Tool.run(["fmt", "-"], in: folder.path).output.isEmpty)
  }

  @Test func outputCannotForgeTheTerminal() throws {
    let prompt = "a \u{1B}[2J\u{202E}cat --\u{1B}x --v 7"
    let result = try Tool.run(["lint", "--prompt", prompt])
    #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(result.output.contains(#"\u{1B}"#) && result.output.contains(#"\u{202E}"#))
  }
}
