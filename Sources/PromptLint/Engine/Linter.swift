// Source → diagnostics: parse, scan, ask the rules that have something to look at.

public import PromptCore
public import PromptRules
public import PromptScan

/// Judges prompts: a pure function of prompt, rule set and options, usable from many threads.
public struct Linter: Sendable {
  /// The facts that prompts are judged by, without the terms that don't count in the profile.
  public let rules: RuleSet
  /// The caller's choices.
  public private(set) var options: LintOptions
  private let scanner: TermScanner?
  private let phrases: PhraseIndex?
  private let checks: [any Rule]
  /// For each check what it looks at.
  private var filters: [CheckFilter]
  private let traits: ParameterTraits

  /// A linter for a rule set.
  ///
  /// - Complexity: O(size of the sensitive lists).
  public init(rules: RuleSet, options: LintOptions) {
    var rules = rules
    if let profile = rules.profile(options.profile) {
      rules.terms = rules.terms.counting(in: profile)
    }
    self.rules = rules
    self.options = options
    let enabled = RuleCatalog.all.filter {
      options.isEnabled($0.metadata) && $0.isOfUse(rules, options)
    }
    let needsTerms = enabled.contains { $0.interest.structure.contains(.terms) }
    var terms = rules.terms
    terms += TermList(allow: options.allowedText.map { AllowRule(text: $0, reason: nil) })
    scanner = needsTerms ? TermScanner(terms) : nil
    let names = Set(enabled.flatMap(\.interest.words))
    let index = PhraseIndex(rules.words.filter { names.contains($0.name) })
    phrases = names.isEmpty ? nil : index
    checks = enabled
    filters = enabled.map { CheckFilter($0.interest, index, rules) }
    traits = ParameterTraits(rules)
  }

  /// The same linter, taking prompts that name no model for ones of the model of that index.
  func judging(as model: Int) -> Linter {
    var linter = self
    linter.options.model = model
    return linter
  }

  /// The same linter, which asks every check of every prompt: slower, and of the same opinion.
  package var askingAll: Linter {
    var linter = self
    linter.filters = checks.map { CheckFilter(asking: $0.interest) }
    return linter
  }

  /// The prompt in `range` of `source` (the whole source unless given), parsed.
  public func parse(_ source: SourceText, in range: ByteRange? = nil) -> Prompt {
    Parser.parse(source, in: range, vocabulary: rules.parameters.vocabulary)
  }

  /// How many of the prompts that `{…}` groups stand for are linted; a prompt that stands for more
  /// is judged as it is written. This bounds work and says nothing about what a service takes.
  public static let maximumExpansions: UInt64 = 64

  /// What is wrong with the prompt in `range` of `source` (the whole source unless given), by place.
  ///
  /// A prompt with permutations is judged as it is written and then prompt by prompt; what only an
  /// expanded prompt shows is reported at its place in the original, without a fix. One with presets
  /// is judged as the service gets it.
  ///
  /// - Complexity: O(n) in the prompt, at most `maximumExpansions` times with permutations.
  public func lint(
    _ source: SourceText, in range: ByteRange? = nil, scratch: inout ScanScratch
  ) -> [Diagnostic] {
    lint(parse(source, in: range), of: source, scratch: &scratch)
  }

  /// The same of a prompt that `parse` has read.
  public func lint(
    _ prompt: Prompt, of source: SourceText, scratch: inout ScanScratch
  ) -> [Diagnostic] {
    lint(prompt, source, as: PresetExpansion(prompt, source, options.presets), &scratch)
  }

  /// What is wrong with a parsed prompt; `whole` is what its presets stand for, if it has any. Brief
  /// findings say nothing of what to do.
  func lint(
    _ prompt: Prompt, _ source: SourceText, as whole: PresetExpansion?, isBrief: Bool = false,
    _ scratch: inout ScanScratch
  ) -> [Diagnostic] {
    guard let whole else { return lint(prompt, source, isBrief, &scratch) }
    let found = lint(parse(whole.text), whole.text, isBrief, &scratch)
    return sorted(found.map { whole.original(of: $0) })
  }

  private func lint(
    _ prompt: Prompt, _ source: SourceText, _ isBrief: Bool, _ scratch: inout ScanScratch
  ) -> [Diagnostic] {
    var found = check(prompt, source, isWritten: true, isBrief, &scratch)
    if !prompt.permutations.isEmpty {
      found += expanded(prompt, source, known: found, isBrief, &scratch)
    }
    return found.isEmpty ? [] : finished(found)
  }

  private func check(
    _ prompt: Prompt, _ source: SourceText, isWritten: Bool, _ isBrief: Bool,
    _ scratch: inout ScanScratch
  ) -> [Diagnostic] {
    let terms = scanner?.scan(prompt, source, rules.parameters, &scratch) ?? ScanResult()
    let phrases = phrases?.scan(prompt, source) ?? PhraseResult()
    let context = LintContext(source, prompt, rules, options, terms: terms, phrases: phrases)
    var present = PresentParts(prompt.kinds, phrases.lists)
    present.structure = RuleInterest.Structure(prompt, terms)
    traits.note(context, isWritten: isWritten, in: &present)
    if isWritten { present.structure.insert(.written) }
    if phrases.isWide { present.structure.insert(.wide) }
    var sink = DiagnosticSink(isBrief: isBrief)
    for index in filters.indices where filters[index].meets(present) {
      checks[index].check(context, into: &sink)
    }
    return sink.diagnostics
  }

  /// What the prompts show that a prompt with permutations stands for, and it does not show itself.
  private func expanded(
    _ prompt: Prompt, _ source: SourceText, known: [Diagnostic], _ isBrief: Bool,
    _ scratch: inout ScanScratch
  ) -> [Diagnostic] {
    let expansion = PermutationExpansion(prompt, of: source)
    guard expansion.count <= Self.maximumExpansions else { return [] }
    var places = Set(known.map { Place($0, at: $0.range) })
    var found: [Diagnostic] = []
    for index in 0..<expansion.count {
      let one = expansion[index]
      let text = SourceText(one.bytes)
      for finding in check(parse(text), text, isWritten: false, isBrief, &scratch) {
        let range = one.original(of: finding.range)
        if places.insert(Place(finding, at: range)).inserted {
          found.append(finding.moved(to: range, in: text))
        }
      }
    }
    return found
  }

  /// What makes two findings one: a milder one, or one of another list, hides none.
  private struct Place: Hashable {
    let code: String
    let range: ByteRange
    let severity: Severity
    let category: String?

    init(_ finding: Diagnostic, at range: ByteRange) {
      (code, self.range) = (finding.rule.code, range)
      (severity, category) = (finding.severity, finding.category)
    }
  }

  private func finished(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var diagnostics = diagnostics
    for index in diagnostics.indices {
      if let severity = options.severity(diagnostics[index].rule) {
        diagnostics[index].severity = severity
      }
    }
    return sorted(diagnostics)
  }

  private func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted {
      ($0.range.start, $0.range.end, $0.rule.code) < ($1.range.start, $1.range.end, $1.rule.code)
    }
  }
}

extension RuleInterest.Structure {
  fileprivate init(_ prompt: Prompt, _ terms: ScanResult) {
    self = .whole
    if !prompt.parameters.isEmpty { insert(.parameters) }
    if !prompt.faults.isEmpty { insert(.faults) }
    if !prompt.images.isEmpty { insert(.images) }
    if prompt.isMultiPrompt { insert(.weights) }
    if !terms.matches.isEmpty || !terms.undecided.isEmpty { insert(.terms) }
  }
}

extension Diagnostic {
  /// The same finding at its place in the original of an expanded prompt.
  fileprivate func moved(to range: ByteRange, in expanded: SourceText) -> Diagnostic {
    let prompt = expanded.string(in: expanded.range)
    let shown = prompt.count > 80 ? prompt.prefix(79) + "…" : prompt[...]
    let remarks = notes.map { DiagnosticNote($0.message) }
    return Diagnostic(
      rule, at: range, message, severity: severity, help: help,
      notes: remarks + [DiagnosticNote("in the expanded prompt `\(shown)`")], category: category)
  }
}
