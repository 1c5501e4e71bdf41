// `mjprompt rules`: what the program knows.

import ArgumentParser
import PromptCommand
import PromptFiles

/// The rule set and its tools.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the rules that prompts are judged by.",
    subcommands: [
      List.self, Matrix.self, Validate.self, Test.self, Difference.self, Score.self,
      Compile.self,
    ])

  /// Lists one kind of rules.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List checks, parameters, models…")

    @Argument(
      help: """
        checks, parameters, models, features, targets, plans, profiles, words, links, terms, \
        sources.
        """)
    var kind: RuleTable.Kind = .checks

    @Option(help: "The form of the list: text, json.")
    var format: RuleTable.Form = .text

    func run() throws {
      let table = RuleTable(kind, try EmbeddedRules.all())
      var output = OutputWriter.standardOutput()
      try output.write(format == .json ? table.json : Array(table.text.utf8))
      try output.flush()
    }
  }
}
