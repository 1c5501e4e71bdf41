// One prompt of a file, and the way from its bytes back to the file's.

public import PromptCore

/// One prompt of a prompt file.
public struct PromptRecord: Sendable {
  /// What the prompt's bytes stand in: the whole file, or the decoded string for JSONL and for CSV
  /// with doubled quotes.
  public let text: SourceText
  /// The prompt's bytes in `text`.
  public let range: ByteRange
  /// The line of the file on which the prompt begins, from 1.
  public let line: Int
  /// The suppressions written above the prompt, in order; always empty but in files of lines.
  public let suppressions: [Suppression]

  /// The prompt's bytes in the file; in quotes what stands between them, still escaped.
  let fileRange: ByteRange
  /// How the file holds the prompt.
  let form: FieldForm
  /// The offset in the file at which the line begins, past a byte order mark.
  let lineStart: UInt32
  /// The escapes of a JSON string, or the doubled quotes of a CSV field, in order.
  let escapes: [DecodedEscape]

  init(
    text: SourceText, range: ByteRange, line: Int, suppressions: [Suppression],
    fileRange: ByteRange, form: FieldForm, lineStart: UInt32, escapes: [DecodedEscape]
  ) {
    self.text = text
    self.range = range
    self.line = line
    self.suppressions = suppressions
    self.fileRange = fileRange
    self.form = form
    self.lineStart = lineStart
    self.escapes = escapes
  }

  /// The prompt that a whole source is.
  init(whole source: SourceText) {
    self.init(
      text: source, range: source.range, line: 1, suppressions: [], fileRange: source.range,
      form: .whole, lineStart: 0, escapes: [])
  }

  /// Whether a suppression above the prompt keeps a rule quiet.
  public func suppresses(_ rule: RuleMetadata) -> Bool {
    suppressions.contains { $0.covers(rule) }
  }

  /// The prompt's own bytes.
  ///
  /// - Complexity: O(1), a slice.
  public var bytes: ArraySlice<UInt8> { text.bytes[range.indices] }

  /// The offset in the file of an offset into `text`, held to the prompt's range.
  ///
  /// An offset inside what an escape stands for is the escape's own beginning.
  ///
  /// - Complexity: O(log escapes).
  func fileOffset(of offset: UInt32) -> UInt32 {
    let offset = min(max(offset, range.start), range.end)
    guard let escape = lastEscape(notAfter: offset) else {
      return fileRange.start + (offset - range.start)
    }
    if offset < escape.decodedEnd { return escape.fileStart }
    return escape.fileEnd + (offset - escape.decodedEnd)
  }

  private func lastEscape(notAfter offset: UInt32) -> DecodedEscape? {
    let next = escapes.partitionPoint { $0.decodedStart > offset }
    return next == 0 ? nil : escapes[next - 1]
  }
}

/// An escape of a JSON string or a doubled quote: where it stands in the file and what it became.
struct DecodedEscape: Hashable, Sendable, BitwiseCopyable {
  let decodedStart: UInt32
  let fileStart: UInt32
  let decodedCount: UInt8
  let fileCount: UInt8

  var decodedEnd: UInt32 { decodedStart + UInt32(decodedCount) }
  var fileEnd: UInt32 { fileStart + UInt32(fileCount) }
}
