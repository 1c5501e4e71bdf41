// Where prompts come from: files, folders, standard input, an option.

public import PromptFiles

/// The inputs of a command, as values.
public struct InputSettings: Sendable {
  /// Files and folders, or `-`; empty for the current folder.
  public var paths: [String]
  /// A prompt given as an argument, or nil.
  public var prompt: String?
  /// The name of standard input, or nil.
  public var stdinFilename: String?
  /// The field of JSONL or the column of CSV that holds the prompt.
  public var field = "prompt"
  /// What is taken from folders.
  public var folders = FolderFilter()
  /// What is taken from some of the folders, by their paths.
  private var filters: [String: FolderFilter] = [:]
  /// What is wrong with their configurations; thrown when the other inputs are through.
  private var failures: [CommandFailure] = []

  /// Whether a changed prompt goes to standard output, since it came from there or from `prompt`.
  public var writesToOutput: Bool { prompt != nil || paths.contains("-") }

  /// These paths.
  public init(paths: [String]) { self.paths = paths }
}

/// One input that was read.
public struct PromptInput {
  /// The file as it was read.
  public let file: PromptFile
  /// Where it can be written back, or nil for standard input and `--prompt`.
  public let path: String?
  /// The path whose folder decides on the configuration, or nil for the current folder.
  public let configurationPath: String?
  /// Whether it is the text of `--prompt`.
  public let isArgument: Bool
}

/// One input of a command.
public enum InputItem {
  /// It was read.
  case prompts(PromptInput)
  /// It is left to be read piece by piece: a path, or `-`.
  case unread(path: String)
  /// It can't be read.
  case failure(FileError)
}

extension InputSettings {
  /// Calls `body` with each input, one at a time, or with the reason why it can't be read.
  ///
  /// - Throws: what `body` throws, and `CommandFailure` for contradictory arguments.
  public func forEach(_ body: (Result<PromptInput, FileError>) throws -> Void) throws {
    try forEach(leavingUnread: nil) { item in
      switch item {
      case .prompts(let input): try body(.success(input))
      case .failure(let error): try body(.failure(error))
      case .unread: break
      }
    }
  }

  /// The name to show for a path, and the one whose folder decides on its configuration.
  public func names(of path: String) -> (shown: String, configuration: String?) {
    path == "-" ? (stdinFilename ?? "<stdin>", stdinFilename) : (path, path)
  }

  /// The same, without reading files of one form.
  public func forEach(
    leavingUnread form: PromptFile.Format?, _ body: (InputItem) throws -> Void
  ) throws {
    if let prompt {
      guard paths.isEmpty else {
        throw CommandFailure("give either --prompt or paths, not both", .usage)
      }
      return try body(.prompts(Self.argument(prompt)))
    }
    let discovery = InputDiscovery(roots) { filters[$0] ?? folders }
    for error in discovery.errors { try body(.failure(error)) }
    for path in discovery.paths {
      let isLeft = form == PromptFile.Format(path: names(of: path).shown)
      try body(isLeft ? .unread(path: path) : read(path))
    }
    if let failure = failures.first { throw failure }
  }

  private var roots: [String] { paths.isEmpty ? ["."] : paths }

  /// These inputs, with folders taken as their configurations say.
  public func narrowed(by linters: inout LinterSource) -> InputSettings {
    var result = self
    guard prompt == nil else { return result }
    for root in roots where (try? FileSystem.kind(of: root)) == .folder {
      do { result.filters[root] = try linters.filter(folders, for: root) } catch {
        result.failures.append(error)
      }
    }
    return result
  }

  private static func argument(_ prompt: String) -> PromptInput {
    let file = PromptFile(path: "<prompt>", format: .whole, bytes: Array(prompt.utf8))
    return PromptInput(file: file, path: nil, configurationPath: nil, isArgument: true)
  }

  private func read(_ path: String) -> InputItem {
    do {
      let (name, configuration) = names(of: path)
      let file = PromptFile(path: name, field: field, bytes: try FileSystem.read(path))
      return .prompts(
        PromptInput(
          file: file, path: path == "-" ? nil : path, configurationPath: configuration,
          isArgument: false))
    } catch {
      return .failure(error)
    }
  }
}
