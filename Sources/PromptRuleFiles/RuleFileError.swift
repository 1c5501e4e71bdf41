// What is wrong in a rule file or in mjprompt.yaml, with its place.

internal import PromptFiles
public import YAML

/// A problem in a rule file or configuration file, for people: place, what was expected, remedy.
public struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public let path: String
  /// The place, or nil when the file as a whole is meant.
  public let mark: Mark?
  /// What is wrong and what was expected, one line.
  public let message: String

  /// A problem from its parts.
  public init(path: String, mark: Mark?, message: String) {
    self.path = path
    self.mark = mark
    self.message = message
  }

  init(_ error: YAMLError, path: String) {
    self.init(path: path, mark: error.mark, message: error.message)
  }

  init(_ error: FileError) {
    self.init(path: error.path, mark: nil, message: "cannot be read: \(error.reason)")
  }

  /// `path:line:column: message`, or `path: message`.
  public var description: String {
    mark.map { "\(path):\($0.line):\($0.column): \(message)" } ?? "\(path): \(message)"
  }
}
