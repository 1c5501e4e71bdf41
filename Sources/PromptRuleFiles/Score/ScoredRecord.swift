// A record of a table as the texts that are scored.

internal import PromptFiles

/// Reads a record by the names of its fields.
struct ScoredRecord {
  /// Why a record can't be scored.
  struct Failure: Error {
    static let unlabelled = "nothing says whether it should be flagged; say so with --expect"
    let message: String
  }

  private let record: FieldRecord
  private let grades: Set<String>

  /// A record of a file in which these columns hold grades.
  init(_ record: FieldRecord, grades: Set<String>) {
    self.record = record
    self.grades = grades
  }

  /// The fields that may hold the text, the first that is there counts.
  private static let textNames = ["text", "word", "match", "prompt", "1"]

  /// Whether these are names of columns.
  static func isHeader(_ names: [String]) -> Bool {
    names.contains { textNames.contains($0) && $0 != "1" }
  }

  /// The columns that hold grades: a severity, or one digit in every record.
  static func grades(of records: [FieldRecord]) -> Set<String> {
    let names = Set(records.flatMap(\.fields.keys))
    if names.contains("severity_description") { return ["severity_description"] }
    if names.contains("severity") { return ["severity"] }
    if names.contains("label") { return [] }
    return names.filter { name in
      !textNames.contains(name) && records.allSatisfy { isDigit($0.fields[name]) }
    }
  }

  private static func isDigit(_ values: [String]?) -> Bool {
    guard let text = values?.first?.utf8, text.count == 1 else { return false }
    return text.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// The texts; several where alternatives stand in one field, as `a|b`.
  func texts(_ expectation: ScoreExpectation?) -> Result<[ScoredText], Failure> {
    guard let name = Self.textNames.first(where: { record.fields[$0]?.count == 1 }),
      let text = record.fields[name]?.first
    else { return .failure(Failure(message: "a record without text")) }
    let found = label.map { $0 ?? isGradedUnsafe ?? expectation.map { $0 == .unsafe } }
    return found.flatMap { isUnsafe in
      guard let isUnsafe else { return .failure(Failure(message: Failure.unlabelled)) }
      let texts = name == "match" ? Self.alternatives(text) : [text]
      return .success(
        texts.map {
          ScoredText(
            text: $0, line: record.line, isUnsafe: isUnsafe, categories: categories,
            spans: spans(in: $0))
        })
    }
  }

  /// `a*b|c` as `ab` and `c`: a star stands where letters may be covered up.
  private static func alternatives(_ text: String) -> [String] {
    text.split(separator: "|").map { String($0.filter { $0 != "*" }) }
  }

  /// What `label` says; nil without one.
  private var label: Result<Bool?, Failure> {
    guard let label = record.fields["label"]?.first else { return .success(nil) }
    if label == "unsafe" { return .success(true) }
    if label.hasPrefix("safe") { return .success(false) }
    return .failure(Failure(message: "the label `\(label)` is neither safe nor unsafe"))
  }

  private var isGradedUnsafe: Bool? {
    let given = grades.compactMap { record.fields[$0]?.first }
    return given.isEmpty ? nil : given.contains { $0 != "0" }
  }

  private var categories: [String] {
    let named = record.fields.filter { $0.key.hasPrefix("categor") || $0.key == "tags" }
    let graded = grades.compactMap { name -> String? in
      guard let grade = record.fields[name]?.first, grade != "0", !grade.isEmpty else { return nil }
      let title = name.hasPrefix("severity") ? "severity" : name == "2" ? "grade" : name
      return "\(title) \(grade)"
    }
    return Set(named.values.joined().filter { !$0.isEmpty } + graded).sorted()
  }

  /// The offsets of Unicode scalars in `char_offsets` as runs of bytes.
  private func spans(in text: String) -> [Range<Int>]? {
    guard let listed = record.fields["char_offsets"] else { return nil }
    let offsets = Set(listed.compactMap { Int($0) })
    var spans: [Range<Int>] = []
    var start = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let end = start + UTF8.width(scalar)
      if offsets.contains(index) {
        if spans.last?.upperBound == start {
          spans[spans.count - 1] = spans[spans.count - 1].lowerBound..<end
        } else {
          spans.append(start..<end)
        }
      }
      start = end
    }
    return spans
  }
}
