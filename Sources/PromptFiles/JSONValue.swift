// JSON as a tree of values with places, for those who read small files and records.

package import PromptCore

/// A JSON value and where it begins.
package struct JSONValue: Sendable {
  /// How many arrays and objects may stand inside one another.
  package static let maximumDepth = 64

  /// What a value is.
  package enum Content: Sendable {
    /// A string, its escapes decoded.
    case string(String)
    /// A number, `true` or `false`, as it is written.
    case word(String)
    /// `null`
    case null
    /// An array.
    case array([JSONValue])
    /// The members of an object, in order; no two have one name.
    case object([Member])
  }

  /// A member of an object.
  package struct Member: Sendable {
    /// The name.
    package let name: String
    /// The offset of its opening quote.
    package let offset: Int
    /// The value.
    package let value: JSONValue
  }

  /// The offset of its first byte.
  package let offset: Int
  /// What it is.
  package let content: Content

  /// The value that a range of a source is.
  ///
  /// - Throws: `FileProblem` at the first mistake.
  /// - Complexity: O(n).
  package init(_ source: SourceText, in range: ByteRange) throws(FileProblem) {
    var scanner = JSONScanner(source.bytes, in: range)
    do throws(JSONScanner.Failure) {
      self = try JSONValue(&scanner, source.bytes, depth: 0)
      guard scanner.next() == nil else { throw scanner.failure("text after the JSON value") }
    } catch {
      throw FileProblem(at: source.place(of: error.offset), error.message)
    }
  }

  init(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], depth: Int
  ) throws(JSONScanner.Failure) {
    offset = scanner.nextOffset()
    guard depth < Self.maximumDepth else {
      throw scanner.failure("nested deeper than \(Self.maximumDepth) levels")
    }
    switch scanner.next() {
    case UInt8(ascii: "{"): content = .object(try Self.members(&scanner, bytes, depth))
    case UInt8(ascii: "["): content = .array(try Self.items(&scanner, bytes, depth))
    case UInt8(ascii: "\""): content = .string(try Self.text(try scanner.string(), bytes))
    default:
      let range = try scanner.value()
      let word = String(decoding: bytes[range.indices], as: UTF8.self)
      content = word == "null" ? .null : .word(word)
    }
  }

  private static func text(
    _ range: ByteRange, _ bytes: [UInt8]
  ) throws(JSONScanner.Failure) -> String {
    String(decoding: try JSONString(decoding: range, of: bytes).bytes, as: UTF8.self)
  }

  private static func items(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], _ depth: Int
  ) throws(JSONScanner.Failure) -> [JSONValue] {
    try scanner.expect("[", "expected `[`")
    var items: [JSONValue] = []
    while !scanner.take("]") {
      if !items.isEmpty { try scanner.expect(",", "expected `,` or `]`") }
      items.append(try JSONValue(&scanner, bytes, depth: depth + 1))
    }
    return items
  }

  private static func members(
    _ scanner: inout JSONScanner, _ bytes: [UInt8], _ depth: Int
  ) throws(JSONScanner.Failure) -> [Member] {
    try scanner.expect("{", "expected `{`")
    var members: [Member] = []
    var names: Set<String> = []
    while !scanner.take("}") {
      if !members.isEmpty { try scanner.expect(",", "expected `,` or `}`") }
      let offset = scanner.nextOffset()
      let name = try text(try scanner.key(), bytes)
      guard names.insert(name).inserted else {
        throw JSONScanner.Failure(offset: offset, message: "a second field \"\(name)\"")
      }
      let value = try JSONValue(&scanner, bytes, depth: depth + 1)
      members.append(Member(name: name, offset: offset, value: value))
    }
    return members
  }
}

/// The elements of a JSON array one after another, without making them all; anything else than an
/// array is its own only element.
package struct JSONElements: Sendable {
  private let source: SourceText
  private var scanner: JSONScanner
  private var state = State.start

  private enum State {
    case start, first, following, over
  }

  /// The elements of a file.
  package init(_ source: SourceText) {
    self.source = source
    let mark = source.bytes.starts(with: FileLines.byteOrderMark) ? 3 : 0
    scanner = JSONScanner(source.bytes, in: ByteRange(mark, source.bytes.count))
  }

  /// The next element; nil at the end.
  ///
  /// - Throws: `FileProblem` at a mistake, behind which nothing can be read.
  package mutating func next() throws(FileProblem) -> JSONValue? {
    do throws(JSONScanner.Failure) { return try element() } catch {
      state = .over
      throw FileProblem(at: source.place(of: error.offset), error.message)
    }
  }

  private mutating func element() throws(JSONScanner.Failure) -> JSONValue? {
    if state == .over { return nil }
    if state == .start {
      guard scanner.take("[") else {
        let value = try JSONValue(&scanner, source.bytes, depth: 0)
        try end()
        return value
      }
      state = .first
    }
    if scanner.take("]") {
      try end()
      return nil
    }
    if state == .following { try scanner.expect(",", "expected `,` or `]`") }
    state = .following
    return try JSONValue(&scanner, source.bytes, depth: 1)
  }

  private mutating func end() throws(JSONScanner.Failure) {
    state = .over
    guard scanner.next() == nil else { throw scanner.failure("text after the JSON value") }
  }
}

/// Finds the places of offsets that grow, at the cost of one walk over the file.
package struct PlaceCursor: Sendable {
  private let bytes: [UInt8]
  private var offset = 0
  private var lineStart = 0
  private var line = 1
  private var column = 1

  /// A cursor at the beginning of a source.
  package init(_ source: SourceText) { bytes = source.bytes }

  /// The place of an offset.
  ///
  /// - Complexity: O(distance from the offset before); one that lies before it is looked for from the
  ///   beginning.
  package mutating func location(of target: Int) -> SourceLocation {
    if target < offset { (offset, lineStart, line, column) = (0, 0, 1, 1) }
    while offset < min(target, bytes.count) {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        (line, lineStart, column) = (line + 1, offset, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourceLocation(line: line, utf8Column: offset - lineStart + 1, column: column)
  }
}

extension SourceText {
  /// The place of an offset.
  ///
  /// - Complexity: O(n).
  package func place(of offset: Int) -> SourceLocation {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return location(of: offset, in: FileLine(number: line, range: ByteRange(start, before.count)))
  }
}
