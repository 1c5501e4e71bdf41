// One configuration file: its fields as choices, and the files it builds on.

internal import PromptCore
internal import PromptFiles
internal import PromptLint
internal import PromptRules
internal import YAML

/// One file of a chain of configurations.
struct ConfigurationFile {
  private let path: String
  private let fields: FieldReader

  /// How many files may build on one another.
  private static let maximumDepth = 16

  /// The files that the one of these bytes builds on, the first that counts first, and itself last.
  static func chain(_ bytes: [UInt8], _ path: String) throws(RuleFileError) -> [ConfigurationFile] {
    var above: [String] = []
    return try chain(bytes, path, &above)
  }

  private static func chain(
    _ bytes: [UInt8], _ path: String, _ above: inout [String]
  ) throws(RuleFileError) -> [ConfigurationFile] {
    guard let node = try YAMLFile.optionalNode(bytes, path) else { return [] }
    let file = ConfigurationFile(
      path: path, fields: try FieldReader(node, path: path, keys: .configuration))
    above.append(FileSystem.resolved(path) ?? path)
    var files: [ConfigurationFile] = []
    for (base, place) in try file.paths("extends") {
      if above.contains(FileSystem.resolved(base) ?? base) || above.count >= maximumDepth {
        throw RuleFileError(
          path: path, mark: place, message: "`\(base)` extends this file in turn, or is too deep")
      }
      files += try chain(try YAMLFile.bytes(base), base, &above)
    }
    above.removeLast()
    return files + [file]
  }

  /// The folder of a file, as an absolute path without links where there is one.
  static func folder(of path: String) -> String {
    let resolved = FileSystem.resolved(path) ?? path
    guard let slash = resolved.lastIndex(of: "/") else { return "." }
    return slash == resolved.startIndex ? "/" : String(resolved[..<slash])
  }

  /// The author's own rule files and folders.
  func ruleFiles() throws(RuleFileError) -> [String] { try paths("rules").map(\.path) }

  /// Paths of a field, from the folder of the file.
  private func paths(_ key: String) throws(RuleFileError) -> [(path: String, mark: Mark)] {
    try fields.textOrTexts(key).map { item throws(RuleFileError) in
      let isAbsolute = item.text.hasPrefix("/")
      let target = isAbsolute ? item.text : "\(Self.folder(of: path))/\(item.text)"
      let kind = try? FileSystem.kind(of: target)
      guard kind == .file || kind == .folder else {
        throw RuleFileError(
          path: path, mark: item.mark, message: "`\(item.text)`: no such file or folder")
      }
      return (target, item.mark)
    }
  }

  private func origin(_ mark: Mark) -> String { "\(path):\(mark.line)" }

  private func origin(_ key: String) -> String { origin((fields.value(key) ?? fields.node).mark) }

  /// The patterns of a field.
  func globs(_ key: String) throws(RuleFileError) -> [Choice<Glob>] {
    try fields.textOrTexts(key).map { item throws(RuleFileError) in
      do { return Choice(try Glob(item.text), origin(item.mark)) } catch {
        throw RuleFileError(path: path, mark: item.mark, message: "`\(item.text)`: \(error)")
      }
    }
  }

  /// The choices for some files.
  func overrides(_ rules: RuleSet) throws(RuleFileError) -> [Configuration.Override] {
    try fields.nodes("overrides").map { node throws(RuleFileError) in
      let reader = try FieldReader(node, path: path, keys: .override)
      let inner = ConfigurationFile(path: path, fields: reader)
      let files = GlobList(try inner.globs("files").map(\.value))
      return Configuration.Override(
        files: files, folder: Self.folder(of: path), choices: try inner.choices(rules))
    }
  }
}

// MARK: Choices

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
    let severities = Severity.allCases.map { ($0.name, $0) }
    result.failOn = try fields.choice("fail-on", severities).map { Choice($0, origin("fail-on")) }
    return result
  }

  private func selectors(_ key: String) throws(RuleFileError) -> [Choice<String>] {
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

  private func unknown(_ word: String, at mark: Mark, _ known: [String]) -> RuleFileError {
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
