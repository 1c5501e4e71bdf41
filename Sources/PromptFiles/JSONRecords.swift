// Reads JSONL: one object a line, the prompt in a string field of it.

import PromptCore

enum JSONRecords {
  /// The prompts of a JSONL file, each with a decoded text of its own.
  static func read(
    _ source: SourceText, field name: String
  ) -> ([PromptRecord], [FileProblem]) {
    var records: [PromptRecord] = []
    var problems: [FileProblem] = []
    for line in FileLines(source.bytes) where !source.bytes[line.range.indices].isBlank {
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
    let field = try promptField(name, &scanner)
    let string = try JSONString(decoding: field, of: source.bytes)
    let text = SourceText(string.bytes)
    return PromptRecord(
      text: text, range: text.range, line: line.number, suppressions: [],
      fileRange: field, form: .jsonString, lineStart: line.range.start, escapes: string.escapes)
  }

  private static func checkEncoding(
    _ line: FileLine, _ source: SourceText
  ) throws(JSONScanner.Failure) {
    let text = SourceText(Array(source.bytes[line.range.indices]))
    guard let invalid = text.firstInvalidRange else { return }
    let offset = Int(line.range.start + invalid.start)
    throw JSONScanner.Failure(offset: offset, message: "invalid UTF-8, which JSON does not allow")
  }

  /// Goes through the whole object and returns what stands between the quotes of its prompt.
  private static func promptField(
    _ name: String, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Failure) -> ByteRange {
    let start = scanner.nextOffset()
    guard scanner.take("{") else { throw scanner.failure("expected a JSON object") }
    var field: ByteRange?
    var isFirst = true
    while !scanner.take("}") {
      if !isFirst { try scanner.expect(",", "expected `,` or `}`") }
      isFirst = false
      let keyOffset = scanner.nextOffset()
      let isPrompt = try scanner.key(is: name)
      if isPrompt && field != nil {
        throw JSONScanner.Failure(offset: keyOffset, message: "a second field \"\(name)\"")
      }
      if isPrompt { field = try promptValue(name, &scanner) } else { try scanner.skipValue() }
    }
    try scanner.expectEnd()
    if let field { return field }
    throw JSONScanner.Failure(offset: start, message: "the object has no field \"\(name)\"")
  }

  private static func promptValue(
    _ name: String, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Failure) -> ByteRange {
    guard scanner.next() == UInt8(ascii: "\"") else {
      throw scanner.failure("the field \"\(name)\" is not a string")
    }
    return try scanner.string()
  }
}
