// Lines of a file that keep their numbers, for failure messages.

internal import PromptCore

/// A line without its ending; its bytes may be anything.
public struct NumberedLine: Hashable, Sendable {
  /// From 1.
  public let number: Int
  /// The bytes without LF or CRLF.
  public let bytes: [UInt8]

  /// A line from its parts.
  public init(number: Int, bytes: [UInt8]) {
    self.number = number
    self.bytes = bytes
  }

  /// The line as text; bytes that aren't UTF-8 become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Whether there is nothing but spaces.
  public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The lines of a file; an LF at its end begins no further line.
  public static func lines(of bytes: [UInt8]) -> [NumberedLine] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      NumberedLine(number: index + 1, bytes: Array(line.last == 0x0D ? line.dropLast() : line))
    }
  }
}

/// A place in a page or prompt file that can't be read, for people.
public struct NotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong, one line.
  public let message: String
  /// The file, once somebody knows it.
  public var file: String?

  /// All of it, one line.
  public var description: String { "\(file ?? "line"):\(line): \(message)" }
}
