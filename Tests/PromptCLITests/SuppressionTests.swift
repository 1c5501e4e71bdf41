// `# mjprompt: ignore` above a prompt: what it silences, and what it says when it is misspelled.

import PromptTestSupport
import Testing

@Suite struct SuppressionTests {
  private func lint(_ text: String) throws -> ToolResult {
    try Tool.run(
      ["lint", "--format", "concise", "--fail-on", "hint", "-"], input: Array(text.utf8))
  }

  @Test(arguments: [
    ("# mjprompt: ignore", 0), ("# mjprompt: ignore it was sent like this", 0),
    ("# mjprompt: ignore=MJ103", 1), ("# mjprompt: ignore=MJ103,MJ203", 0),
    ("# mjprompt: ignore=MJ103, value-out-of-range as wished", 0),
    ("#mjprompt: ignore=glued-parameter", 1),
    ("# mjprompt: ignore=MJ103\n\n# mjprompt: ignore=MJ203", 0), ("# ignore=MJ103", 2),
  ])
  func findingsAreSilenced(_ comment: String, _ count: Int) throws {
    let result = try lint("\(comment)\na cat--ar 16:9 --s 5000 --v 7\n")
    #expect(result.output.split(separator: "\n").count == count)
    #expect(result.status == (count == 0 ? 0 : 1))
    #expect(result.errors.isEmpty)
  }

  @Test func onlyTheNextPromptIsMeant() throws {
    let prompt = "a cat --s 5000 --v 7\n"
    let result = try lint("\(prompt)# mjprompt: ignore=MJ203\n\n# more\n\(prompt)\(prompt)")
    let places = result.output.split(separator: "\n").map { $0.prefix(9) }
    #expect(places == ["<stdin>:1", "<stdin>:6"])
  }

  @Test(arguments: [
    ("# mjprompt: ingore=MJ203", "unknown directive"),
    ("# mjprompt: ignore=", "expected rule codes after `ignore=`, with commas between them"),
    ("# mjprompt: ignore=MJ103;MJ203", "expected rule codes after `ignore=`"),
  ])
  func misspelledOnesAreNamed(_ comment: String, _ message: String) throws {
    let result = try lint("\n\(comment)\na cat --s 5000 --v 7\n")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("mjprompt: <stdin>:2:1: \(message)"))
    #expect(result.output.hasPrefix("<stdin>:3:11: error MJ203"))
  }
}
