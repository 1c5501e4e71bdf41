// What goes wrong with files and streams, in one line for people.

/// A failed operation on a file, a folder or a stream.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried; the raw value is the verb of the message.
  public enum Operation: String, Hashable, Sendable {
    /// Opening or reading a file or standard input.
    case read
    /// Replacing a file, or writing to a stream.
    case write
    /// Reading the names in a folder.
    case list
    /// Asking what a path is.
    case find
    /// Starting a program.
    case run
  }

  /// The causes that callers treat differently.
  public enum Kind: Hashable, Sendable {
    /// Nothing stands at the path.
    case missing
    /// The system forbids it.
    case permissionDenied
    /// The path is a folder where a file is needed, or the reverse.
    case wrongKind
    /// There are more bytes than the limit.
    case tooLarge
    /// Others may read or write a file that holds a secret.
    case unsafe
    /// The reader of a pipe is gone; a command line tool then ends quietly.
    case brokenPipe
    /// Anything else; the reason says what.
    case other
  }

  /// The path as it was given, or a display name such as `<stdin>`.
  public let path: String
  /// What was tried.
  public let operation: Operation
  /// Why it failed, in lower case and without a full stop.
  public let reason: String
  /// The cause, for decisions.
  public let kind: Kind

  /// An error from its parts.
  public init(path: String, operation: Operation, reason: String, kind: Kind) {
    self.path = path
    self.operation = operation
    self.reason = reason
    self.kind = kind
  }

  /// One line, such as "cannot read prompts.prompt: permission denied".
  ///
  /// The path stands in it as it is; escape the line before it goes to a terminal.
  public var description: String { "cannot \(operation.rawValue) \(path): \(reason)" }
}
