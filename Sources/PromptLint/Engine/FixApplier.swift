// Applies fixes: sorted, overlaps skipped, again until nothing changes.

public import PromptCore
public import PromptScan

/// What became of a prompt.
public struct FixedPrompt: Sendable {
  /// The new text.
  public let source: SourceText
  /// What is still wrong with it.
  public let remaining: [Diagnostic]
  /// The diagnostics whose fixes were applied, in the order of the rounds.
  public let applied: [Diagnostic]
  /// Whether nothing was left to apply within `FixApplier.maximumRounds`.
  public let isStable: Bool
}

/// Applies the fixes of a linter's diagnostics by a dull algorithm: sort, skip what overlaps,
/// rebuild once, lint again, at most ten times.
public struct FixApplier: Sendable {
  /// How often a prompt is linted again.
  public static let maximumRounds = 10

  private let linter: Linter
  private let lowest: Applicability

  /// An applier of the fixes that are at least as trustworthy as `lowest`.
  public init(_ linter: Linter, accepting lowest: Applicability) {
    self.linter = linter
    self.lowest = lowest
  }

  /// Fixes the prompt in `range` of `source` (the whole source unless given); `skips` names
  /// diagnostics that must be left alone.
  ///
  /// - Complexity: O(n) for each round.
  public func apply(
    to source: SourceText, in range: ByteRange? = nil, scratch: inout ScanScratch,
    skipping skips: (Diagnostic) -> Bool = { _ in false }
  ) -> FixedPrompt {
    var text = SourceText(Array(source.bytes[(range ?? source.range).indices]))
    var applied: [Diagnostic] = []
    var diagnostics = linter.lint(text, scratch: &scratch)
    for _ in 0..<Self.maximumRounds {
      let round = chosen(diagnostics.filter { !skips($0) })
      if round.isEmpty { break }
      text = SourceText(Self.edited(text.bytes, round.flatMap(\.edits)))
      applied += round.map(\.diagnostic)
      diagnostics = linter.lint(text, scratch: &scratch)
    }
    let isStable = chosen(diagnostics.filter { !skips($0) }).isEmpty
    return FixedPrompt(
      source: text, remaining: diagnostics, applied: applied, isStable: isStable)
  }

  private typealias Choice = (diagnostic: Diagnostic, edits: [TextEdit])

  /// The fixes of one round: the safe ones, and others only when no safe one is left, since a
  /// parameter that looks wrong may be right behind a mended space.
  private func chosen(_ diagnostics: [Diagnostic]) -> [Choice] {
    let safe = chosen(diagnostics, accepting: .safe)
    return safe.isEmpty && lowest < .safe ? chosen(diagnostics, accepting: lowest) : safe
  }

  /// The best acceptable fix of each diagnostic, without those that are in the way of one before.
  private func chosen(_ diagnostics: [Diagnostic], accepting lowest: Applicability) -> [Choice] {
    var chosen: [Choice] = []
    var taken: [Taken] = []
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fixes.first(where: { $0.applicability >= lowest }) else {
        continue
      }
      let wanted = fix.edits.map { Taken(range: $0.range, code: diagnostic.rule.code) }
      if wanted.contains(where: { edit in taken.contains { $0.excludes(edit) } }) { continue }
      taken += wanted
      chosen.append((diagnostic, fix.edits))
    }
    return chosen
  }

  /// A range that a fix changes, and the check that wants it.
  private struct Taken {
    let range: ByteRange
    let code: String

    /// Whether two edits can't be made in one round: they touch. Those of one check may, since they
    /// say the same of a run of characters, or put one text behind another at the same place.
    func excludes(_ other: Taken) -> Bool {
      if code == other.code { return range.overlaps(other.range) }
      return range.start <= other.range.end && other.range.start <= range.end
    }
  }

  /// The bytes after edits that don't overlap; insertions at one place keep their order.
  static func edited(_ bytes: [UInt8], _ edits: [TextEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var next = 0
    let ordered = edits.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    for edit in ordered {
      result += bytes[next..<Int(edit.range.start)]
      result += edit.replacement.utf8
      next = Int(edit.range.end)
    }
    return result + bytes[next...]
  }
}
