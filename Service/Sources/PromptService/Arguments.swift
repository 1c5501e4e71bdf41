// Values of the API as values of options.

public import ArgumentParser
public import PromptSubmit

extension BodyForm: ExpressibleByArgument {}

extension BlendDimensions: ExpressibleByArgument {
  /// The shape of that name in any case, or nil.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension SubmissionState: ExpressibleByArgument {}
