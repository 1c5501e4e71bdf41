// The options of input that is records.

public import ArgumentParser

/// How the records of an input are found.
public struct RecordOptions: ParsableArguments {
  /// The name of standard input.
  @Option(
    help: ArgumentHelp(
      "Name standard input, for its format, configuration and reports.", valueName: "path"))
  public var stdinFilename: String?

  /// The field that holds the prompt.
  @Option(help: ArgumentHelp("The field of JSONL or CSV that holds the prompt.", valueName: "name"))
  public var field = "prompt"

  /// The usual ones.
  public init() {}
}
