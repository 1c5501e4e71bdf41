// The forms of a report: JSON and JSONL as programs read them, statistics, colour, width.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ReportFormTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("\na 😀 cat--ar 16:9 --s 5000 --v 7\na cat --v 7\n", to: "a.prompt")
    try folder.write(#"{"prompt": "a \u0022b\u0022 --s 5000 --v 7"}"# + "\n", to: "b.jsonl")
  }

  private func lint(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["lint"] + arguments, in: folder.path)
  }

  private func objects(_ text: some StringProtocol) throws -> [[String: Any]] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  // MARK: JSON

  @Test func jsonCountsColumnsInEachUnit() throws {
    let findings = try objects(try lint("--format", "json", "a.prompt").output)
    let finding = try #require(findings.first { $0["code"] as? String == "MJ203" })
    #expect(finding["path"] as? String == "a.prompt")
    #expect(finding["name"] as? String == "value-out-of-range")
    #expect(finding["severity"] as? String == "error")
    #expect(finding["line"] as? Int == 2 && finding["column"] as? Int == 22)
    #expect(finding["utf8Column"] as? Int == 25 && finding["endColumn"] as? Int == 26)
    #expect(finding["range"] as? [String: Int] == ["start": 24, "end": 28])
    #expect(finding["rangeUTF16"] as? [String: Int] == ["start": 22, "end": 26])
  }

  @Test func jsonHoldsTheEditsOfAFix() throws {
    let findings = try objects(try lint("--format", "json", "a.prompt").output)
    let finding = try #require(findings.first { $0["code"] as? String == "MJ103" })
    let fix = try #require((finding["fixes"] as? [[String: Any]])?.first)
    let edit = try #require((fix["edits"] as? [[String: Any]])?.first)
    #expect(fix["applicability"] as? String == "safe")
    #expect(edit["start"] as? Int == 10 && edit["end"] as? Int == 10)
    #expect(edit["replacement"] as? String == " ")
  }

  @Test func jsonOfNothingIsAnEmptyArray() throws {
    #expect(try objects(try lint("--format", "json", "--prompt", "a cat --v 7").output).isEmpty)
    #expect(try lint("--format", "jsonl", "--prompt", "a cat --v 7").output.isEmpty)
    #expect(try lint("--format", "concise", "--prompt", "a cat --v 7").output.isEmpty)
  }

  @Test func jsonOfSeveralFilesIsOneArray() throws {
    let result = try lint("--format", "json", "a.prompt", "b.jsonl", "none.prompt")
    #expect(try objects(result.output).compactMap { $0["path"] as? String }.contains("b.jsonl"))
    #expect(result.status == 3)
  }

  @Test func jsonLinesHaveTheSameFields() throws {
    let array = try objects(try lint("--format", "json", "a.prompt", "b.jsonl").output)
    let lines = try lint("--format", "jsonl", "a.prompt", "b.jsonl").output
    let again = try objects("[" + lines.split(separator: "\n").joined(separator: ",") + "]")
    #expect(array.count == 3)
    #expect(array as NSArray == again as NSArray)
  }

  @Test func placesInRecordsAreThoseOfTheFile() throws {
    let finding = try objects(try lint("--format", "json", "b.jsonl").output).first
    #expect(finding?["column"] as? Int == 33)
    #expect(finding?["range"] as? [String: Int] == ["start": 10, "end": 14])
  }

  // MARK: Statistics

  @Test func statisticsReplaceTheFindings() throws {
    try folder.write("a --s 5000 --v 7\na--ar 16:9 --s 5000 --v 7\n", to: "c.prompt")
    let result = try lint("--statistics", "c.prompt")
    #expect(result.status == 1)
    #expect(
      result.output == """
        2  MJ203  value-out-of-range  [unsafe fix]
        1  MJ103  glued-parameter     [fixable]

        """)
    let rows = try objects(try lint("--statistics", "--format", "json", "c.prompt").output)
    #expect(rows.map { $0["count"] as? Int } == [2, 1])
    #expect(rows.map { $0["fix"] as? String } == ["unsafe", "safe"])
    #expect(try lint("--statistics", "--prompt", "a cat --v 7").output.isEmpty)
  }

  // MARK: Terminals

  static let hasTerminal = Tool.hasProgram("script")

  @Test(
    .enabled(if: hasTerminal, "script, which makes a terminal, is not installed"),
    arguments: [
      ([:], "auto", true), (["NO_COLOR": "1"], "auto", false), (["NO_COLOR": ""], "auto", true),
      (["TERM": "dumb"], "auto", false), (["NO_COLOR": "1"], "always", true), ([:], "never", false),
    ] as [([String: String], String, Bool)])
  func terminalsGetColour(
    _ environment: [String: String], _ choice: String, _ isColored: Bool
  ) throws {
    let command = #"script -qec "$MJPROMPT lint --color \#(choice) a.prompt" /dev/null"#
    let result = try Tool.shell(
      command, in: folder.path, environment: ["TERM": "xterm"].merging(environment) { $1 })
    #expect(result.output.contains("MJ103"))
    #expect(result.output.contains("\u{1B}[") == isColored)
  }

  @Test func aNarrowReportCutsTheLine() throws {
    let prompt = String(repeating: "word ", count: 60) + "--s 5000 --v 7"
    for columns in [40, 60, 100] {
      let result = try Tool.run(
        ["lint", "--prompt", prompt], environment: ["COLUMNS": "\(columns)"])
      let shown = result.output.split(separator: "\n").first { $0.hasPrefix(" 1 |") }
      #expect(shown.map { $0.contains("--s 5000") && $0.count <= columns } == true)
    }
  }
}
