// Severities and expectations as values of options.

public import ArgumentParser
public import PromptCore
public import PromptRuleFiles

extension ScoreExpectation: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {
  /// The severity of that name, or nil.
  public init?(argument: String) { self.init(name: argument) }

  /// The words of the help.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
