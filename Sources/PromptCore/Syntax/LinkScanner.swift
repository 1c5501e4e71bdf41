// Where a link in a prompt begins and ends.

/// Finds the extent of links, as people paste them: bare, in `<…>`, with `::2` or a comma behind.
enum LinkScanner {
  /// The start of the scheme (or of the `<` before it) whose colon stands at `colon`; nil when this
  /// colon opens no link.
  static func schemeStart(_ bytes: Span<UInt8>, colon: Int, floor: Int, end: Int) -> Int? {
    var first = colon
    while first > floor, bytes[first - 1].isLetter { first -= 1 }
    guard opensLink(bytes, scheme: first..<colon, end: end) else { return nil }
    if first > floor, bytes[first - 1].isDigit { return nil }
    return first > floor && bytes[first - 1] == UInt8(ascii: "<") ? first - 1 : first
  }

  private static func opensLink(_ bytes: Span<UInt8>, scheme: Range<Int>, end: Int) -> Bool {
    let after = scheme.upperBound + 1
    return openings.contains { opening in
      matches(bytes, scheme, opening.scheme)
        && matches(bytes, after..<min(end, after + opening.rest.count), opening.rest)
    }
  }

  private static let openings: [(scheme: [UInt8], rest: [UInt8])] = Link.Scheme.allCases.map {
    (Array($0.rawValue.utf8), Array($0.opening.utf8))
  }

  private static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count == word.count else { return false }
    for index in word.indices where bytes[range.lowerBound + index].lowercased != word[index] {
      return false
    }
    return true
  }

  /// The end of the link that begins at `first`; bytes that aren't UTF-8 end it.
  static func linkEnd(
    _ bytes: Span<UInt8>, from first: Int, colon: Int, end: Int, isInBraces: Bool
  ) -> Int {
    let isBracketed = bytes[first] == UInt8(ascii: "<")
    var last = colon + 1
    while last < end, !isStop(bytes[last]), !isForeignStop(bytes, last, end) {
      if bytes[last] == UInt8(ascii: ","), isInBraces || isLastComma(bytes, last, end) { break }
      guard let scalar = decodeScalar(bytes, at: last, end: end) else { break }
      last += scalar.count
    }
    if isBracketed, last < end, bytes[last] == UInt8(ascii: ">") { return last + 1 }
    return trimmed(bytes, first, last, colon)
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || stops.contains(byte)
  }

  /// Whether the end of a label of Markdown stands here, or a dash, a space or closing punctuation
  /// beyond ASCII, which no link holds as they are.
  private static func isForeignStop(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    if bytes[offset] == UInt8(ascii: "]") {
      return offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "(")
    }
    guard bytes[offset] >= 0xC2, let scalar = decodeScalar(bytes, at: offset, end: end) else {
      return false
    }
    let kind = ScalarClass(scalar.value)
    return kind == .dash || kind == .oddSpace || WideScalar.closes(scalar.value)
  }

  private static let stops = ByteSet { Array("\"`<>\\{}".utf8).contains($0) }
  private static let punctuation = ByteSet { Array(",.;!')]".utf8).contains($0) }

  private static func isLastComma(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    offset + 1 == end || isStop(bytes[offset + 1])
  }

  /// Takes a weight (`::2`) and a sentence's punctuation off the end.
  private static func trimmed(_ bytes: Span<UInt8>, _ first: Int, _ last: Int, _ colon: Int) -> Int
  {
    var last = weightStart(bytes, last, colon) ?? last
    while last > colon + 3 {
      if punctuation.contains(bytes[last - 1]) {
        last -= 1
      } else if isCurlyQuote(bytes, endingAt: last) {
        last -= 3
      } else {
        break
      }
    }
    return last
  }

  /// Whether `‘`, `’`, `“`, `”` or a relative stands before `last`.
  private static func isCurlyQuote(_ bytes: Span<UInt8>, endingAt last: Int) -> Bool {
    last >= 3 && bytes[last - 3] == 0xE2 && bytes[last - 2] == 0x80
      && 0x98...0x9F ~= bytes[last - 1]
  }

  /// The first of two and more colons before a number at the end, or with no number behind them.
  private static func weightStart(_ bytes: Span<UInt8>, _ last: Int, _ colon: Int) -> Int? {
    var offset = last
    while offset > colon + 3, isNumberByte(bytes[offset - 1]) { offset -= 1 }
    let hasColons = offset - 2 > colon && bytes[offset - 1] == 0x3A && bytes[offset - 2] == 0x3A
    guard hasColons else { return nil }
    while offset > colon + 3, bytes[offset - 1] == UInt8(ascii: ":") { offset -= 1 }
    return offset
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
