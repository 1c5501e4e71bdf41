// The form of the output: one record out for one record in.

internal import PromptCore
internal import PromptFiles
internal import PromptLint

/// Writes records in the form that is wanted.
struct RecordForm: Sendable {
  private let json: JSONForm?
  private let table: TableForm?
  private let isStateless: Bool

  /// The form that is asked for; `shape` is that of the table that is read, if one is.
  init(_ settings: BatchSettings, rules: String, shape: CSVShape?) {
    let (format, isStateless) = (settings.output, settings.isStateless)
    self.isStateless = isStateless
    json = format == .jsonl ? JSONForm(rules: rules, shape: shape, isStateless: isStateless) : nil
    table =
      format == .csv || format == .tsv
      ? shape.map { TableForm($0, isStateless: isStateless) } : nil
  }

  /// What stands before the first record.
  var header: [UInt8] { table?.header ?? [] }

  /// Whether equal records are named.
  var namesEqualRecords: Bool { json != nil && !isStateless }

  /// Appends the record of a prompt.
  func append(_ outcome: Outcome, _ kept: KeptParts, to output: inout [UInt8]) -> JudgedRecord.Slot
  {
    if let json { return json.append(outcome, kept, to: &output) }
    if let table, case .row(let row, let bytes) = kept {
      table.append(outcome, row, bytes, to: &output)
    } else {
      appendLine(outcome.decision.rawValue, outcome.codes, outcome.shown, to: &output)
    }
    return .none
  }

  /// Appends the record of something that can't be read, at a line of the block.
  func append(
    error message: String, _ input: ArraySlice<UInt8>, line: Int, to output: inout [UInt8]
  ) -> JudgedRecord.Slot {
    let input = input.prefix(BatchSettings.shownBytes)
    let slot =
      json?.append(error: message, input, to: &output)
      ?? table?.append(error: message, to: &output)
    if let slot { return isStateless ? .none : .line(slot, line) }
    let text = Array(String(decoding: input, as: UTF8.self).utf8)
    appendLine("deny", "broken-record", text[...], to: &output)
    return .none
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
