// What is wrong in a rule file or in mjprompt.yaml, with its place.

internal import PromptFiles
public import YAML

/// A problem in a rule file or configuration file, for people: place, what was expected, remedy.
public struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of problem it is; the raw value is its name in reports.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A file that can't be read, or a value that is not what the field takes.
    case malformed
    /// A field that doesn't exist.
    case unknownField = "unknown-field"
    /// A name that no file defines.
    case unknownName = "unknown-name"
    /// A field, a source, a date or a file that must be there.
    case missing
    /// Two statements that can't both be true.
    case contradiction
    /// The same thing twice.
    case duplicate
    /// An entry that changes nothing.
    case dead = "dead-entry"
    /// A pattern that is dear or may become so.
    case slow = "slow-pattern"
  }

  /// The file as it was named.
  public let path: String
  /// The place, or nil when the file as a whole is meant.
  public let mark: Mark?
  /// What is wrong and what was expected, one line.
  public let message: String
  /// What kind of problem it is.
  public let kind: Kind
  /// What to do, one line, or nil when the message says it all.
  public let remedy: String?
  /// What else was found wrong on the way to this problem, which is the first.
  public internal(set) var others: [RuleFileError] = []

  /// A problem from its parts.
  public init(
    path: String, mark: Mark?, message: String, kind: Kind = .malformed, remedy: String? = nil
  ) {
    self.path = path
    self.mark = mark
    self.message = message
    self.kind = kind
    self.remedy = remedy
  }

  init(_ error: YAMLError, path: String) {
    self.init(path: path, mark: error.mark, message: error.message)
  }

  init(_ error: FileError) {
    self.init(path: error.path, mark: nil, message: "cannot be read: \(error.reason)")
  }

  /// The line, from 1; 1 when the file as a whole is meant.
  public var line: Int { mark?.line ?? 1 }
  /// The column in Unicode scalars, from 1; 1 when the file as a whole is meant.
  public var column: Int { mark?.column ?? 1 }

  /// `path:line:column: message`, or `path: message`.
  public var description: String {
    mark.map { "\(path):\($0.line):\($0.column): \(message)" } ?? "\(path): \(message)"
  }
}
