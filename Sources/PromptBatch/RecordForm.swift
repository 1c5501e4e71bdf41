// The form of the output: one record out for one record in.

internal import PromptCore
internal import PromptFiles
internal import PromptLint

/// Writes records in the form that is wanted.
struct RecordForm: Sendable {
  private let json: JSONForm?
  private let table: TableForm?
  /// Whether equal records are named.
  let namesEqualRecords: Bool

  /// The form that is asked for; `shape` is that of the table that is read, if one is.
  init(_ settings: BatchSettings, rules: String, shape: CSVShape?) {
    let (format, isStateless) = (settings.output, settings.isStateless)
    namesEqualRecords = format == .jsonl && !isStateless
    json = format == .jsonl ? JSONForm(rules: rules, shape: shape, isStateless: isStateless) : nil
    table =
      format == .csv || format == .tsv
      ? shape.map { TableForm($0, isStateless: isStateless) } : nil
  }

  /// What stands before the first record.
  var header: [UInt8] { table?.header ?? [] }

  /// Appends the record of a prompt; returns where the number of an equal one belongs.
  func append(_ outcome: Outcome, _ kept: KeptParts, to output: inout [UInt8]) -> Int? {
    if let json { return json.append(outcome, kept, to: &output) }
    if let table, case .row(let row, let bytes) = kept {
      table.append(outcome, row, bytes, to: &output)
    } else {
      appendLine(outcome.decision.rawValue, outcome.codes, outcome.shown, to: &output)
    }
    return nil
  }

  /// Appends the record of something that can't be read, at a line of the input.
  func append(
    error message: String, _ input: ArraySlice<UInt8>, line: Int, to output: inout [UInt8]
  ) {
    let input = input.prefix(BatchSettings.shownBytes)
    if let json { return json.append(error: message, input, line: line, to: &output) }
    if let table { return table.append(error: message, line: line, to: &output) }
    let text = Array(String(decoding: input, as: UTF8.self).utf8)
    appendLine("deny", "broken-record", text[...], to: &output)
  }

  /// Verdict, codes and text with tabs between; an LF in the text is written as a space.
  private func appendLine(
    _ verdict: String, _ codes: String, _ text: ArraySlice<UInt8>, to output: inout [UInt8]
  ) {
    output += "\(verdict)\t\(codes)\t".utf8
    let line = FieldForm.line.encoded(Array(text))
    LineEscapes.append(line[...], to: &output, return: #"\u000d"#)
    output.append(UInt8(ascii: "\n"))
  }
}
