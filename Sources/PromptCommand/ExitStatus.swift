// How the programs end, and the one error that ends them early.

internal import PromptCore

/// The exit codes; the highest that applies wins.
public enum ExitStatus: Int32, Sendable, Comparable {
  /// Nothing at or above the threshold.
  case clean = 0
  /// Findings, or text that would change.
  case findings = 1
  /// A mistake in the arguments, the configuration or a rule file.
  case usage = 2
  /// Input that can't be read, or output that can't be written.
  case inputOutput = 3
  /// The other side refused.
  case refused = 4
  /// Whether a submission was accepted is not known.
  case unknown = 5

  /// Orders by code.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Keeps the higher of the two.
  public mutating func raise(to status: ExitStatus) { self = max(self, status) }
}

/// A reason to stop: a line for people or several, and the exit code.
public struct CommandFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, one line.
  public let description: String
  /// How the program ends.
  public let status: ExitStatus
  /// What else is to say, each one line.
  public let others: [String]

  /// A failure from its parts.
  public init(_ description: String, _ status: ExitStatus, others: [String] = []) {
    self.description = description
    self.status = status
    self.others = others
  }

  /// A mistake of usage: `word` is none of the known ones.
  public static func unknown(
    _ what: String, _ word: some StringProtocol, _ known: some Sequence<String>
  ) -> CommandFailure {
    let hint = Suggestion.hint(for: String(word), in: known)
    return CommandFailure("there is no \(what) `\(word)`\(hint)", .usage)
  }
}

/// The version of the program and its packages.
public enum ToolVersion {
  /// As semantic versioning writes it.
  public static let current = "0.1.0"
}
