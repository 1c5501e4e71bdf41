// A word file: one word or phrase a line, and comments that may say what holds for those below.

internal import PromptCore
internal import PromptFiles
internal import PromptRules
internal import YAML

/// Reads a word file.
///
/// Blank lines and lines that begin with `#` are no terms. A comment such as `# category: brand` or
/// `# weight: 2` holds for the terms below it, up to the next one of its kind.
struct PlainListFile {
  let path: String
  private var head: ListHead
  private var listing = TermListing()

  /// The file at a path; its name is the category of terms for which no comment says one.
  init(path: String) {
    self.path = path
    head = ListHead(path: path)
  }

  /// The terms of the file's bytes.
  ///
  /// - Complexity: O(n).
  mutating func read(
    _ source: SourceText, _ log: inout ProblemLog
  ) throws(RuleFileError) -> TermList {
    listing.reserve(source.bytes.count / 12)
    let bytes = source.bytes.span
    for line in FileLines(source.bytes) {
      let range = bytes.trimmed(line.range.indices)
      if range.isEmpty { continue }
      do throws(ListSpelling.Refusal) {
        if bytes[range.lowerBound] == UInt8(ascii: "#") {
          try readComment(try ListSpelling.text(bytes.extracting(range)))
        } else {
          add(try ListSpelling(bytes.extracting(range)), range.lowerBound, line, source, &log)
        }
      } catch {
        let offset = range.lowerBound + error.distance
        try log.report(
          RuleFileError(
            path: path, mark: source.mark(offset, in: line), message: error.message,
            remedy: error.remedy))
      }
    }
    return listing.list
  }

  private mutating func readComment(_ text: String) throws(ListSpelling.Refusal) {
    let parts = text.dropFirst().split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2 else { return }
    switch parts[0].lowercased() {
    case "category": head.category = parts[1]
    case "weight": head.weight = try ListHead.weight(parts[1])
    default: break
    }
  }

  private mutating func add(
    _ spelling: ListSpelling, _ offset: Int, _ line: FileLine, _ source: SourceText,
    _ log: inout ProblemLog
  ) {
    let term = head.term(spelling)
    guard let first = listing.add(term, hash: spelling.hash, line: line.number) else { return }
    log.warn {
      RuleFileError.double(
        spelling.text, of: first, path: path, mark: source.mark(offset, in: line))
    }
  }
}

extension RuleFileError {
  /// A term that stands in its list already.
  static func double(
    _ text: String, of first: (term: Term, line: Int), path: String, mark: Mark
  ) -> RuleFileError {
    RuleFileError(
      path: path, mark: mark,
      message: "`\(text)` is listed twice, first in line \(first.line), and counts once",
      kind: .duplicate, remedy: "remove one of the two; the heavier one counts")
  }
}

extension SourceText {
  /// The place of an offset in a line.
  func mark(_ offset: Int, in line: FileLine) -> Mark {
    let place = location(of: offset, in: line)
    return Mark(line: place.line, column: place.column, offset: offset)
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
