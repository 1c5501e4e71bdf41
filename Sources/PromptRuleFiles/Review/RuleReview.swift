// Every problem of a rule folder at once, for `mjprompt rules validate`.

internal import PromptRules
internal import YAML

/// Looks through a rule folder: form, names, contradictions, duplicates, dead entries, what is missing.
public struct RuleReview: Sendable {
  /// What is wrong, by file and place.
  public let problems: [RuleFileError]
  /// What is odd but does no harm, by file and place.
  public let warnings: [RuleFileError]
  /// How many entries were read.
  public let entryCount: Int
  /// The patterns of the sensitive lists.
  public let patterns: [PatternReport]

  /// Reads and reviews the folder at `path`.
  ///
  /// What only all facts together can tell is asked when the fact files can be read entirely.
  ///
  /// - Parameter effort: What is tried on each pattern.
  /// - Complexity: O(size of the folder); each term and each innocent text is scanned once or twice.
  public init(folder path: String, effort: PatternEffort = .probes) {
    var log = ProblemLog(isPatient: true, keepsWarnings: true)
    // A patient log throws nothing.
    let entries = (try? RuleFolder(path).read(&log)) ?? RuleEntries(folder: path)
    var problems = log.problems
    if !problems.contains(where: { Self.isFact($0.path, in: path) }) {
      problems += RuleCrossCheck(entries).problems + ModelReview.problems(entries)
      problems += ParameterReview(entries).problems + SourceReview(entries).problems
    }
    let terms = SensitiveReview(entries, effort)
    problems += terms.problems
    problems += ProfileReview(entries).problems
    problems += PageReview(entries).problems
    self.problems = problems.sorted(by: Self.isBefore)
    warnings = (log.warnings + terms.warnings).sorted(by: Self.isBefore)
    (entryCount, patterns) = (entries.count, terms.patterns.reports)
  }

  /// Reads and reviews a list of terms, without the rules that it will be added to.
  ///
  /// - Complexity: O(size of the file).
  public init(list path: String, effort: PatternEffort = .probes) {
    var log = ProblemLog(isPatient: true, keepsWarnings: true)
    var entries = RuleEntries(folder: path)
    // A patient log throws nothing.
    try? ListFile(path: path).read(into: &entries, &log)
    let terms = SensitiveReview(entries, effort)
    problems = (log.problems + terms.problems).sorted(by: Self.isBefore)
    warnings = (log.warnings + terms.warnings).sorted(by: Self.isBefore)
    (entryCount, patterns) = (entries.count, terms.patterns.reports)
  }

  private static func isFact(_ path: String, in folder: String) -> Bool {
    ["sensitive/", "lint/"].allSatisfy { !path.hasPrefix("\(folder)/\($0)") }
  }

  private static func isBefore(_ left: RuleFileError, _ right: RuleFileError) -> Bool {
    (left.path, left.mark?.line ?? 0, left.column) < (
      right.path, right.mark?.line ?? 0, right.column
    )
  }
}

/// All that is asked of sensitive lists.
private struct SensitiveReview {
  let patterns: PatternReview
  let problems: [RuleFileError]
  let warnings: [RuleFileError]

  /// What never counts is asked when all patterns can be used.
  init(_ entries: RuleEntries, _ effort: PatternEffort) {
    patterns = PatternReview(entries, effort)
    let dead = patterns.problems.isEmpty ? DeadTerms(entries) : nil
    problems = patterns.problems + TermReview(entries).problems + (dead?.problems ?? [])
    warnings = patterns.warnings + (dead?.shadowed ?? [])
  }
}

extension RuleFileError {
  /// What to do: the remedy, or where the fields are listed.
  public func advice(in folder: String) -> String {
    if let remedy { return remedy }
    guard let kind = kind(in: folder) else { return "a rule folder is laid out like rules/" }
    return "`mjprompt schema \(kind.rawValue)` lists the fields and their values"
  }

  /// The kind of the file, where `folder` is a rule folder or the file itself.
  private func kind(in folder: String) -> RuleFileKind? {
    if path == folder, case .yaml? = ListFile.form(path) { return .sensitive }
    guard path.hasPrefix(folder + "/") else { return nil }
    return RuleFileKind(pathInFolder: String(path.dropFirst(folder.utf8.count + 1)))
  }
}

extension RuleEntries {
  /// How many entries there are.
  var count: Int {
    let facts = [
      models.count, features.count, parameters.count, targets.count, plans.count, profiles.count,
      obstacles.count, signatures.count,
    ]
    let others = [words.count, sources.count, terms.count, allow.count, pages.count]
    let listed = lists.map { $0.terms.count + $0.allow.count }
    return (facts + others + listed).reduce(0, +)
  }
}

/// Things that stand twice: tells each later one where the first is.
struct Doubles {
  private var places: [String: String] = [:]

  /// The place of the first thing of that name, if this is not the first.
  mutating func firstPlace<Value>(of name: String, _ entry: Located<Value>) -> String? {
    let place = "\(entry.path):\(entry.node.mark.line)"
    if let first = places[name] { return first }
    places[name] = place
    return nil
  }
}
