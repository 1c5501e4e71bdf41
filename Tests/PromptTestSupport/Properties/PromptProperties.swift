// What must hold of every prompt: tests and fuzzing ask the same questions.

public import PromptCore
internal import PromptFormat
internal import PromptLint
internal import PromptRules
internal import PromptScan

/// The properties of prompts. Each is nil where it holds, else says how it is broken.
public struct PromptProperties: Sendable {
  /// Who lints and fixes.
  public let judge: PromptJudge
  let normalizer: Normalizer
  /// The same linter, which asks every check.
  private let asking: Linter

  /// The properties by the rules of the repository.
  public init() throws {
    judge = try PromptJudge()
    normalizer = Normalizer(rules: judge.linter.rules)
    asking = judge.linter.askingAll
  }

  /// All of them in turn.
  public func all(_ source: SourceText) -> String? {
    syntax(source) ?? diagnostics(source) ?? fixes(source) ?? form(source) ?? expansion(source)
  }

  /// Diagnostics and what they point at lie inside the prompt, in order, and are the same when checks are
  /// asked that have nothing to look at.
  public func diagnostics(_ source: SourceText) -> String? {
    let found = judge.diagnostics(source)
    let ranges = found.map(\.range)
    let edits = found.flatMap(\.fixes).flatMap(\.edits).map(\.range)
    let notes = found.flatMap(\.notes).compactMap(\.range)
    if let outside = (ranges + edits + notes).first(where: { !source.range.contains($0) }) {
      return "\(outside) lies outside \(shown(source))"
    }
    guard zip(ranges, ranges.dropFirst()).allSatisfy({ $0.start <= $1.start }) else {
      return "diagnostics out of order: \(shown(source))"
    }
    var scratch = ScanScratch()
    return found == asking.lint(source, scratch: &scratch)
      ? nil : "another verdict when all checks are asked: \(shown(source))"
  }

  /// Fixes converge, write no character in the place of bytes they can't read, and what they made
  /// needs none. Where many slips hide one another, a second run of rounds may be needed.
  public func fixes(_ source: SourceText) -> String? {
    for lowest in [Applicability.safe, .unsafe] {
      var once = judge.fixed(source, accepting: lowest)
      let isLarge = once.applied.count > 300
      if !once.isStable { once = judge.fixed(once.source, accepting: lowest) }
      guard once.isStable else {
        if isLarge { continue }
        return "fixes go on (\(lowest)): \(shown(source)) → \(shown(once.source))"
      }
      let isBroken = source.isValidUTF8 && !once.source.isValidUTF8
      if isBroken || once.source.replacements > source.replacements {
        return "fixes broke the encoding: \(shown(source)) → \(shown(once.source))"
      }
      let twice = judge.fixed(once.source, accepting: lowest).source
      if twice != once.source { return "\(shown(once.source)) → \(shown(twice))" }
    }
    return nil
  }

  func shown(_ source: SourceText) -> String {
    String(source.string(in: source.range).prefix(300)).debugDescription
  }
}

extension SourceText {
  /// How often U+FFFD stands in the bytes.
  fileprivate var replacements: Int {
    bytes.indices.count { bytes[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
  }
}
