// Tokens → structure, from left to right: command prefix, text with images, parameters.

/// Turns a prompt's bytes into a `Prompt`.
///
/// One pass over the tokens; the only things looked up ahead are the partner of a brace and whether a
/// dash begins a parameter. Parsing never fails and never recurses: broken input is recorded in
/// `Prompt.faults`, and a value that is there but wrong is left for the checks. Whether a value is
/// right is no question of syntax; how much text a parameter takes is, so the vocabulary says it.
public struct Parser {
  let vocabulary: ParameterVocabulary
  let scanner: ByteScanner
  var prompt: Prompt
  var braces: BracePairs
  /// The token that comes next.
  var index = 0

  /// Parses the prompt that stands in `range` of `source` (the whole source unless given).
  ///
  /// - Complexity: O(n).
  public static func parse(
    _ source: SourceText, in range: ByteRange? = nil, vocabulary: ParameterVocabulary
  ) -> Prompt {
    var parser = Parser(source, in: range ?? source.range, vocabulary)
    parser.run(source.bytes.span)
    return parser.prompt
  }

  private init(_ source: SourceText, in range: ByteRange, _ vocabulary: ParameterVocabulary) {
    self.vocabulary = vocabulary
    scanner = ByteScanner(end: Int(range.end))
    prompt = Prompt(range: range)
    (prompt.tokens, prompt.kinds) = Lexer.tokenize(source, in: range)
    braces = BracePairs(prompt)
  }

  private mutating func run(_ bytes: Span<UInt8>) {
    prompt.permutations = braces.permutations
    prompt.faults = braces.faults
    parseText(bytes, from: commandEnd(bytes))
    parseParameters(bytes)
    prompt.faults.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// The end of `/imagine prompt:` in front, which is recorded; the prompt's start without one.
  private mutating func commandEnd(_ bytes: Span<UInt8>) -> Int {
    let start = Int(prompt.range.start)
    let first = scanner.skipSpaces(bytes, start)
    guard let imagine = scanner.wordEnd(bytes, first, "/imagine") else { return start }
    var last = imagine
    if let word = scanner.wordEnd(bytes, scanner.skipSpaces(bytes, imagine), "prompt") {
      last = scanner.colonEnd(bytes, scanner.skipSpaces(bytes, word)) ?? word
    }
    prompt.faults.append(SyntaxFault(kind: .unexpectedCommand, range: ByteRange(first, last)))
    return last
  }
}

// MARK: Text

extension Parser {
  private mutating func parseText(_ bytes: Span<UInt8>, from start: Int) {
    var part = start
    while index < prompt.tokens.count {
      let token = prompt.tokens[index]
      switch token.kind {
      case .openBrace: index = braces.close(of: index) ?? index
      case .url: part = parseImage(bytes, token, part)
      case .colons where isTime(bytes, around: token.range):
        prompt.faults.append(SyntaxFault(kind: .doubledColon, range: token.range))
      case .colons: part = closePart(bytes, token, part)
      case .dash:
        if parameterStart(bytes, at: index, isAmongParameters: false) != nil {
          return endText(bytes, start, part, Int(token.range.start))
        }
        recordStrayDashes(bytes, token)
      default: break
      }
      index += 1
    }
    endText(bytes, start, part, Int(prompt.range.end))
  }

  private mutating func endText(_ bytes: Span<UInt8>, _ start: Int, _ part: Int, _ end: Int) {
    let last = trimmed(bytes, part, end)
    if !last.isEmpty {
      prompt.parts.append(TextPart(text: last, separator: nil, weight: nil))
    }
    prompt.text = trimmed(bytes, start, end)
  }

  /// Records a link; returns where the text behind it begins when it stands in front of its part.
  private mutating func parseImage(_ bytes: Span<UInt8>, _ token: Token, _ part: Int) -> Int {
    let isFirst = trimmed(bytes, part, Int(token.range.start)).isEmpty
    let isLeading = isFirst && prompt.parts.isEmpty
    var separator: ByteRange?
    var weight: ByteRange?
    var end = token.range.end
    if isFirst, index + 1 < prompt.tokens.count, prompt.tokens[index + 1].kind == .colons {
      index += 1
      separator = prompt.tokens[index].range
      (weight, end) = self.weight(bytes, after: prompt.tokens[index].range.end)
    }
    prompt.images.append(
      ImageReference(
        range: token.range, separator: separator, weight: weight, isLeading: isLeading))
    return isFirst ? Int(end) : part
  }

  private mutating func closePart(_ bytes: Span<UInt8>, _ token: Token, _ part: Int) -> Int {
    let (weight, end) = self.weight(bytes, after: token.range.end)
    let text = trimmed(bytes, part, Int(token.range.start))
    prompt.parts.append(TextPart(text: text, separator: token.range, weight: weight))
    return Int(end)
  }

  /// Whether colons stand between hours and minutes, as in `10::30`.
  private func isTime(_ bytes: Span<UInt8>, around colons: ByteRange) -> Bool {
    let start = Int(colons.start)
    let minutes = Int(colons.end)
    let end = scanner.skipDigits(bytes, minutes)
    var hours = start
    while hours > Int(prompt.range.start), bytes[hours - 1].isDigit { hours -= 1 }
    guard colons.count == 2, end == minutes + 2, bytes[minutes] < UInt8(ascii: "6"),
      end == scanner.end || !bytes[end].isNameByte && bytes[end] != UInt8(ascii: "."),
      hours == Int(prompt.range.start) || bytes[hours - 1].isSpace
    else { return false }
    return start - hours == 1 || start - hours == 2 && bytes[hours] < UInt8(ascii: "3")
  }

  /// The number directly behind a separator, and where the text goes on.
  private func weight(_ bytes: Span<UInt8>, after colons: UInt32) -> (ByteRange?, UInt32) {
    let start = Int(colons)
    guard let end = scanner.numberEnd(bytes, start),
      end == scanner.end || !bytes[end].isNameByte
    else { return (nil, colons) }
    return (ByteRange(start, end), UInt32(end))
  }

  /// Records dashes that are stray when they begin no parameter; a dash of prose is left alone.
  mutating func recordStrayDashes(_ bytes: Span<UInt8>, _ token: Token) {
    guard isStray(bytes, token.range) else { return }
    prompt.faults.append(SyntaxFault(kind: .strayDashes, range: token.range))
  }

  /// Whether dashes are two hyphens and more, with no space between the first and what follows.
  func isStray(_ bytes: Span<UInt8>, _ dash: ByteRange) -> Bool {
    let start = Int(dash.start)
    return dash.count > 1 && bytes[start] == 0x2D && !bytes[start + 1].isSpace
  }

  func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> ByteRange {
    var (first, last) = (start, end)
    while first < last, bytes[first].isSpace { first += 1 }
    while last > first, bytes[last - 1].isSpace { last -= 1 }
    return ByteRange(first, last)
  }
}
