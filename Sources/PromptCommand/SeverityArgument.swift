// A severity as the value of an option.

public import ArgumentParser
public import PromptCore

extension Severity: ExpressibleByArgument {
  /// The severity of that name, or nil.
  public init?(argument: String) { self.init(name: argument) }

  /// The words of the help.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
