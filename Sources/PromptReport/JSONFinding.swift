// The fields of one finding in JSON.

import PromptCore
import PromptFiles

/// A diagnostic with its places worked out.
///
/// Ranges count from the start of the prompt, not of the file: in bytes and in UTF-16 code units.
struct JSONFinding {
  private let diagnostic: Diagnostic
  private let path: String
  private let base: UInt32
  private let promptLine: Int
  private let start: SourceLocation
  private let end: SourceLocation
  private let utf16: Range<Int>

  init(
    _ diagnostic: Diagnostic, in record: PromptRecord, path: String,
    _ places: inout LocationCursor, _ counter: inout ScalarCounter
  ) {
    self.diagnostic = diagnostic
    self.path = path
    base = record.range.start
    promptLine = record.line
    start = places.location(of: diagnostic.range.start)
    end = places.location(of: diagnostic.range.end)
    counter.move(to: diagnostic.range.start)
    let first = counter.utf16
    counter.move(to: diagnostic.range.end)
    utf16 = first..<max(first, counter.utf16)
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    writePlaces(to: &json)
    writeJudgement(to: &json)
    writeNotes(to: &json)
    writeFixes(to: &json)
    json.endObject()
  }

  private func writePlaces(to json: inout JSONWriter) {
    json.member("path", path)
    json.member("line", start.line)
    json.member("column", start.column)
    json.member("utf8Column", start.utf8Column)
    json.member("endLine", end.line)
    json.member("endColumn", end.column)
    json.member("promptLine", promptLine)
    json.key("range")
    write(diagnostic.range, to: &json)
    json.key("rangeUTF16")
    json.beginObject()
    json.member("start", utf16.lowerBound)
    json.member("end", utf16.upperBound)
    json.endObject()
  }

  private func writeJudgement(to json: inout JSONWriter) {
    json.member("code", diagnostic.rule.code)
    json.member("name", diagnostic.rule.name)
    json.member("severity", diagnostic.severity.name)
    json.member("message", diagnostic.message)
    json.member("help", diagnostic.help)
  }

  private func writeNotes(to json: inout JSONWriter) {
    json.key("notes")
    json.beginArray()
    for note in diagnostic.notes {
      json.beginObject()
      json.member("message", note.message)
      json.key("range")
      if let range = note.range { write(range, to: &json) } else { json.null() }
      json.endObject()
    }
    json.endArray()
  }

  private func writeFixes(to json: inout JSONWriter) {
    json.key("fixes")
    json.beginArray()
    for fix in diagnostic.fixes {
      json.beginObject()
      json.member("message", fix.message)
      json.member("applicability", fix.applicability.name)
      json.key("edits")
      json.beginArray()
      for edit in fix.edits { write(edit.range, replacement: edit.replacement, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func write(
    _ range: ByteRange, replacement: String? = nil, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("start", max(range.start, base) - base)
    json.member("end", max(range.end, base) - base)
    if let replacement { json.member("replacement", replacement) }
    json.endObject()
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  mutating func member(_ name: String, _ number: some BinaryInteger) {
    key(name)
    value(number)
  }
}
