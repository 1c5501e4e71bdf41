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
      ? unverified. JSON also names the sources and the day of each cell.
      """)

  @Option(help: "Only these models, separated by commas, such as v7,v8.2.")
  var models: String?

  @Option(help: "The form of the table: text, markdown, json.")
  var format: Form = .text

  func run() throws {
    let rules = try EmbeddedRules.all()
    let matrix = RuleMatrix(rules, models: try selected(rules.models))
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

/// Parameters × models.
struct RuleMatrix {
  /// What one model makes of one parameter.
  struct Cell {
    let text: String
    let domain: ParameterDomain?
    let provenance: Provenance
  }

  let parameters: [ParameterSpec]
  let models: [ModelVersion]
  let cells: [[Cell]]
  private let sources: [SourceCitation]

  init(_ rules: RuleSet, models indices: [Int]) {
    parameters = rules.parameters.parameters
    models = indices.map { rules.models.models[$0] }
    sources = rules.sources
    cells = rules.parameters.parameters.map { spec in
      indices.map { Self.cell(spec, ModelSet(index: $0)) }
    }
  }

  private static func cell(_ spec: ParameterSpec, _ model: ModelSet) -> Cell {
    let domain = spec.domains.first { $0.models.contains(model) && $0.with.isEmpty }
    let provenance = domain?.provenance ?? spec.provenance
    guard let domain, domain.isSupported else {
      return Cell(text: "–" + provenance.mark, domain: nil, provenance: provenance)
    }
    return Cell(text: domain.summary + provenance.mark, domain: domain, provenance: provenance)
  }
}

extension Provenance {
  /// One letter for what is not official.
  fileprivate var mark: String {
    switch confidence {
    case .official: ""
    case .secondary: " s"
    case .disputed: " x"
    case .unverified: " ?"
    }
  }
}

extension ParameterDomain {
  /// The values in a few characters.
  fileprivate var summary: String {
    if let range { return "\(Self.short(range.lowerBound))–\(Self.short(range.upperBound))" }
    if let maximumRatio { return "≤\(maximumRatio.text)" }
    if !values.isEmpty { return values.joined(separator: "/") + (isOpen ? "/…" : "") }
    return "yes"
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}

// MARK: Forms

extension RuleMatrix {
  /// Aligned columns.
  var text: String { TextTable(header: ["parameter"] + models.map(\.id), rows: rows).text }

  /// A Markdown table, with the sources below it.
  var markdown: String {
    let header = ["parameter"] + models.map(\.id)
    let lines = [header, header.map { _ in "---" }] + rows
    let table = lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    let cited = Set(cells.joined().flatMap(\.provenance.sources))
    let list = sources.filter { cited.contains($0.key) }.map { source in
      let place = source.url.map { " <\($0)>" } ?? ""
      return "- \(source.key): \(source.title), \(source.date.text).\(place)\n"
    }
    return """
      # Compatibility

      Which model takes which parameter. A mark behind a cell says how sure it is: none official, \
      s secondary, x disputed, ? unverified. Generated from [rules](../rules) by
      `mjprompt rules matrix --format markdown`.

      \(table)
      ## Sources

      \(list.joined())
      """
  }

  private var rows: [[String]] {
    zip(parameters, cells).map { spec, cells in ["--\(spec.name)"] + cells.map(\.text) }
  }

  /// One object for each parameter and model.
  var json: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for (spec, row) in zip(parameters, cells) {
      for (model, cell) in zip(models, row) { write(spec, model, cell, &writer) }
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }

  private func write(
    _ spec: ParameterSpec, _ model: ModelVersion, _ cell: Cell, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("parameter")
    writer.value(spec.name)
    writer.key("model")
    writer.value(model.id)
    writer.key("supported")
    writer.value(cell.domain != nil)
    writer.key("values")
    writer.value(cell.domain?.summary)
    writer.key("default")
    writer.value(cell.domain?.defaultValue)
    writer.key("confidence")
    writer.value(cell.provenance.confidence.name)
    writer.key("verified")
    writer.value(cell.provenance.verified.text)
    writer.key("sources")
    writer.beginArray()
    for source in cell.provenance.sources { writer.value(source) }
    writer.endArray()
    writer.endObject()
  }
}
