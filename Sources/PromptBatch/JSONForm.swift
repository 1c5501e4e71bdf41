// Records of JSONL: what was given, and one member more.

internal import PromptCore
internal import PromptFiles
internal import PromptLint

/// What of a record is kept beside its prompt.
enum KeptParts {
  /// Nothing.
  case none
  /// It was a line.
  case line
  /// The members of an object in some bytes.
  case object(JSONRecord, [UInt8])
  /// The columns of a row.
  case row(CSVRows, [UInt8])
}

/// Writes records of JSONL.
struct JSONForm: Sendable {
  /// The name of the rule set.
  let rules: String
  let shape: CSVShape?
  /// Whether a record says nothing of those before it.
  let isStateless: Bool

  /// Appends the record of a prompt; returns where the number of an equal one belongs.
  func append(_ outcome: Outcome, _ kept: KeptParts, to output: inout [UInt8]) -> Int? {
    append(kept, outcome, to: &output)
    output += #""gate":{"verdict":""#.utf8
    output += outcome.decision.rawValue.utf8
    output += #"","prompt":"#.utf8
    append(outcome.prompt, to: &output)
    output += #","key":"#.utf8
    append(outcome.key, to: &output)
    output += #","jobs":"#.utf8
    JSONWriter.append(Int(clamping: outcome.jobs), to: &output)
    output += #","duplicateOf":"#.utf8
    let slot = output.count
    output += #"null,"rules":"#.utf8
    append(rules, to: &output)
    output += #","diagnostics":["#.utf8
    append(outcome.diagnostics, outcome, to: &output)
    output += #"],"refusal":"#.utf8
    append(outcome.refusal, to: &output)
    output += "}}\n".utf8
    return isStateless ? nil : slot
  }

  /// Appends the record of something that can't be read, at a line of the input.
  func append(
    error message: String, _ input: ArraySlice<UInt8>, line: Int, to output: inout [UInt8]
  ) {
    output += #"{"gate":{"verdict":"deny","error":{"line":"#.utf8
    if isStateless { output += "null".utf8 } else { JSONWriter.append(line, to: &output) }
    output += #","message":"#.utf8
    append(message, to: &output)
    output += #"},"input":"#.utf8
    append(String(decoding: input, as: UTF8.self), to: &output)
    output += "}}\n".utf8
  }
}

// MARK: Parts

extension JSONForm {
  /// What is kept, up to where the new member begins.
  private func append(_ kept: KeptParts, _ outcome: Outcome, to output: inout [UInt8]) {
    switch kept {
    case .none: output += "{".utf8
    case .line:
      output += #"{"prompt":""#.utf8
      JSONWriter.appendEscaped(
        outcome.source.isValidUTF8 ? outcome.given : outcome.shown, to: &output)
      output += "\",".utf8
    case .object(let object, let bytes):
      for piece in object.kept {
        LineEscapes.append(bytes[piece.indices], to: &output, return: " ")
      }
      if object.hasMembers { output += ",".utf8 }
    case .row(let row, _): append(row, to: &output)
    }
  }

  private func append(_ row: CSVRows, to output: inout [UInt8]) {
    output += "{".utf8
    for (index, name) in (shape?.columns ?? []).enumerated() {
      append(name, to: &output)
      output += ":".utf8
      append(row.content(index).map { $0.text.string(in: $0.range) } ?? "", to: &output)
      output += ",".utf8
    }
  }

  private func append(_ text: String?, to output: inout [UInt8]) {
    guard let text else { return output += "null".utf8 }
    output.append(UInt8(ascii: "\""))
    JSONWriter.appendEscaped(text, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private func append(_ found: [Diagnostic], _ outcome: Outcome, to output: inout [UInt8]) {
    for (index, finding) in found.enumerated() {
      output += (index == 0 ? #"{"code":""# : #",{"code":""#).utf8
      output += finding.rule.code.utf8
      output += #"","name":""#.utf8
      output += finding.rule.name.utf8
      output += #"","severity":""#.utf8
      output += finding.severity.name.utf8
      output += #"","category":"#.utf8
      append(finding.category, to: &output)
      output += #","message":"#.utf8
      append(finding.message, to: &output)
      append(finding.range, outcome, to: &output)
    }
  }

  /// A range in bytes and in UTF-16 from the beginning of the prompt on.
  private func append(_ range: ByteRange, _ outcome: Outcome, to output: inout [UInt8]) {
    let (start, end) = (range.start - outcome.range.start, range.end - outcome.range.start)
    append(#","range":{"start":"#, Int(start), Int(end), to: &output)
    let wide = Self.utf16Count(outcome.given.prefix(Int(start)))
    let length = Self.utf16Count(outcome.source.bytes[range.indices])
    append(#","rangeUTF16":{"start":"#, wide, wide + length, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private func append(_ opening: String, _ start: Int, _ end: Int, to output: inout [UInt8]) {
    output += opening.utf8
    JSONWriter.append(start, to: &output)
    output += #","end":"#.utf8
    JSONWriter.append(end, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private static func utf16Count(_ text: ArraySlice<UInt8>) -> Int {
    let bytes = text.span
    var (count, odd) = (0, UInt8(0))
    for index in bytes.indices { odd |= bytes[index] }
    if odd & .yes == 0 { return text.count }
    for index in bytes.indices {
      count &+= bytes[index] & 0xC0 == 0x80 ? 0 : bytes[index] >= 0xF0 ? 2 : 1
    }
    return count
  }

  private func append(_ refusal: GateRefusal?, to output: inout [UInt8]) {
    guard let refusal else { return output += "null".utf8 }
    output += #"{"name":""#.utf8
    output += refusal.name.utf8
    output += #"","message":"#.utf8
    append(refusal.message, to: &output)
    output += "}".utf8
  }
}
