// Text that stays text: nothing in it means anything to the grammar of prompts.

internal import PromptCore

/// Text without anything that the grammar of prompts gives a meaning.
///
/// What would mean something becomes what people write instead: `--` and other dashes a hyphen within a
/// word and a comma between words, `::` one colon, braces parentheses, line ends and odd spaces a space, a
/// link words. Characters that don't show are dropped. No escape is used, since it isn't documented that
/// the service knows any but `\,` in groups.
public struct LiteralText: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The text, always UTF-8.
  public let bytes: [UInt8]

  /// The text as a string.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
  /// Whether nothing is left of it.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The plain form of any text, without spaces around it.
  ///
  /// - Complexity: O(n).
  public init(_ text: String) { self.init(text.utf8) }

  /// The plain form of a literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// The plain form of bytes that may be no UTF-8; `keepsEdges` leaves a space at either end.
  init(_ raw: some Collection<UInt8>, keepsEdges: Bool = false) {
    let raw = Array(raw)
    if Self.isPlain(raw[...]) {
      bytes = raw
      return
    }
    var text = raw
    for _ in 0..<Self.maximumRounds {
      let next = Self.trimmed(Self.rewritten(text), keepsEdges)
      if next == text { break }
      text = next
    }
    bytes = text
  }

  /// How often a text is read again; each round leaves less that means something.
  private static let maximumRounds = 16
}

// MARK: What needs nothing done

extension LiteralText {
  /// The bytes above the space, without those that may begin something, as bits.
  private static let safe: (low: UInt64, high: UInt64) = (0x21..<0x7F).reduce(into: (0, 0)) {
    if Array("-:{}\\/<".utf8).contains(UInt8($1)) { return }
    if $1 < 64 { $0.low |= 1 << UInt64($1) } else { $0.high |= 1 << UInt64($1 - 64) }
  }

  /// Whether a text is words and punctuation with single spaces between, as most are.
  static func isPlain(_ raw: ArraySlice<UInt8>) -> Bool {
    let (low, high) = safe
    let bytes = raw.span
    var wasSpace = true
    for index in bytes.indices {
      let byte = bytes[index]
      let bits = byte < 64 ? low : high
      if byte < 128, bits >> UInt64(byte & 63) & 1 == 1 {
        wasSpace = false
      } else if byte == 0x20, !wasSpace {
        wasSpace = true
      } else {
        return false
      }
    }
    return !wasSpace
  }
}

// MARK: Rewriting

extension LiteralText {
  /// The text with each token that means something replaced.
  private static func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    let source = SourceText(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for token in Lexer.tokenize(source, in: source.range).tokens {
      let piece = source.bytes[token.range.indices]
      switch token.kind {
      case .text, .space, .word, .comma: for byte in piece { append(byte, to: &result) }
      case .oddSpace, .control: append(0x20, to: &result)
      case .invisible: continue
      case .invalid: result += "\u{FFFD}".utf8
      case .colons: append(colon, to: &result)
      case .openBrace: result.append(UInt8(ascii: "("))
      case .closeBrace: result.append(UInt8(ascii: ")"))
      case .escape: result += escaped(piece)
      case .dash: appendDash(piece, before: token.range.end, of: source.bytes, to: &result)
      case .url: result += words(piece)
      }
    }
    return result
  }

  private static let colon = UInt8(ascii: ":")
  private static let hyphen = UInt8(ascii: "-")

  /// Appends a byte; white space and backslashes as one space, `::` that came together as one colon.
  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let isBlank = byte == 0x20 || 0x09...0x0D ~= byte || byte == UInt8(ascii: "\\")
    if isBlank, result.last == 0x20 { return }
    if byte == colon, result.last == colon { return }
    result.append(isBlank ? 0x20 : byte)
  }

  private static func escaped(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    switch piece.last {
    case UInt8(ascii: "{"): [UInt8(ascii: "(")]
    case UInt8(ascii: "}"): [UInt8(ascii: ")")]
    case UInt8(ascii: ","): [UInt8(ascii: ",")]
    default: [0x20]
    }
  }

  /// A hyphen within a word, a comma between words, nothing at either end; a lone hyphen is dropped.
  private static func appendDash(
    _ dash: ArraySlice<UInt8>, before next: UInt32, of bytes: [UInt8], to result: inout [UInt8]
  ) {
    let isLast = bytes[Int(next)...].allSatisfy { $0 <= 0x20 }
    let isInside = result.last.map { $0 > 0x20 } ?? false
    if isLast || dash.count == 1 || result.allSatisfy({ $0 <= 0x20 }) {
      return append(0x20, to: &result)
    }
    if isInside, bytes[Int(next)] > 0x20 {
      if result.last != hyphen { result.append(hyphen) }
      return
    }
    while let last = result.last, last == 0x20 || last == UInt8(ascii: ",") { result.removeLast() }
    result += ", ".utf8
  }

  /// A link as words: without the colon, the slashes and the brackets that make it one.
  private static func words(_ link: ArraySlice<UInt8>) -> [UInt8] {
    let inner = link.drop { $0 == UInt8(ascii: "<") }
    guard let mark = inner.firstIndex(of: colon) else { return Array(inner) }
    let rest = inner[(mark + 1)...].drop { $0 == UInt8(ascii: "/") }
    let end = rest.last == UInt8(ascii: ">") ? rest.dropLast() : rest
    return inner[..<mark] + [0x20] + end
  }

  /// The text without what could join with its neighbours: hyphens and colons at its ends, a `/` in
  /// front.
  private static func trimmed(_ text: [UInt8], _ keepsEdges: Bool) -> [UInt8] {
    var words = text[...]
    while let last = words.last, [0x20, hyphen, colon].contains(last) { words.removeLast() }
    while let first = words.first, [0x20, UInt8(ascii: "/"), colon].contains(first) {
      words.removeFirst()
    }
    guard keepsEdges else { return Array(words) }
    if words.isEmpty { return text.contains(0x20) ? [0x20] : [] }
    return (text.first == 0x20 ? [0x20] : []) + words + (text.last == 0x20 ? [0x20] : [])
  }
}
