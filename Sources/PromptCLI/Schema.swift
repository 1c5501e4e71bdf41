// `mjprompt schema`: JSON Schemas of rule files and of mjprompt.yaml, for editors.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptRuleFiles

/// Prints a JSON Schema, or the names of all.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a kind of rule file or of mjprompt.yaml.",
    discussion: """
      The schemas (draft 2020-12) are made of the tables of fields that the program itself reads \
      files by. Without a name, their names and the files they are for are listed.
      """)

  @Argument(
    help: "The name of a schema, such as parameters or configuration.",
    completion: .list(RuleFileKind.allCases.map(\.rawValue)))
  var name: String?

  func run() throws {
    var output = OutputWriter.standardOutput()
    try output.write(try text())
    try output.flush()
  }

  private func text() throws -> [UInt8] {
    guard let name else { return Array(Self.list.utf8) }
    guard let kind = RuleFileKind(rawValue: name) else {
      throw CommandFailure.unknown("schema", name, RuleFileKind.allCases.map(\.rawValue))
    }
    return kind.schema
  }

  private static var list: String {
    let rows = RuleFileKind.allCases.map { [$0.rawValue, $0.place, $0.summary] }
    return TextTable(header: ["schema", "files", "summary"], rows: rows).text
  }
}
