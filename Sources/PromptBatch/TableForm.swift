// Rows of CSV and TSV: the columns that were given, and six more.

internal import PromptCore
internal import PromptFiles
internal import PromptLint

/// Writes rows.
struct TableForm: Sendable {
  private let shape: CSVShape
  /// The columns that are kept; those of an earlier run are not.
  private let kept: [Int]
  /// Whether a row says nothing of those before it.
  private let isStateless: Bool

  /// The columns that are added.
  static let columns = [
    "gate_verdict", "gate_codes", "gate_prompt", "gate_key", "gate_jobs", "gate_error",
  ]

  init(_ shape: CSVShape, isStateless: Bool) {
    self.shape = shape
    self.isStateless = isStateless
    kept = shape.columns.indices.filter { !Self.columns.contains(shape.columns[$0]) }
  }

  /// The header.
  var header: [UInt8] {
    var output: [UInt8] = []
    for column in kept {
      LineEscapes.append(shape.written[column][...], to: &output)
      output.append(shape.delimiter)
    }
    output += Self.columns.map { Array($0.utf8) }.joined(separator: [shape.delimiter])
    return output + [UInt8(ascii: "\n")]
  }

  /// Appends the row of a prompt.
  func append(_ outcome: Outcome, _ row: CSVRows, _ bytes: [UInt8], to output: inout [UInt8]) {
    for column in kept {
      if let field = row.written(column) { LineEscapes.append(bytes[field.indices], to: &output) }
      output.append(shape.delimiter)
    }
    append(outcome.decision.rawValue, to: &output)
    append(outcome.codes, to: &output)
    append(outcome.prompt ?? "", to: &output)
    append(outcome.key ?? "", to: &output)
    append("\(Int(clamping: outcome.jobs))", to: &output)
    append(outcome.refusal?.message ?? "", to: &output, isLast: true)
  }

  /// Appends a row without columns of its own, of something that can't be read at a line of the input.
  func append(error message: String, line: Int, to output: inout [UInt8]) {
    output += repeatElement(shape.delimiter, count: kept.count)
    append("deny", to: &output)
    append("broken-record", to: &output)
    for _ in 0..<3 { append("", to: &output) }
    output += "\"".utf8
    if !isStateless { output += "line \(line): ".utf8 }
    let quoted = FieldForm.csvField(delimiter: shape.delimiter, isQuoted: true)
    LineEscapes.append(quoted.encoded(Array(message.utf8))[...], to: &output)
    output += "\"\n".utf8
  }

  private func append(_ text: String, to output: inout [UInt8], isLast: Bool = false) {
    let form = FieldForm.csvField(delimiter: shape.delimiter, isQuoted: false)
    if !text.isEmpty {
      LineEscapes.append(form.encoded(Array(text.utf8))[...], to: &output)
    }
    output.append(isLast ? UInt8(ascii: "\n") : shape.delimiter)
  }
}
