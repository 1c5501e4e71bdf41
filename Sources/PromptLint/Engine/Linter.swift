// Source → diagnostics: parse, scan, ask the rules that have something to look at.

public import PromptCore
public import PromptRules
public import PromptScan

/// Judges prompts: a pure function of prompt, rule set and options, usable from many threads.
public struct Linter: Sendable {
  /// The facts that prompts are judged by.
  public let rules: RuleSet
  /// The caller's choices.
  public let options: LintOptions
  private let scanner: TermScanner?
  private let checks: [any Rule]

  /// A linter for a rule set.
  ///
  /// - Throws: `TermPatternError` when a pattern of the rule set can't be used.
  /// - Complexity: O(size of the sensitive lists).
  public init(rules: RuleSet, options: LintOptions) throws(TermPatternError) {
    self.rules = rules
    self.options = options
    checks = RuleCatalog.all.filter { options.isEnabled($0.metadata) }
    let needsTerms = checks.contains { $0.interest.structure.contains(.terms) }
    scanner = needsTerms ? try TermScanner(rules.terms) : nil
  }

  /// The prompt in `range` of `source` (the whole source unless given), parsed.
  public func parse(_ source: SourceText, in range: ByteRange? = nil) -> Prompt {
    Parser.parse(source, in: range, vocabulary: rules.parameters.vocabulary)
  }

  /// What is wrong with the prompt in `range` of `source` (the whole source unless given), by place.
  ///
  /// - Complexity: O(n) in the prompt.
  public func lint(
    _ source: SourceText, in range: ByteRange? = nil, scratch: inout ScanScratch
  ) -> [Diagnostic] {
    let prompt = parse(source, in: range)
    let terms = scanner?.scan(prompt, source, rules.parameters, &scratch) ?? ScanResult()
    let context = LintContext(source, prompt, rules, options, terms: terms)
    let present = RuleInterest.Structure(prompt, terms)
    var sink = DiagnosticSink()
    for check in checks where check.interest.meets(prompt.kinds, present) {
      check.check(context, into: &sink)
    }
    return sink.diagnostics.isEmpty ? [] : finished(sink.diagnostics)
  }

  private func finished(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var diagnostics = diagnostics
    for index in diagnostics.indices {
      if let severity = options.severity(diagnostics[index].rule) {
        diagnostics[index].severity = severity
      }
    }
    return diagnostics.sorted {
      ($0.range.start, $0.range.end, $0.rule.code) < ($1.range.start, $1.range.end, $1.rule.code)
    }
  }
}

extension RuleInterest.Structure {
  fileprivate init(_ prompt: Prompt, _ terms: ScanResult) {
    self = .whole
    if !prompt.parameters.isEmpty { insert(.parameters) }
    if !prompt.faults.isEmpty { insert(.faults) }
    if prompt.isMultiPrompt { insert(.weights) }
    if !terms.matches.isEmpty || !terms.undecided.isEmpty { insert(.terms) }
  }
}
