// The fields of a configuration file as choices, each with its place.

internal import PromptCore
internal import PromptLint
internal import PromptRules
internal import YAML

extension ConfigurationFile {
  /// What the file decides for all files.
  func choices(_ rules: RuleSet) throws(RuleFileError) -> Choices {
    var result = Choices()
    if fields.value("select") != nil {
      result.select = Choice(try selectors("select").map(\.value), origin("select"))
    }
    result.ignore = try selectors("ignore")
    result.severities = try severities()
    result.allow = try fields.nodes("allow").map { node throws(RuleFileError) in try allowance(node)
    }
    result.presets = try presets()
    result.model = try name("model", rules.models.models.map(\.id)) {
      rules.models.index(named: $0) != nil
    }
    result.target = try name("target", rules.targets.map(\.id)) { rules.target($0) != nil }
    result.plan = try name("plan", rules.plans.map(\.id)) { rules.plan($0) != nil }
    result.profile = try name("profile", rules.profiles.map(\.id)) { rules.profile($0) != nil }
    let severities = Severity.allCases.map { ($0.name, $0) }
    result.failOn = try fields.choice("fail-on", severities).map { Choice($0, origin("fail-on")) }
    return result
  }

  func selectors(_ key: String) throws(RuleFileError) -> [Choice<String>] {
    try fields.textOrTexts(key).map { item throws(RuleFileError) in
      guard RuleCatalog.isSelector(item.text) else {
        throw unknown(item.text, at: item.mark, RuleCatalog.selectors)
      }
      return Choice(item.text, origin(item.mark))
    }
  }

  private func severities() throws(RuleFileError) -> [Choice<SeverityChoice>] {
    guard let pairs = try fields.pairs("severity") else { return [] }
    let words = Severity.allCases.map { ($0.name, $0) }
    return try (pairs.node.mapping ?? []).map { entry throws(RuleFileError) in
      guard RuleCatalog.isSelector(entry.key) else {
        throw RuleFileError(path: path, mark: entry.keyMark, message: "`\(entry.key)` is no check")
      }
      guard let severity = try pairs.choice(entry.key, words) else {
        throw pairs.error(entry.key, "the severity is missing")
      }
      return Choice(
        SeverityChoice(selector: entry.key, severity: severity), origin(entry.keyMark))
    }
  }

  private func allowance(_ node: Node) throws(RuleFileError) -> Choice<Allowance> {
    let entry = try FieldReader(node, path: path, keys: .allowance)
    let subject: Allowance.Subject
    if let check = try entry.optionalString("check") {
      guard RuleCatalog.isSelector(check) else {
        throw unknown(check, at: (entry.value("check") ?? node).mark, RuleCatalog.selectors)
      }
      subject = .check(check)
    } else {
      let word = try entry.optionalString("word")
      let phrase = try entry.optionalString("phrase")
      subject = .text((word ?? phrase ?? "").lowercased())
    }
    return Choice(
      Allowance(
        subject: subject, reason: try entry.string("reason"), until: try entry.day("until")),
      origin(node.mark))
  }

  private func presets() throws(RuleFileError) -> [Choice<Preset>] {
    guard let pairs = try fields.pairs("presets") else { return [] }
    return try (pairs.node.mapping ?? []).map { entry throws(RuleFileError) in
      let name = entry.key.hasPrefix("--") ? String(entry.key.dropFirst(2)) : entry.key
      guard !name.isEmpty, name.utf8.allSatisfy(\.isNameByte) else {
        throw RuleFileError(
          path: path, mark: entry.keyMark, message: "`\(entry.key)` can't be a parameter's name")
      }
      return Choice(
        Preset(name: name.lowercased(), text: try pairs.string(entry.key)), origin(entry.keyMark))
    }
  }

  private func name(
    _ key: String, _ known: [String], _ isKnown: (String) -> Bool
  ) throws(RuleFileError) -> Choice<String>? {
    guard let text = try fields.optionalString(key) else { return nil }
    let mark = (fields.value(key) ?? fields.node).mark
    guard isKnown(text) else { throw unknown(text, at: mark, known) }
    return Choice(text, origin(mark))
  }

  func unknown(_ word: String, at mark: Mark, _ known: [String]) -> RuleFileError {
    RuleFileError(
      path: path, mark: mark,
      message: "`\(word)` is not known" + Suggestion.hint(for: word, in: known))
  }
}

extension UInt8 {
  /// Whether a parameter's name may hold it: a letter, a digit, `-` or `_`.
  fileprivate var isNameByte: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || Unicode.Scalar(self).properties.isAlphabetic && self < 0x80
      || 0x30...0x39 ~= self
  }
}
