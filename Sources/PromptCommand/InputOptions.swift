// The options of input.

public import ArgumentParser
public import PromptFiles

extension PromptFile.Format: ExpressibleByArgument {}

/// The inputs of a command.
public struct InputOptions: ParsableArguments {
  /// Files and folders, or `-`.
  @Argument(
    help: "Files (one prompt a line, JSONL, CSV), folders, or - for standard input.",
    completion: .file())
  public var paths: [String] = []

  /// A prompt given as an argument.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Take this text, not files.", valueName: "text"))
  public var prompt: String?

  /// How records are found.
  @OptionGroup public var records: RecordOptions

  /// Whether ignore files count for nothing.
  @Flag(help: "Take from folders also what .gitignore and .ignore files leave out.")
  public var noIgnore = false

  /// No inputs.
  public init() {}

  /// What was given.
  public var settings: InputSettings {
    var settings = InputSettings(paths: paths)
    settings.prompt = prompt
    settings.stdinFilename = records.stdinFilename
    settings.field = records.field
    settings.folders.respectsIgnoreFiles = !noIgnore
    return settings
  }
}
