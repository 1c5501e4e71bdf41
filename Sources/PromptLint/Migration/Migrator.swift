// Rewrites prompts for another model: what it lacks is translated or dropped, and each change is named.

public import PromptCore
internal import PromptRules
public import PromptScan

/// One change that a migration made.
public struct MigrationChange: Hashable, Sendable {
  /// What was done, one line.
  public let message: String
  /// Why, or nil when the message says it all.
  public let reason: String?
  /// Whether the meaning was kept.
  public let applicability: Applicability
}

/// What became of a prompt.
public struct MigratedPrompt: Sendable {
  /// The new text.
  public let source: SourceText
  /// What was changed, in order.
  public let changes: [MigrationChange]
  /// What is still wrong with it for the new model.
  public let remaining: [Diagnostic]
}

/// Rewrites prompts for one model, by the fixes of the checks that know what the model lacks.
///
/// Names and values that are written in another way keep their meaning; the rest is translated where
/// the rules name a successor, moved to the nearest value, or dropped.
public struct Migrator: Sendable {
  private let before: Linter
  private let after: Linter
  private let model: Int

  /// A migrator to the model of that index; prompts that name none are read as `linter` reads them.
  public init(_ linter: Linter, to model: Int) {
    before = linter
    after = linter.judging(as: model)
    self.model = model
  }

  /// Rewrites the prompt in `range` of `source` (the whole source unless given); `skips` names
  /// diagnostics that must be left alone.
  ///
  /// - Complexity: O(n) for each of at most 20 rounds of fixes.
  public func migrate(
    _ source: SourceText, in range: ByteRange? = nil, scratch: inout ScanScratch,
    skipping skips: (Diagnostic) -> Bool = { _ in false }
  ) -> MigratedPrompt {
    let mended = FixApplier(before, accepting: .safe)
      .apply(to: source, in: range, scratch: &scratch, skipping: skips)
    let opening = opening(mended.source)
    let edits = opening.flatMap(\.edits)
    let moved = SourceText(FixApplier.edited(mended.source.bytes, edits))
    let fixed = FixApplier(after, accepting: .unsafe).apply(to: moved, scratch: &scratch) {
      skips($0) || !Self.isAboutModels($0)
    }
    let changes = mended.applied.compactMap(Self.change) + opening.map(\.change)
    return MigratedPrompt(
      source: fixed.source, changes: changes + fixed.applied.compactMap(Self.change),
      remaining: fixed.remaining)
  }

  /// Whether a finding is one that a change of the model can bring: values, models, partners, images.
  private static func isAboutModels(_ finding: Diagnostic) -> Bool {
    ["MJ203", "MJ3", "MJ4", "MJ507", "MJ508"].contains { finding.rule.matches($0) }
      || finding.fixes.first?.applicability == .safe
  }

  private static func change(_ finding: Diagnostic) -> MigrationChange? {
    finding.fixes.first.map {
      MigrationChange(
        message: $0.message, reason: finding.message, applicability: $0.applicability)
    }
  }
}

// MARK: The model, and names that mean something else in it

extension Migrator {
  private typealias Step = (change: MigrationChange, edits: [TextEdit])

  /// What no check finds: the model's own name, and parameters that change their meaning with it.
  private func opening(_ source: SourceText) -> [Step] {
    let context = LintContext(
      source, before.parse(source), before.rules, before.options, terms: ScanResult(),
      phrases: PhraseResult())
    return former(context) + naming(context)
  }

  private func former(_ context: borrowing LintContext) -> [Step] {
    var steps: [Step] = []
    for (parameter, spec) in context.knownParameters {
      guard let meaning = context.formerMeaning(parameter, spec),
        !(spec.formerly?.models.contains(ModelSet(index: model)) ?? false)
      else { continue }
      let size = PixelSize(context).flatMap { $0.isPart(parameter) ? $0.fix(context) : nil }
      let fix = size ?? FixIt("take it out", .unsafe, [context.removal(of: parameter)])
      let reason = "\(context.name(parameter)) meant \(meaning)"
      steps.append(
        (MigrationChange(message: fix.message, reason: reason, applicability: .unsafe), fix.edits))
    }
    return steps
  }

  /// The new model in place of the old one, or at the end.
  private func naming(_ context: borrowing LintContext) -> [Step] {
    let written = self.written(context)
    let named = context.prompt.parameters.filter { isModel($0, context) }
    if named.count == 1, context.text(named[0].range) == written { return [] }
    var edits = named.dropFirst().map { context.removal(of: $0) }
    if let first = named.first {
      edits.append(TextEdit(first.range, written))
    } else {
      let end = context.spaceStart(before: context.prompt.range.end)
      edits.append(TextEdit(ByteRange(end, context.prompt.range.end), " \(written)"))
    }
    let change = MigrationChange(
      message: "write `\(written)`", reason: nil,
      applicability: context.model.index == model ? .safe : .unsafe)
    return [(change, edits)]
  }

  private func isModel(_ parameter: Parameter, _ context: borrowing LintContext) -> Bool {
    guard let spec = context.spec(parameter) else {
      return parameter.isPermuted && context.model.index == nil
    }
    return ModelChoice.family(spec, context.rules.models) != nil
  }

  /// The parameter that names the new model.
  private func written(_ context: borrowing LintContext) -> String {
    let version = context.rules.models.models[model]
    switch version.family {
    case .v: return "--\(context.written("version")) \(version.value)"
    case .niji: return "--niji \(version.value)"
    case .test: return "--\(version.id)"
    }
  }
}
