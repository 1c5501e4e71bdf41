// What is wrong with a YAML file, and where.

/// What is wrong with a YAML file, and where.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, without the place; one line, its quotations escaped and cut short.
  public let message: String
  /// Where it was noticed.
  public let mark: Mark

  /// The line, from 1.
  public var line: Int { mark.line }
  /// The column in Unicode scalars, from 1.
  public var column: Int { mark.column }

  /// The place and the message, as `3:7: duplicate key "v"`.
  public var description: String { "\(line):\(column): \(message)" }

  /// Text of the file for use in a message: quoted, escaped, at most 40 characters of it.
  static func quoted(_ text: String) -> String {
    let head = text.prefix(40)
    return head.endIndex == text.endIndex
      ? text.debugDescription : String(head).debugDescription + "…"
  }
}
