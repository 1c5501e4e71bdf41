// Parameters and features × models: the cells, and the three forms of the table.

import PromptCore
import PromptFiles
import PromptRules

/// What each model makes of each parameter and feature.
struct CompatibilityMatrix {
  /// What one model makes of one parameter or feature.
  struct Cell {
    /// What holds, or nil when no entry names the model.
    let domain: ParameterDomain?
    /// Where that comes from.
    let provenance: Provenance

    /// Whether the model has it.
    var isSupported: Bool { domain?.isSupported ?? false }
  }

  /// One parameter or feature.
  struct Row {
    let name: String
    let isParameter: Bool
    let cells: [Cell]

    /// As people read it: `--ar`, `weights`.
    var title: String { isParameter ? "--\(name)" : name }
  }

  let models: [ModelVersion]
  let rows: [Row]
  private let sources: [SourceCitation]

  init(_ rules: RuleSet, models indices: [Int]) {
    models = indices.map { rules.models.models[$0] }
    sources = rules.sources
    let parameters = rules.parameters.parameters.map { spec in
      Row(
        name: spec.name, isParameter: true,
        cells: indices.map { Self.cell(spec.domains, $0, spec.provenance) })
    }
    let features = rules.features.map { feature in
      Row(
        name: feature.name, isParameter: false,
        cells: indices.map { Self.cell(feature.domains, $0, feature.provenance) })
    }
    rows = parameters + features
  }

  private static func cell(
    _ domains: [ParameterDomain], _ model: Int, _ inherited: Provenance
  ) -> Cell {
    let set = ModelSet(index: model)
    let domain = domains.first { $0.models.contains(set) && $0.with.isEmpty }
    return Cell(domain: domain, provenance: domain?.provenance ?? inherited)
  }
}

// MARK: A cell in a few characters

extension CompatibilityMatrix.Cell {
  /// The values with a mark for what is not official.
  var text: String { (isSupported ? domain?.summary ?? "yes" : "–") + mark }

  private var mark: String {
    switch provenance.confidence {
    case .official: domain?.agreed == nil ? "" : " x"
    case .secondary: " s"
    case .disputed: " x"
    case .unverified: " ?"
    }
  }
}

extension ParameterDomain {
  /// The widest values that a source allows, and in brackets what all allow.
  fileprivate var summary: String {
    values(range, maximumRatio, values) + (agreed.map { " (\($0))" } ?? "")
  }

  /// What all sources allow, when some allow more.
  fileprivate var agreed: String? {
    let isNarrower = agreedRange != nil || agreedRatio != nil || !agreedValues.isEmpty
    return isNarrower ? values(agreedRange, agreedRatio, agreedValues) : nil
  }

  private func values(
    _ range: ClosedRange<Double>?, _ ratio: Ratio?, _ values: [String]
  ) -> String {
    if let range { return "\(Self.short(range.lowerBound))–\(Self.short(range.upperBound))" }
    if let ratio { return "≤\(ratio.text)" }
    if !values.isEmpty { return values.joined(separator: "/") + (isOpen ? "/…" : "") }
    return maximumCount.map { "1–\($0) values" } ?? "yes"
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}

// MARK: Forms

extension CompatibilityMatrix {
  private var table: [[String]] { rows.map { [$0.title] + $0.cells.map(\.text) } }

  /// Aligned columns.
  var text: String { TextTable(header: ["parameter"] + models.map(\.id), rows: table).text }

  /// A Markdown page, with the sources below the table.
  var markdown: String {
    let header = ["parameter"] + models.map(\.id)
    let lines = [header, header.map { _ in "---" }] + table
    let cited = Set(rows.flatMap(\.cells).flatMap(\.provenance.sources))
    let list = sources.filter { cited.contains($0.key) }.map { source in
      let place = source.url.map { " <\($0)>" } ?? ""
      return "- \(source.key): \(source.title), \(source.date.text).\(place)\n"
    }
    return """
      # Compatibility

      Which model takes which parameter and has which feature. A mark behind a cell says how sure it is: \
      none official, s secondary, x disputed, ? unverified; in brackets stands what all sources agree on.
      Generated from [rules](../rules) by `mjprompt rules matrix --format markdown`; with `--format json` \
      each cell also names its sources.

      \(lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined())
      ## Sources

      \(list.joined())
      """
  }

  /// One object for each parameter or feature and model.
  var json: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for row in rows {
      for (model, cell) in zip(models, row.cells) { write(row, model, cell, &writer) }
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }

  private func write(_ row: Row, _ model: ModelVersion, _ cell: Cell, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key(row.isParameter ? "parameter" : "feature")
    writer.value(row.name)
    writer.key("model")
    writer.value(model.id)
    writer.key("supported")
    writer.value(cell.isSupported)
    writer.key("cell")
    writer.value(cell.text)
    writer.key("default")
    writer.value(cell.domain?.defaultValue)
    writer.key("note")
    writer.value(cell.domain?.note)
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
