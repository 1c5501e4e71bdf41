// One configuration file: its fields as choices, and the files it builds on.

internal import PromptFiles
internal import PromptRules
internal import YAML

/// One file of a chain of configurations.
struct ConfigurationFile {
  let path: String
  let fields: FieldReader

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

  func origin(_ mark: Mark) -> String { "\(path):\(mark.line)" }

  func origin(_ key: String) -> String { origin((fields.value(key) ?? fields.node).mark) }

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
