// Texts with what should become of them: labelled texts, graded word lists, plain word files.

internal import PromptCore
internal import PromptFiles

/// A text that should be flagged or stay clean.
public struct ScoredText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The line of its file, from 1.
  public let line: Int
  /// Whether it should be flagged.
  public let isUnsafe: Bool
  /// What it is, in the words of its file: categories, and grades as `severity 3`.
  public let categories: [String]
  /// The bytes that make it unsafe, in order; nil when the file doesn't say.
  public let spans: [Range<Int>]?
}

/// What plain lines are, and records that don't say.
public enum ScoreExpectation: String, CaseIterable, Sendable {
  /// Each should be flagged.
  case unsafe
  /// Each should stay clean.
  case safe
}

/// The texts of a file.
public struct ScoredFile: Sendable {
  /// The file as it was named.
  public let path: String
  /// Its texts in order.
  public let texts: [ScoredText]
  /// What could not be read, in order, as `line: what is wrong`.
  public let problems: [String]

  /// Reads a file by the ending of its name: records of .jsonl, .json, .csv and .tsv, else lines.
  ///
  /// A record is labelled (`label`), or graded (`severity…`, or columns of digits): then a text whose
  /// grades are all 0 is safe. Others are what is expected, and so are lines; blank ones are left out.
  ///
  /// - Complexity: O(n).
  public init(path: String, bytes: [UInt8], expecting expectation: ScoreExpectation?) {
    self.path = path
    let endings = [".jsonl", ".ndjson", ".json", ".csv", ".tsv"]
    if endings.contains(where: path.lowercased().hasSuffix) {
      let table = FieldRecords(path: path, bytes: bytes, isHeader: ScoredRecord.isHeader)
      let grades = ScoredRecord.grades(of: table.records)
      let read = table.records.map { ScoredRecord($0, grades: grades).texts(expectation) }
      texts = read.flatMap { (try? $0.get()) ?? [] }
      let unread = zip(table.records, read).compactMap { record, result -> String? in
        if case .failure(let error) = result { "\(record.line): \(error.message)" } else { nil }
      }
      problems = table.problems.map { "\($0.location.line): \($0.message)" } + unread
    } else {
      let lines = Self.lines(bytes)
      texts = lines.map { line in
        ScoredText(
          text: line.text, line: line.number, isUnsafe: expectation != .safe, categories: [],
          spans: nil)
      }
      problems =
        expectation == nil && !lines.isEmpty ? ["1: \(ScoredRecord.Failure.unlabelled)"] : []
    }
  }

  /// The lines of a file of words that are not blank, without white space around them.
  static func lines(_ bytes: [UInt8]) -> [(number: Int, text: String)] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let blanks = Set(" \t\r".utf8)
    return lines.enumerated().compactMap { index, line in
      let start = line.drop { blanks.contains($0) }
      let end = start.lastIndex { !blanks.contains($0) }
      return end.map { (index + 1, String(decoding: start[...$0], as: UTF8.self)) }
    }
  }
}
