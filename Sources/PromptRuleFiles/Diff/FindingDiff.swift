// What two rule sets make of the same prompts, for `mjprompt rules diff --corpus`.

public import PromptCore
public import PromptFiles
internal import PromptLint
public import PromptRules
internal import PromptScan

/// The findings that only one of two rule sets has.
public struct FindingDiff: Sendable {
  /// A finding that only one rule set has.
  public struct Item: Hashable, Sendable {
    /// Whether the new rules have it; else the old ones.
    public let isNew: Bool
    /// The finding.
    public let diagnostic: Diagnostic
    /// The place in the file.
    public let location: SourceLocation
    /// The bytes of the prompt that are meant, from its beginning.
    public let range: ByteRange
  }

  /// The findings by place.
  public private(set) var items: [Item] = []
  /// How many prompts were judged.
  public let promptCount: Int
  /// How many prompts are judged differently.
  public private(set) var changedCount = 0

  /// Judges every prompt of a file by both rule sets.
  ///
  /// A finding is the same when code, place and severity are.
  ///
  /// - Complexity: O(n) in the prompts.
  public init(
    from old: RuleSet, to new: RuleSet, file: PromptFile, asOf day: Day, target: String? = nil
  ) {
    let (before, after) = (Self.linter(old, day, target), Self.linter(new, day, target))
    promptCount = file.records.count
    var scratch = ScanScratch()
    for record in file.records {
      let first = before.lint(record.text, in: record.range, scratch: &scratch)
      let second = after.lint(record.text, in: record.range, scratch: &scratch)
      add(first, second, record, file)
    }
  }

  private static func linter(_ rules: RuleSet, _ day: Day, _ target: String?) -> Linter {
    var options = LintOptions(asOf: day)
    options.target = target ?? options.target
    return Linter(rules: rules, options: options)
  }

  private mutating func add(
    _ old: [Diagnostic], _ new: [Diagnostic], _ record: PromptRecord, _ file: PromptFile
  ) {
    let (before, after) = (Set(old.map(Place.init)), Set(new.map(Place.init)))
    let lost = old.filter { !after.contains(Place($0)) }.map { (false, $0) }
    let gained = new.filter { !before.contains(Place($0)) }.map { (true, $0) }
    if !lost.isEmpty || !gained.isEmpty { changedCount += 1 }
    var places = file.locations(in: record)
    for (isNew, finding) in (lost + gained) {
      items.append(
        Item(
          isNew: isNew, diagnostic: finding, location: places.location(of: finding.range.start),
          range: ByteRange(
            Int(finding.range.start - record.range.start),
            Int(finding.range.end - record.range.start))))
    }
  }

  private struct Place: Hashable {
    let code: String
    let range: ByteRange
    let severity: Severity

    init(_ diagnostic: Diagnostic) {
      (code, range, severity) = (diagnostic.rule.code, diagnostic.range, diagnostic.severity)
    }
  }

  /// For each code that differs how often it fires newly and no longer, by code.
  public var counts: [(code: String, name: String, added: Int, removed: Int)] {
    let rules = Dictionary(items.map { ($0.diagnostic.rule.code, $0.diagnostic.rule.name) }) {
      first, _ in first
    }
    return rules.sorted { $0.key < $1.key }.map { code, name in
      let own = items.filter { $0.diagnostic.rule.code == code }
      return (code, name, own.count(where: \.isNew), own.count { !$0.isNew })
    }
  }
}
