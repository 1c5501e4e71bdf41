// What flags texts: a profile of the rules, a list of words, or the predictions of another tool.

public import PromptCore
public import PromptRules
internal import PromptScan

/// Something that flags texts, a column of the table.
public struct ScoreJudge: Sendable {
  /// A part of a text that was flagged.
  struct Finding {
    let range: ByteRange
    let category: String
    let severity: Severity
  }

  /// The name in the table.
  public let name: String
  /// The severities from which on it flags, with a column each; nil for a judge without severities.
  public let thresholds: [Severity]?
  private let means: Means

  private enum Means {
    case terms(TermScanner, Profile?)
    case predictions([Bool])
  }

  /// The terms of a list that count in a profile, as `lint` finds them in the text of a prompt.
  public init(_ profile: Profile, of list: TermList) {
    name = profile.id
    thresholds = [.error, .warning]
    means = .terms(TermScanner(list.counting(in: profile)), profile)
  }

  /// The words and phrases of a plain file, one a line, each an error wherever it stands as whole words
  /// in letters of either case; tools with such lists see no disguises.
  public init(words bytes: [UInt8], named name: String) {
    self.name = name
    thresholds = nil
    let terms = ScoredFile.lines(bytes).map { line in
      Term(
        name: line.text, kind: .phrase, forms: [line.text.lowercased()], category: name,
        weight: .heavy, scopes: .text, reason: nil, replacement: nil, match: [], clean: [])
    }
    means = .terms(TermScanner(TermList(terms: terms), depth: .letterCase), nil)
  }

  /// What another tool said of each text, in order, file after file.
  public init(predictions: [Bool], named name: String) {
    self.name = name
    thresholds = nil
    means = .predictions(predictions)
  }

  /// How many predictions there are; nil for a judge that looks at texts itself.
  public var predictionCount: Int? {
    if case .predictions(let flags) = means { flags.count } else { nil }
  }

  /// Whether it says where and of which category what it found is.
  var hasCategories: Bool { thresholds != nil }
  var hasRanges: Bool { predictionCount == nil }

  /// What it finds in a text. A pattern that can't be decided is an error, as in `lint`.
  func findings(in text: SourceText, _ scratch: inout ScanScratch) -> [Finding] {
    guard case .terms(let scanner, let profile) = means else { return [] }
    var result = ScanResult()
    scanner.scan(text, in: text.range, scope: .text, scratch: &scratch, into: &result)
    let found = result.matches.compactMap { match -> Finding? in
      let term = scanner.list.terms[match.term]
      let severity = profile.map { $0.severity(of: term) } ?? .error
      return severity.map { Finding(range: match.range, category: term.category, severity: $0) }
    }
    let undecided = result.undecided.map { index in
      Finding(
        range: text.range, category: scanner.list.terms[index].category, severity: .error)
    }
    return found + undecided
  }

  /// What it said of the text of that number.
  func prediction(_ index: Int) -> Bool {
    if case .predictions(let flags) = means { flags[index] } else { false }
  }
}
