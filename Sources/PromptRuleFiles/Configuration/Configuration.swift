// mjprompt.yaml: an author's choices for the files below a folder.

internal import PromptCore
public import PromptFiles
public import PromptRules
internal import YAML

/// What an `mjprompt.yaml` and the files it extends say.
public struct Configuration: Sendable {
  /// The choices for all files.
  public var choices = Choices()
  /// Choices for some files, in order.
  public var overrides: [Override] = []
  /// The files that are taken from folders beside `*.prompt` and `*.mjp`.
  public var include: [Choice<Glob>] = []
  /// The files and folders that are left out.
  public var exclude: [Choice<Glob>] = []
  /// The facts: the usual ones with the author's own.
  public let rules: RuleSet
  /// The folder that `include` and `exclude` belong to; nil without a file.
  public let folder: String?

  /// Choices for some files.
  public struct Override: Hashable, Sendable {
    /// The files, from the folder of the configuration.
    public let files: GlobList
    /// That folder.
    public let folder: String
    /// What holds for them.
    public let choices: Choices

    /// Whether a file is meant.
    ///
    /// - Parameter path: an absolute path without links.
    func covers(_ path: String) -> Bool {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      return path.hasPrefix(prefix) && files.covers(String(path.dropFirst(prefix.count)))
    }
  }

  /// The file's name.
  public static let fileName = "mjprompt.yaml"

  /// A configuration that changes nothing.
  public init(rules: RuleSet) {
    self.rules = rules
    folder = nil
  }

  /// Reads the file at `path` and what it extends; an empty file changes nothing.
  ///
  /// - Parameter cache: where large lists are kept; nil to read the files themselves.
  /// - Throws: `RuleFileError` with the place of the first problem.
  public init(
    path: String, rules: RuleSet, cache: TermCache? = nil
  ) throws(RuleFileError) {
    try self.init(bytes: try YAMLFile.bytes(path), path: path, rules: rules, cache: cache)
  }

  /// Reads the bytes of a file and what it extends; `path` is its name in errors.
  ///
  /// - Throws: `RuleFileError` with the place of the first problem.
  public init(
    bytes: [UInt8], path: String, rules: RuleSet, cache: TermCache? = nil
  ) throws(RuleFileError) {
    let files = try ConfigurationFile.chain(bytes, path)
    var own: [String] = []
    for file in files { own += try file.ruleFiles() }
    self.rules = try RuleLayer(own, cache: cache).added(to: rules)
    folder = ConfigurationFile.folder(of: path)
    for file in files { try read(file) }
  }

  private mutating func read(_ file: ConfigurationFile) throws(RuleFileError) {
    var own = try file.choices(rules)
    own.gate = try file.gateChoices(rules)
    choices = choices.under(own)
    overrides += try file.overrides(rules)
    include += try file.globs("include")
    exclude += try file.globs("exclude")
  }

  /// Which overrides mean a file, as indices.
  ///
  /// - Parameter path: an absolute path without links; nil for text that is no file.
  public func overrides(for path: String?) -> [Int] {
    guard let path else { return [] }
    return overrides.indices.filter { overrides[$0].covers(path) }
  }
}

// MARK: Where it is found

extension Configuration {
  /// The path of the nearest configuration file in `folder` or above it, or nil.
  ///
  /// - Parameter folder: an absolute path.
  public static func find(from folder: String) -> String? {
    var parts = folder.split(separator: "/")
    while true {
      let candidate = "/" + (parts + [Substring(fileName)]).joined(separator: "/")
      if (try? FileSystem.kind(of: candidate)) == .file { return candidate }
      if parts.isEmpty { return nil }
      parts.removeLast()
    }
  }
}
