// The last line of text output.

public import PromptCore
import PromptFiles

/// Counts of a whole run.
public struct Summary: Hashable, Sendable {
  /// The prompts that were checked.
  public private(set) var prompts = 0
  /// The prompts with at least one finding.
  public private(set) var promptsWithFindings = 0
  /// The findings whose best fix is safe.
  public private(set) var safelyFixable = 0
  /// The findings whose best fix is unsafe.
  public private(set) var unsafelyFixable = 0
  private var counts: [Severity: Int] = [:]

  /// A summary of nothing yet.
  public init() {}

  /// The number of findings of a severity.
  public func count(of severity: Severity) -> Int { counts[severity] ?? 0 }

  /// The most severe finding so far, or nil when there is none.
  public var worst: Severity? { counts.keys.max() }

  /// Counts a file's prompts and findings.
  ///
  /// - Complexity: O(prompts + findings).
  public mutating func add(_ file: ReportedFile) {
    prompts += file.file.records.count
    for (_, diagnostics) in file.findings {
      promptsWithFindings += 1
      for diagnostic in diagnostics {
        counts[diagnostic.severity, default: 0] += 1
        if diagnostic.bestFix == .safe { safelyFixable += 1 }
        if diagnostic.bestFix == .unsafe { unsafelyFixable += 1 }
      }
    }
  }

  /// One sentence, such as "Found 2 errors in 1 of 3 prompts; 1 can be fixed with --fix."
  public var text: String {
    if prompts == 0 { return "No prompts found." }
    if promptsWithFindings == 0 {
      return "\(prompts) \(prompts == 1 ? "prompt" : "prompts"), nothing to report."
    }
    let found = Severity.allCases.reversed().compactMap { phrase($0) }
    let place = "\(promptsWithFindings) of \(prompts) \(prompts == 1 ? "prompt" : "prompts")"
    return "Found \(Self.list(found)) in \(place)\(fixes)."
  }

  private func phrase(_ severity: Severity) -> String? {
    let count = count(of: severity)
    if count == 0 { return nil }
    let word = severity == .information ? "information message" : severity.name
    return "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private var fixes: String {
    switch (safelyFixable, unsafelyFixable) {
    case (0, 0): ""
    case (let safe, 0): "; \(safe) can be fixed with --fix"
    case (0, let more): "; \(more) can be fixed with --unsafe-fixes"
    case (let safe, let more):
      "; \(safe) can be fixed with --fix, \(more) more with --unsafe-fixes"
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
