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
  /// What is taken from folders.
  public var folders = FolderFilter()

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

extension InputSettings {
  /// Calls `body` with each input, one at a time, or with the reason why it can't be read.
  ///
  /// - Throws: what `body` throws, and `CommandFailure` for contradictory arguments.
  public func forEach(_ body: (Result<PromptInput, FileError>) throws -> Void) throws {
    if let prompt {
      guard paths.isEmpty else {
        throw CommandFailure("give either --prompt or paths, not both", .usage)
      }
      return try body(.success(Self.argument(prompt)))
    }
    let discovery = InputDiscovery(paths.isEmpty ? ["."] : paths, filter: folders)
    for error in discovery.errors { try body(.failure(error)) }
    for path in discovery.paths { try body(read(path)) }
  }

  private static func argument(_ prompt: String) -> PromptInput {
    let file = PromptFile(path: "<prompt>", format: .whole, bytes: Array(prompt.utf8))
    return PromptInput(file: file, path: nil, configurationPath: nil, isArgument: true)
  }

  private func read(_ path: String) -> Result<PromptInput, FileError> {
    Result { () throws(FileError) in try FileSystem.read(path) }.map { bytes in
      let isStandardInput = path == "-"
      let name = isStandardInput ? stdinFilename ?? path : path
      return PromptInput(
        file: PromptFile(path: name, bytes: bytes), path: isStandardInput ? nil : path,
        configurationPath: isStandardInput ? stdinFilename : path, isArgument: false)
    }
  }
}
