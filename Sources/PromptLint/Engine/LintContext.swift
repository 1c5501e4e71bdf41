// What every rule may read about the prompt at hand.

public import PromptCore
public import PromptRules
public import PromptScan

/// A parsed prompt with everything that is known about it; read-only.
public struct LintContext {
  /// The source that all ranges point into.
  public let source: SourceText
  /// The prompt.
  public let prompt: Prompt
  /// The facts.
  public let rules: RuleSet
  /// The caller's choices.
  public let options: LintOptions
  /// The sensitive terms that were found.
  public let terms: ScanResult
  /// The entries of word lists that were found.
  public let phrases: PhraseResult
  let model: ModelChoice
  /// The links of the prompt, also those in values, in order.
  let links: [Link]
  /// The parameters whose names are known, with their entries.
  let knownParameters: [(parameter: Parameter, spec: ParameterSpec)]
  private let uses: ParameterUses

  init(
    _ source: SourceText, _ prompt: Prompt, _ rules: RuleSet, _ options: LintOptions,
    terms: ScanResult, phrases: PhraseResult
  ) {
    self.source = source
    self.prompt = prompt
    self.rules = rules
    self.options = options
    self.terms = terms
    self.phrases = phrases
    let hasLinks = prompt.kinds.contains(TokenKindSet(.url))
    let tokens = hasLinks ? prompt.tokens.filter { $0.kind == .url } : []
    links = tokens.compactMap { Link($0.range, in: source) }
    knownParameters = prompt.parameters.compactMap { parameter in
      rules.parameters[parameter].map { (parameter, $0) }
    }
    uses = ParameterUses(knownParameters.map(\.spec.name))
    model = ModelChoice.of(prompt, source, rules, options)
  }

  /// The text of a range; bytes that aren't UTF-8 become U+FFFD.
  func text(_ range: ByteRange) -> String { source.string(in: range) }

  /// The text of a range for a fix that writes it elsewhere; nil when it isn't UTF-8.
  func exactText(_ range: ByteRange) -> String? {
    let text = text(range)
    return text.utf8.elementsEqual(source.bytes[range.indices]) ? text : nil
  }

  /// The parameter's entry in the catalogue, or nil for an unknown name.
  func spec(_ parameter: Parameter) -> ParameterSpec? { rules.parameters[parameter] }

  /// Whether a value holds a `{…}` group, so that it can be judged only when it is expanded.
  func isPermuted(_ value: ByteRange) -> Bool {
    let groups = prompt.permutations
    let next = groups.partitionPoint { $0.range.start >= value.start }
    return next < groups.count && value.contains(groups[next].range)
  }
}

// MARK: The model

extension LintContext {
  /// The model that the prompt is judged by; nil when it is unknown.
  var modelVersion: ModelVersion? { model.index.map { rules.models.models[$0] } }

  /// How bad it is to break a fact of this confidence; no error when the model was only assumed.
  func severity(_ confidence: Confidence) -> Severity {
    model.origin == .assumed ? min(confidence.severity, .warning) : confidence.severity
  }

  /// How bad it is to write what the service can't read: no error for the models of the days in which
  /// it took such prompts.
  func severity(unread usual: Severity) -> Severity {
    let isStrict = domain(.strict)?.isSupported ?? true
    return isStrict ? usual : min(usual, .warning)
  }

  /// A note that says which model was assumed; empty when the prompt or the caller names one.
  var modelNotes: [DiagnosticNote] {
    guard model.origin == .assumed, let version = modelVersion else { return [] }
    let since = version.defaultFrom.map { ", the default since \($0.text)" } ?? ""
    return [DiagnosticNote("the prompt names no model; it is judged as \(version.id)\(since)")]
  }

  /// Whether something that holds in these models holds in the prompt's; of an unknown one only what
  /// holds in all.
  func holds(in models: ModelSet) -> Bool {
    guard let index = model.index else { return models == .all }
    return models.contains(ModelSet(index: index))
  }

  /// What a parameter's name means to the prompt's model, when it is something else than today.
  func formerMeaning(_ parameter: Parameter, _ spec: ParameterSpec) -> String? {
    guard let former = spec.formerly, let index = model.index,
      former.models.contains(ModelSet(index: index)),
      former.name == nil || former.name == plainName(parameter)
    else { return nil }
    return former.meaning
  }

  /// The model that was assumed and what the rules remark of a domain, as notes.
  func notes(_ domain: ParameterDomain?) -> [DiagnosticNote] {
    modelNotes + (domain?.note.map { [DiagnosticNote($0)] } ?? [])
  }

  /// What the prompt's model makes of a feature beside the prompt's parameters; nil when it lacks it
  /// or is unknown.
  func domain(_ feature: ModelFeature.Name) -> ParameterDomain? {
    domain(rules.domains(feature))
  }

  /// What holds for a parameter in the prompt's model and beside its other parameters.
  func domain(_ spec: ParameterSpec) -> ParameterDomain? { domain(spec.domains) }

  private func domain(_ domains: [ParameterDomain]) -> ParameterDomain? {
    guard let index = model.index else { return nil }
    return domains.first { domain in
      domain.models.contains(ModelSet(index: index))
        && (domain.with.isEmpty || domain.with.contains { partner($0) != nil })
    }
  }
}

extension LintContext {
  /// Whether the prompt's model has the parameter; true when the model is unknown. A parameter that
  /// is out of place altogether need not fit the others.
  func isSupported(_ spec: ParameterSpec) -> Bool {
    model.index == nil || (domain(spec)?.isSupported ?? false)
  }
}

// MARK: Other parts of the prompt

extension LintContext {
  /// Where the prompt has what is meant: a parameter, an image or text; nil when it has not.
  func partner(_ match: ParameterMatch) -> ByteRange? {
    switch match.name {
    case "image": prompt.images.first?.range
    case "text": prompt.parts.first { !$0.text.isEmpty }?.text
    default:
      uses.first(of: match.name) { hasValue(knownParameters[$0].parameter, match.value) }
        .map { knownParameters[$0].parameter.range }
    }
  }

  /// Whether one of a parameter's items is `wanted`: a word, a number, `#` for any whole number, or
  /// `m*` for whatever begins so.
  private func hasValue(_ parameter: Parameter, _ wanted: String?) -> Bool {
    guard let wanted else { return true }
    guard let value = parameter.value.map({ text($0) }) else { return false }
    return MalformedValue.items(value).contains { item in
      if wanted == "#" { return item.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
      if wanted.hasSuffix("*") { return item.hasPrefix(wanted.dropLast()) }
      return item == wanted || (Double(item).map { $0 == Double(wanted) } ?? false)
    }
  }

  /// The name that the normalizer writes for a parameter, without dashes.
  func written(_ name: String) -> String { rules.parameters[name: name]?.written ?? name }

  /// The parameter as it is written in messages: `--ar`.
  func name(_ parameter: Parameter) -> String { "`--\(plainName(parameter))`" }

  /// The parameter's name in lower case, without full-width letters and what doesn't show.
  func plainName(_ parameter: Parameter) -> String {
    PlainText.of(text(parameter.name)).lowercased()
  }

  /// The edit that takes a parameter out, with the white space before it.
  func removal(of parameter: Parameter) -> TextEdit { removal(of: parameter.range) }

  /// The edit that takes a range out, with the white space before it.
  func removal(of range: ByteRange) -> TextEdit {
    TextEdit(ByteRange(spaceStart(before: range.start), range.end), "")
  }

  /// Where the white space before `offset` begins.
  func spaceStart(before offset: UInt32) -> UInt32 {
    var start = offset
    while start > prompt.range.start, isSpace(source.bytes[Int(start) - 1]) { start -= 1 }
    return start
  }

  /// Where the white space behind `offset` ends.
  func spaceEnd(after offset: UInt32) -> UInt32 {
    var end = offset
    while end < prompt.range.end, isSpace(source.bytes[Int(end)]) { end += 1 }
    return end
  }

  func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
