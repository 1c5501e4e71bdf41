// The options of input.

public import ArgumentParser
internal import PromptFiles

/// The inputs of a command.
public struct InputOptions: ParsableArguments {
  /// Files and folders, or `-`.
  @Argument(
    help: "Files (one prompt a line, or JSONL), folders, or - for standard input.",
    completion: .file())
  public var paths: [String] = []

  /// A prompt given as an argument.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Take this text, not files.", valueName: "text"))
  public var prompt: String?

  /// The name of standard input.
  @Option(
    help: ArgumentHelp(
      "Name standard input, for its format, configuration and reports.", valueName: "path"))
  public var stdinFilename: String?

  /// Whether ignore files count for nothing.
  @Flag(help: "Take from folders also what .gitignore and .ignore files leave out.")
  public var noIgnore = false

  /// No inputs.
  public init() {}

  /// What was given.
  public var settings: InputSettings {
    var settings = InputSettings(paths: paths)
    settings.prompt = prompt
    settings.stdinFilename = stdinFilename
    settings.folders.respectsIgnoreFiles = !noIgnore
    return settings
  }
}
