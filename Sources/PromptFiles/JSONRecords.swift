// Reads JSONL: one object a line, the prompt in a string field of it.

import PromptCore

enum JSONRecords {
  /// The prompts of a JSONL file, each with a decoded text of its own.
  static func read(
    _ source: SourceText, field name: String, _ firstLine: Int
  ) -> ([PromptRecord], [FileProblem]) {
    var records: [PromptRecord] = []
    var problems: [FileProblem] = []
    for line in FileLines(source.bytes, firstLine: firstLine)
    where !source.bytes[line.range.indices].isBlank {
      do {
        records.append(try record(line, source, name))
      } catch {
        let location = source.location(of: error.offset, in: line)
        problems.append(FileProblem(at: location, error.message))
      }
    }
    return (records, problems)
  }

  private static func record(
    _ line: FileLine, _ source: SourceText, _ name: String
  ) throws(JSONScanner.Failure) -> PromptRecord {
    if !source.isValidUTF8 { try checkEncoding(line, source) }
    var scanner = JSONScanner(source.bytes, in: line.range)
    let field = try JSONObject(&scanner, field: name).prompt
    let string = try JSONString(decoding: field, of: source.bytes)
    let text = SourceText(string.bytes)
    return PromptRecord(
      text: text, range: text.range, line: line.number, suppressions: [],
      fileRange: field, form: .jsonString, lineStart: line.range.start, escapes: string.escapes)
  }

  static func checkEncoding(
    _ line: FileLine, _ source: SourceText
  ) throws(JSONScanner.Failure) {
    let text = SourceText(Array(source.bytes[line.range.indices]))
    guard let invalid = text.firstInvalidRange else { return }
    let offset = Int(line.range.start + invalid.start)
    throw JSONScanner.Failure(offset: offset, message: "invalid UTF-8, which JSON does not allow")
  }
}
