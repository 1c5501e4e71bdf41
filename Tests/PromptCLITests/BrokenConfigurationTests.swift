// A broken mjprompt.yaml: file, line, column, what is wrong; exit code 2; what was done is kept.

import Foundation
import PromptTestSupport
import Testing

@Suite struct BrokenConfigurationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a cat --ar --v 7\n", to: "good/a.prompt")
    try folder.write("a cat --ar --v 7\n", to: "poor/a.prompt")
  }

  @Test(arguments: [
    ("select: [MJ1\n", "2:1: "),
    ("select:\n\t- MJ1\n", "2:1: "),
    ("ignore: \"MJ1\n", "2:1: "),
    ("# why\nignroe: [MJ1]\n", "2:1: unknown field `ignroe`; did you mean `ignore`?"),
    ("select: [MJ1]\nselect: [MJ2]\n", "2:1: duplicate key \"select\""),
    ("ignore: [wrong-dahs]\n", "`wrong-dahs` is not known; did you mean `wrong-dash`?"),
    ("select: [MJ1, MJ998]\n", "`MJ998` is not known"),
    ("select: MJ1\n", "1:9: `select` must be a list"),
    ("severity: {MJ998: error}\n", "`MJ998` is no check"),
    ("severity: {MJ203: eror}\n", "not `eror`; did you mean `error`?"),
    ("severity: {MJ203: fatal}\n", "must be one of hint, information, warning, error, not `fatal`"),
    ("severity: error\n", "1:11: `severity` must pair keys with one of hint"),
    ("model: v8.3\n", "1:8: `v8.3` is not known"),
    ("target: discrod\n", "1:9: `discrod` is not known; did you mean `discord`?"),
    ("- select\n", "1:1: expected fields"),
  ])
  func theProblemAndItsPlaceAreNamed(_ text: String, _ message: String) throws {
    try folder.write(text, to: "poor/mjprompt.yaml")
    for command in ["lint", "fmt"] {
      let result = try Tool.run([command, "poor/a.prompt"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(/^mjprompt: .*\/poor\/mjprompt\.yaml:\d+:\d+: .+\n$/))
      #expect(result.errors.contains(message))
    }
    #expect(folder.text(of: "poor/a.prompt") == "a cat --ar --v 7\n")
  }

  @Test func bytesThatAreNoTextAreNamed() throws {
    try folder.write(Array("model: v".utf8) + [0xFF], to: "poor/mjprompt.yaml")
    let result = try Tool.run(["lint", "poor"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("mjprompt.yaml:1:9: invalid UTF-8"))
  }

  @Test func whatWasFoundBeforeIsKept() throws {
    try folder.write("model: [\n", to: "poor/mjprompt.yaml")
    let result = try Tool.run(["lint", "--format", "concise", "good", "poor"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("good/a.prompt:1:7: error MJ202"))
  }

  @Test func inputThatCannotBeReadIsStillNamed() throws {
    try folder.write("model: [\n", to: "poor/mjprompt.yaml")
    let result = try Tool.run(["lint", "none.prompt", "poor"], in: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot read none.prompt"))
    #expect(result.errors.contains("mjprompt.yaml:2:1: "))
  }

  @Test func jsonStaysWhole() throws {
    try folder.write("model: [\n", to: "poor/mjprompt.yaml")
    let result = try Tool.run(["lint", "--format", "json", "good", "poor"], in: folder.path)
    let findings = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [Any]
    #expect(result.status == 2)
    #expect(findings?.count == 1)
  }

  @Test func aBrokenGivenOneIsNamedAsItWasGiven() throws {
    try folder.write("selct: [MJ1]\n", to: "mine.yaml")
    let result = try Tool.run(
      ["lint", "--config", "mine.yaml", "--prompt", "a cat"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("mjprompt: mine.yaml:1:1: unknown field `selct`"))
  }
}
