// The options of output.

public import ArgumentParser

extension ColorChoice: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}

/// The options of output; shared by all commands.
public struct OutputOptions: ParsableArguments {
  /// When output is coloured.
  @Option(help: "When to use colour: auto, always, never.")
  public var color: ColorChoice = .auto

  /// Whether only findings are shown.
  @Flag(name: [.short, .long], help: "Show no summary.")
  public var quiet = false

  /// No options.
  public init() {}

  /// What was given.
  public var settings: OutputSettings {
    var settings = OutputSettings()
    settings.color = color
    settings.quiet = quiet
    return settings
  }
}
