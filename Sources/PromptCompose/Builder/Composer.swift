// Drafts → prompts that are right for a model, or the reason why there is none.

public import PromptCore
public import PromptLint
public import PromptRules
public import PromptScan

/// A prompt that was composed: nothing in it is an error.
public struct ComposedPrompt: Hashable, Sendable {
  /// The prompt.
  public let text: String
  /// What is worth knowing of it: warnings and less.
  public let diagnostics: [Diagnostic]
}

/// Why a prompt can't be composed.
public struct CompositionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The prompt as it would be.
  public let text: String
  /// The findings of the checks that make it an error; their ranges are places of `text`.
  public let diagnostics: [Diagnostic]
  /// What isn't read as it was meant; nil when everything is.
  public let misreading: Misreading?

  /// What is wrong, one line for each finding.
  public var description: String {
    let misread = misreading.map { misreading in
      let place = SourceText(text).string(in: misreading.range)
      return ["\(misreading.message): `\(place)`"]
    }
    let findings = diagnostics.map { "\($0.rule.code) \($0.rule.name): \($0.message)" }
    return ((misread ?? []) + findings).joined(separator: "\n")
  }
}

/// Composes prompts for one model: a pure function of draft, rule set and options, usable from many
/// threads.
public struct Composer: Sendable {
  /// What judges the prompts.
  public let linter: Linter
  /// The model that prompts are composed for.
  public let model: ModelVersion

  /// A composer for a model; nil when the rule set doesn't have it.
  ///
  /// - Complexity: O(size of the sensitive lists).
  public init?(rules: RuleSet, model: ModelVersion, options: LintOptions) {
    guard let index = rules.models.index(id: model.id) else { return nil }
    var options = options
    options.model = index
    linter = Linter(rules: rules, options: options)
    self.model = model
  }

  /// Writes a draft for the model, whose name it puts behind the parameters unless the draft names
  /// one, and judges what it wrote.
  ///
  /// - Throws: `CompositionError` with the findings that are errors, such as a parameter that the model
  ///   lacks or a value that it doesn't take.
  /// - Complexity: O(n) in the prompt.
  public func compose(
    _ draft: PromptDraft, scratch: inout ScanScratch
  ) throws(CompositionError) -> ComposedPrompt {
    var writer = DraftWriter(rules: linter.rules)
    writer.write(draft, model: model)
    let source = SourceText(writer.writer.bytes)
    let prompt = linter.parse(source)
    let misreading = writer.writer.misreading(in: prompt)
    let found = linter.lint(prompt, of: source, scratch: &scratch)
    let text = source.string(in: source.range)
    let errors = found.filter { $0.severity >= .error }
    guard misreading == nil, errors.isEmpty else {
      throw CompositionError(text: text, diagnostics: errors, misreading: misreading)
    }
    return ComposedPrompt(text: text, diagnostics: found)
  }

  /// The same with memory of its own, for one prompt.
  public func compose(_ draft: PromptDraft) throws(CompositionError) -> ComposedPrompt {
    var scratch = ScanScratch()
    return try compose(draft, scratch: &scratch)
  }
}
