// `mjprompt schema`: JSON Schemas of rule files, templates and mjprompt.yaml, for editors.

import ArgumentParser
import PromptCommand
import PromptCompose
import PromptFiles
import PromptRuleFiles
import PromptRules

/// Prints a JSON Schema, or the names of all.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a kind of rule file, of templates or of mjprompt.yaml.",
    discussion: """
      The schemas (draft 2020-12) are made of the tables of fields that the program itself reads \
      files by. Without a name, their names and the files they are for are listed.
      """)

  @Argument(
    help: "The name of a schema, such as parameters or configuration.",
    completion: .list(Self.names))
  var name: String?

  func run() throws {
    var output = OutputWriter.standardOutput()
    try output.write(try text())
    try output.flush()
  }

  private func text() throws -> [UInt8] {
    guard let name else { return Array(Self.list.utf8) }
    if name == Self.template { return TemplateSchema.bytes(try EmbeddedRules.facts()) }
    guard let kind = RuleFileKind(rawValue: name) else {
      throw CommandFailure.unknown("schema", name, Self.names)
    }
    return kind.schema
  }

  private static let template = "template"
  private static let names = RuleFileKind.allCases.map(\.rawValue) + [template]

  private static var list: String {
    var rows = RuleFileKind.allCases.map { [$0.rawValue, $0.place, $0.summary] }
    rows.append([template, "*.prompt.yaml", TemplateSchema.summary])
    return TextTable(header: ["schema", "files", "summary"], rows: rows).text
  }
}
