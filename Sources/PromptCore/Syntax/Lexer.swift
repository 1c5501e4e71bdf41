// Bytes → tokens, in one pass from left to right.

/// Splits a prompt into tokens that keep every byte.
///
/// Before the first dash that could begin a parameter a whole run of prose is one `text` token; from
/// there on spaces, words and commas are tokens of their own. The lexer knows no parameter names:
/// whether a dash begins a parameter is the parser's decision.
public struct Lexer {
  private(set) var tokens: [Token] = []
  private(set) var kinds: TokenKindSet = []
  private let start: Int
  private let end: Int
  private var pending: Int
  private var isFine = false
  private var braceDepth = 0

  /// The tokens of `range`, and the set of their kinds.
  ///
  /// - Complexity: O(n); nothing is allocated but the array.
  public static func tokenize(
    _ source: SourceText, in range: ByteRange
  ) -> (tokens: [Token], kinds: TokenKindSet) {
    var lexer = Lexer(range)
    lexer.tokens.reserveCapacity(32)
    lexer.run(source.bytes.span)
    return (lexer.tokens, lexer.kinds)
  }

  private init(_ range: ByteRange) {
    (start, end) = (Int(range.start), Int(range.end))
    pending = start
  }

  private mutating func run(_ bytes: Span<UInt8>) {
    var offset = start
    var plain = plainRun
    while offset < end {
      if plain.contains(bytes[offset]) {
        offset += 1
        continue
      }
      switch special(bytes, at: offset) {
      case .literal(let count): offset += count
      case .token(let kind, let first, let last):
        flush(before: first)
        append(kind, first, last)
        if kind == .dash { isFine = isFine || couldBeginParameter(bytes, after: last) }
        offset = last
        pending = last
        plain = plainRun
      }
    }
    flush(before: end)
  }

  private var plainRun: ByteSet { isFine ? fineRun : braceDepth > 0 ? bracedRun : proseRun }

  private mutating func flush(before offset: Int) {
    if pending < offset { append(isFine ? .word : .text, pending, offset) }
  }

  private mutating func append(_ kind: TokenKind, _ first: Int, _ last: Int) {
    tokens.append(Token(kind, ByteRange(first, last)))
    kinds.insert(TokenKindSet(kind))
  }

  private func couldBeginParameter(_ bytes: Span<UInt8>, after last: Int) -> Bool {
    let next = skipSpaces(bytes, from: last)
    return next < end
      && (bytes[next].isLetter || bytes[next] == UInt8(ascii: "{") || bytes[next] == 0xEF)
  }
}

private let fineRun = ByteSet { $0 > 0x20 && $0 < 0x7F && !Array("-:{}\\,".utf8).contains($0) }
private let bracedRun = ByteSet { fineRun.contains($0) || [0x20, 0x09, 0x0A].contains($0) }
private let proseRun = ByteSet { bracedRun.contains($0) || $0 == UInt8(ascii: ",") }

private let escapable = ByteSet { Array("{},\\".utf8).contains($0) }

// MARK: Bytes that may be tokens of their own

extension Lexer {
  private enum Special {
    case literal(Int)
    case token(TokenKind, Int, Int)
  }

  private mutating func special(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    switch bytes[offset] {
    case UInt8(ascii: "-"): dash(bytes, at: offset)
    case UInt8(ascii: ":"): colon(bytes, at: offset)
    case UInt8(ascii: "{"), UInt8(ascii: "}"): brace(bytes, at: offset)
    case UInt8(ascii: "\\"): escape(bytes, at: offset)
    case UInt8(ascii: ","): .token(.comma, offset, offset + 1)
    case 0x20, 0x09, 0x0A, 0x0D: whitespace(bytes, at: offset)
    case 0..<0x20, 0x7F: .token(.control, offset, offset + 1)
    default: nonASCII(bytes, at: offset)
    }
  }

  private mutating func brace(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    let opens = bytes[offset] == UInt8(ascii: "{")
    braceDepth = opens ? braceDepth + 1 : max(0, braceDepth - 1)
    return .token(opens ? .openBrace : .closeBrace, offset, offset + 1)
  }

  private func escape(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    guard offset + 1 < end, escapable.contains(bytes[offset + 1]) else {
      return .literal(1)
    }
    return .token(.escape, offset, offset + 2)
  }

  private func whitespace(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    if isLoneReturn(bytes, at: offset) { return .token(.control, offset, offset + 1) }
    guard isFine else { return .literal(1) }
    var last = offset + 1
    while last < end, bytes[last].isSpace, !isLoneReturn(bytes, at: last) { last += 1 }
    return .token(.space, offset, last)
  }

  private func isLoneReturn(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    bytes[offset] == 0x0D && !(offset + 1 < end && bytes[offset + 1] == 0x0A)
  }

  private func nonASCII(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    guard let scalar = decodeScalar(bytes, at: offset, end: end) else {
      return .token(.invalid, offset, invalidEnd(bytes, from: offset))
    }
    let last = offset + scalar.count
    switch ScalarClass(scalar.value) {
    case .dash: return dash(bytes, at: offset)
    case .oddSpace: return .token(.oddSpace, offset, last)
    case .invisible:
      let joins = ScalarClass.joins(scalar.value) && offset > start && last < end
      let isInside = joins && bytes[offset - 1] >= 0x80 && bytes[last] >= 0x80
      let endsTag = scalar.value >= 0xE0020 && offset > start && bytes[offset - 1] >= 0x80
      return isInside || endsTag ? .literal(scalar.count) : .token(.invisible, offset, last)
    case .ordinary: return .literal(scalar.count)
    }
  }

  private func invalidEnd(_ bytes: Span<UInt8>, from offset: Int) -> Int {
    var last = offset + 1
    while last < end, bytes[last] >= 0x80, decodeScalar(bytes, at: last, end: end) == nil {
      last += 1
    }
    return last
  }
}

// MARK: Dashes

extension Lexer {
  private func dash(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    var last = dashRunEnd(bytes, from: offset)
    if last == offset + 1 {
      guard isBoundary(bytes, before: offset) else { return .literal(1) }
      guard let joined = singleHyphenEnd(bytes, from: last) else { return .literal(1) }
      last = joined
    }
    return .token(.dash, offset, last)
  }

  /// The end of a lone hyphen as a dash: itself before a letter, the second one in `- -ar`. In
  /// `- --ar` it belongs to the text, since the two behind it need no third.
  private func singleHyphenEnd(_ bytes: Span<UInt8>, from last: Int) -> Int? {
    guard last < end else { return nil }
    if bytes[last].isLetter { return last }
    let second = skipSpaces(bytes, from: last)
    guard second > last, second < end, bytes[second] == UInt8(ascii: "-") else { return nil }
    let secondEnd = dashRunEnd(bytes, from: second)
    let name = skipSpaces(bytes, from: secondEnd)
    return secondEnd == second + 1 && name < end && bytes[name].isLetter ? secondEnd : nil
  }

  private func dashRunEnd(_ bytes: Span<UInt8>, from offset: Int) -> Int {
    var last = offset
    while last < end, let scalar = decodeScalar(bytes, at: last, end: end),
      scalar.value == 0x2D || scalar.count > 1 && ScalarClass(scalar.value) == .dash
    {
      last += scalar.count
    }
    return last
  }

  private func isBoundary(_ bytes: Span<UInt8>, before offset: Int) -> Bool {
    if offset == start || bytes[offset - 1].isSpace { return true }
    guard pending == offset, let previous = tokens.last else { return false }
    return previous.kind == .oddSpace || previous.kind == .invisible || previous.kind == .control
  }

  private func skipSpaces(_ bytes: Span<UInt8>, from offset: Int) -> Int {
    var next = offset
    while next < end, bytes[next].isSpace { next += 1 }
    return next
  }
}

// MARK: Colons and links

extension Lexer {
  private func colon(_ bytes: Span<UInt8>, at offset: Int) -> Special {
    var last = offset + 1
    while last < end, bytes[last] == UInt8(ascii: ":") { last += 1 }
    if last - offset > 1 { return .token(.colons, offset, last) }
    guard let first = LinkScanner.schemeStart(bytes, colon: offset, floor: pending, end: end) else {
      return .literal(1)
    }
    let linkEnd = LinkScanner.linkEnd(
      bytes, from: first, colon: offset, end: end, isInBraces: braceDepth > 0)
    return .token(.url, first, linkEnd)
  }
}
