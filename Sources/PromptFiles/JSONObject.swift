// One JSON object: where its prompt stands, and what of it is kept when a member is put in.

package import PromptCore

/// An object that a scanner went through.
struct JSONObject {
  /// What stands between the quotes of the prompt.
  private(set) var prompt = ByteRange(at: 0)
  /// The object without its closing brace and without the members that are left out.
  private(set) var kept: [ByteRange] = []
  /// Whether anything stands between the braces that is kept.
  private(set) var hasMembers = false

  /// Goes through a whole object, the prompt in its member `field`, and leaves members called
  /// `other` out.
  ///
  /// - Throws: at the first mistake; an object has one prompt, which is a string.
  init(
    _ scanner: inout JSONScanner, field name: String, without other: String? = nil
  ) throws(JSONScanner.Failure) {
    let start = scanner.nextOffset()
    guard scanner.take("{") else { throw scanner.failure("expected a JSON object") }
    var (pieceStart, valueEnd) = (start, scanner.offset)
    var field: ByteRange?
    var isFirst = true
    while !scanner.take("}") {
      if !isFirst { try scanner.expect(",", "expected `,` or `}`") }
      if !isFirst, !hasMembers { pieceStart = scanner.offset }
      isFirst = false
      let keyOffset = scanner.nextOffset()
      let key = try scanner.key()
      if let other, scanner.isName(key, other) {
        keep(pieceStart, valueEnd)
        try scanner.skipValue()
        pieceStart = scanner.offset
        continue
      }
      if scanner.isName(key, name) {
        if field != nil {
          throw JSONScanner.Failure(offset: keyOffset, message: "a second field \"\(name)\"")
        }
        field = try Self.promptValue(name, &scanner)
      } else {
        try scanner.skipValue()
      }
      (hasMembers, valueEnd) = (true, scanner.offset)
    }
    keep(pieceStart, scanner.offset - 1)
    try scanner.expectEnd()
    guard let field else {
      throw JSONScanner.Failure(offset: start, message: "the object has no field \"\(name)\"")
    }
    prompt = field
  }

  private mutating func keep(_ start: Int, _ end: Int) {
    if start < end { kept.append(ByteRange(start, end)) }
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

/// An object on a line of JSONL, for those who put a member of their own at its end.
package struct JSONRecord {
  /// The prompt, its escapes decoded.
  package let prompt: SourceText
  /// The object in its file without the closing brace and without the member that is left out.
  package let kept: [ByteRange]
  /// Whether another member stands before one that is put at the end.
  package let hasMembers: Bool

  /// Reads the object on a line of a file; `other` is the member that is left out.
  package init(
    _ line: FileLine, of source: SourceText, field: String, without other: String
  ) throws(FileProblem) {
    do throws(JSONScanner.Failure) {
      if !source.isValidUTF8 { try JSONRecords.checkEncoding(line, source) }
      var scanner = JSONScanner(source.bytes, in: line.range)
      let object = try JSONObject(&scanner, field: field, without: other)
      prompt = SourceText(try JSONString(decoding: object.prompt, of: source.bytes).bytes)
      (kept, hasMembers) = (object.kept, object.hasMembers)
    } catch {
      throw FileProblem(at: source.location(of: error.offset, in: line), error.message)
    }
  }
}
