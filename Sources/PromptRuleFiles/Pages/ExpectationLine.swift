// The lines below a prompt that point at it: carets, or a range of bytes.

internal import PromptCore

/// Where expectations stand.
public enum ExpectationNotation: Sendable {
  /// In a fence of a page, with escapes in the prompts: `      ^^^^ MJ203`.
  case page
  /// In a prompt file, as comments: `#     ^^^^ MJ203`. The `#` stands in column 0; where a caret
  /// follows it directly, it is the first caret.
  case file
}

/// A line that says one expectation: a place, a code, and a severity if that matters.
///
/// The place is a run of carets below the columns that are meant; `|` below the column where an empty
/// range lies; or `1..4`, in bytes, for what carets can't say (in a prompt file: a range that begins
/// in column 1, or one column or less at column 0).
struct ExpectationLine {
  enum Place {
    case columns(Range<Int>)
    case bytes(ByteRange)
  }

  let place: Place
  let code: String
  let severity: Severity?

  /// What `line` says; nil when it is no such line. An unreadable one is an error.
  init?(_ line: NumberedLine, _ notation: ExpectationNotation) throws(NotationError) {
    guard let text = Self.pointing(line.text, notation) else { return nil }
    let words = text.split(separator: " ")
    guard let first = words.first, let place = Self.place(first, after: text.prefix { $0 == " " })
    else { return nil }
    let isMark = words.count > 1 && Self.isCode(words[1])
    if !isMark, first.contains("^") {
      throw NotationError(line: line.number, message: "carets need a code, as in `^^^^ MJ203`")
    }
    guard isMark else { return nil }
    severity = words.count > 2 ? Severity(name: words[2]) : nil
    guard words.count == 2 || (words.count == 3 && severity != nil) else {
      throw NotationError(line: line.number, message: "only a severity may stand behind the code")
    }
    (self.place, code) = (place, String(words[1]))
  }

  /// The line with a space or a caret in the place of the `#`.
  private static func pointing(_ text: String, _ notation: ExpectationNotation) -> String? {
    guard notation == .file else { return text }
    guard text.hasPrefix("#") else { return nil }
    return (text.hasPrefix("#^") ? "^" : " ") + text.dropFirst()
  }

  private static func place(_ word: Substring, after indent: Substring) -> Place? {
    let column = indent.count
    if word == "|" { return .columns(column..<column) }
    if word.allSatisfy({ $0 == "^" }) { return .columns(column..<(column + word.count)) }
    guard let dots = word.firstRange(of: ".."), let start = Int(word[..<dots.lowerBound]),
      let end = Int(word[dots.upperBound...]), start <= end
    else { return nil }
    return .bytes(ByteRange(start, end))
  }

  private static func isCode(_ word: Substring) -> Bool {
    word.hasPrefix("MJ") && word.utf8.count == 5 && Int(word.dropFirst(2)) != nil
  }

  /// The expectation about a prompt; nil when the place doesn't lie in it.
  func expectation(about written: WrittenLine) -> ExpectedDiagnostic? {
    switch place {
    case .columns(let columns):
      written.range(of: columns).map { ExpectedDiagnostic(code, at: $0, severity: severity) }
    case .bytes(let range):
      range.end <= written.bytes.count
        ? ExpectedDiagnostic(code, at: range, severity: severity) : nil
    }
  }
}
