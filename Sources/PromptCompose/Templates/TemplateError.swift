// What is wrong with a template, a wildcard or a row of data, and where.

internal import PromptCore
internal import PromptFiles
internal import YAML

/// A place in a file.
public struct TemplatePlace: Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public let path: String
  /// The line, from 1, or nil when the file as a whole is meant.
  public let line: Int?
  /// The column in Unicode scalars, from 1, or nil when the line as a whole is meant.
  public let column: Int?

  /// A place from its parts.
  public init(path: String, line: Int? = nil, column: Int? = nil) {
    (self.path, self.line, self.column) = (path, line, column)
  }

  init(path: String, _ mark: Mark) {
    self.init(path: path, line: mark.line, column: mark.column)
  }

  init(path: String, _ location: SourceLocation) {
    self.init(path: path, line: location.line, column: location.column)
  }

  /// `path:line:column`, as far as it is known.
  public var description: String {
    let line = line.map { ":\($0)" } ?? ""
    let column = column.map { ":\($0)" } ?? ""
    return path + line + column
  }
}

/// A problem of a template, a wildcard or a row of data, for people.
public struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of problem it is.
  public enum Kind: Hashable, Sendable {
    /// A template or a word file that is not what it should be.
    case malformed
    /// A file that can't be read.
    case unreadable
    /// A slot without a value.
    case missingValue
    /// A row of data that can't be read.
    case malformedData
  }

  /// What kind of problem it is.
  public let kind: Kind
  /// Where.
  public let place: TemplatePlace
  /// What is wrong and what to do, one line.
  public let message: String

  /// A problem from its parts.
  public init(_ place: TemplatePlace, _ message: String, kind: Kind = .malformed) {
    (self.kind, self.place, self.message) = (kind, place, message)
  }

  init(_ error: FileError) {
    self.init(
      TemplatePlace(path: error.path), "cannot be read: \(error.reason)", kind: .unreadable)
  }

  init(_ error: YAMLError, path: String) {
    self.init(TemplatePlace(path: path, error.mark), error.message)
  }

  init(_ problem: FileProblem, path: String, kind: Kind = .malformed) {
    self.init(TemplatePlace(path: path, problem.location), problem.message, kind: kind)
  }

  /// The place and the message.
  public var description: String { "\(place): \(message)" }
}
