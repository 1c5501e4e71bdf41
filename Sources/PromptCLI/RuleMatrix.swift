// `mjprompt rules matrix`: which model takes which parameter, from the rule files.

import ArgumentParser
import PromptCommand
import PromptCore
import PromptFiles
import PromptRules

/// Prints the compatibility table.
struct Matrix: ParsableCommand {
  /// How it is written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Print which model takes which parameter, with which values.",
    discussion: """
      A mark behind a cell says how sure it is: none official, s secondary, x disputed, \
      ? unverified; in brackets stands what all sources agree on. JSON also names the sources and \
      the day of each cell.
      """)

  @Option(help: "Only these models, separated by commas, such as v7,v8.2.")
  var models: String?

  @Option(help: "The form of the table: text, markdown, json.")
  var format: Form = .text

  func run() throws {
    let rules = try EmbeddedRules.all()
    let matrix = CompatibilityMatrix(rules, models: try selected(rules.models))
    var output = OutputWriter.standardOutput()
    switch format {
    case .text: try output.write(matrix.text)
    case .markdown: try output.write(matrix.markdown)
    case .json: try output.write(matrix.json)
    }
    try output.flush()
  }

  private func selected(_ catalog: ModelCatalog) throws -> [Int] {
    guard let models else { return Array(catalog.models.indices) }
    return try models.split(separator: ",").map { word in
      guard let index = catalog.index(named: String(word)) else {
        throw CommandFailure.unknown("model", word, catalog.models.map(\.id))
      }
      return index
    }
  }
}
