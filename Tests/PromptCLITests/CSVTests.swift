// CSV and TSV through the executable: places, repair, what is wrong with the form.

import Foundation
import PromptTestSupport
import Testing

@Suite struct CSVTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> ToolResult {
    try Tool.run(arguments, in: folder.path)
  }

  static let table = #"""
    \#u{FEFF}id,prompt,note\#r
    1,a cat--ar 16:9 --v 7,"x, ""y"""\#r
    \#r
    "2","a ""red"" dog, asleep\#r
    by  the é fire--ar 16:9 --v 7",\#r
    3,"an owl --v 7" ,\#r
    4,"a fox --v 7"
    """#

  @Test func placesAreThoseOfTheFile() throws {
    try folder.write(Self.table, to: "a.csv")
    let result = try run("lint", "--select", "MJ103", "--format", "concise", "a.csv")
    #expect(result.status == 3)
    let message = "warning MJ103 glued-parameter: no space before `--ar` [fixable]"
    #expect(result.output == "a.csv:2:8: \(message)\na.csv:5:15: \(message)\n")
    #expect(
      result.errors == "mjprompt: a.csv:6:17: text behind the closing quote; "
        + "a quote inside a quoted field is written twice\n")
  }

  @Test func jsonNamesThePromptsOwnLine() throws {
    try folder.write(Self.table, to: "a.csv")
    let result = try run("lint", "--select", "MJ103", "--format", "jsonl", "a.csv")
    let second = result.output.split(separator: "\n").last ?? ""
    #expect(second.contains(#""line":5,"column":15,"utf8Column":16,"endLine":5"#))
    #expect(second.contains(#""promptLine":4"#))
  }

  @Test func theSnippetShowsTheLine() throws {
    try folder.write(Self.table, to: "a.csv")
    let result = try run("lint", "--select", "MJ103", "a.csv")
    #expect(result.output.contains(" 5 | by  the é fire--ar 16:9 --v 7\n"))
    #expect(result.output.contains("   |               ^^^^\n"))
  }

  @Test func fixesChangeOnlyThePrompts() throws {
    try folder.write(Self.table, to: "a.csv")
    #expect(try run("lint", "--fix", "a.csv").status == 3)
    let expected = Self.table.replacing("cat--ar", with: "cat --ar")
      .replacing("fire--ar", with: "fire --ar")
    #expect(folder.bytes(of: "a.csv") == Array(expected.utf8))
    #expect(try run("lint", "--fix", "--diff", "a.csv").output.isEmpty)
  }

  @Test func fmtQuotesWhatNeedsIt() throws {
    try folder.write("prompt\ta\na  5\" pipe, old --V 7\t1\n\"a  b --v 7\"\t2\n", to: "a.tsv")
    #expect(try run("fmt", "--check", "a.tsv").output == "would reformat a.tsv\n")
    #expect(try run("fmt", "a.tsv").status == 0)
    #expect(
      folder.text(of: "a.tsv")
        == "prompt\ta\n\"a 5\"\" pipe, old --v 7\"\t1\n\"a b --v 7\"\t2\n")
    #expect(try run("fmt", "--check", "a.tsv").status == 0)
  }

  @Test func standardInputIsATableByItsName() throws {
    let input = Array("text;prompt\na  cat;a  dog, wet\n".utf8)
    let plain = try Tool.run(["fmt", "--stdin-filename", "x.csv", "-"], input: input)
    #expect(plain.output == "text;prompt\na  cat;a dog, wet\n")
    let named = try Tool.run(
      ["fmt", "--field", "text", "--stdin-filename", "x.csv", "-"], input: input)
    #expect(named.output == "text;prompt\na cat;a  dog, wet\n")
    let expanded = try Tool.run(
      ["expand", "--stdin-filename", "x.csv", "-"], input: Array("prompt\n\"a {b,c}\"\n".utf8))
    #expect(expanded.output == "a b\na c\n")
  }

  @Test func aHeaderWithoutTheColumnIsOneError() throws {
    try folder.write("id,text\n1,a  cat\n2,a  dog\n", to: "a.csv")
    for command in ["lint", "fmt"] {
      let result = try run(command, "a.csv")
      #expect(result.status == 3)
      #expect(
        result.errors == #"mjprompt: a.csv:1:1: the header has no column "prompt" but "id", "#
          + #""text"; name the right one with --field"# + "\n")
    }
    #expect(folder.text(of: "a.csv") == "id,text\n1,a  cat\n2,a  dog\n")
    #expect(try run("fmt", "--field", "text", "a.csv").status == 0)
    #expect(folder.text(of: "a.csv") == "id,text\n1,a cat\n2,a dog\n")
  }

  @Test func theFieldOfJSONCanBeNamed() throws {
    try folder.write(
      "{\"text\":\"a  cat\",\"prompt\":\"a  dog\"}\n{\"prompt\":\"x\"}\n", to: "a.jsonl")
    let result = try run("fmt", "--field", "text", "a.jsonl")
    #expect(result.errors == "mjprompt: a.jsonl:2:1: the object has no field \"text\"\n")
    #expect(
      folder.text(of: "a.jsonl")
        == "{\"text\":\"a cat\",\"prompt\":\"a  dog\"}\n{\"prompt\":\"x\"}\n")
  }
}
