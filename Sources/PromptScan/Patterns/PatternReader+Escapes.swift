// Escapes: what stands behind a backslash outside and inside classes.

extension PatternReader {
  /// Reads an escape outside a class, whose backslash is taken.
  mutating func readEscape() throws(UnreadablePattern) -> PatternNode? {
    let scalar = try take()
    if let edge = Self.edge(scalar) { return .edge(edge) }
    if let set = try readShorthand(scalar) { return .set(set) }
    switch scalar {
    case "N" where peek != "{": return .set(.any)
    case "R": return .repeated(.set(.vertical), minimum: 1, maximum: 2)
    case "X": return .repeated(.set(.any), minimum: 1, maximum: nil)
    case "g": return try readNumberedReference()
    case "k": return try readNamedReference()
    case "1"..."9": return try readDigitReference()
    default: return .set(PatternSet(try readCharacter(scalar)))
    }
  }

  private static func edge(_ scalar: Unicode.Scalar) -> PatternEdge? {
    switch scalar {
    case "b": .wordBoundary
    case "B": .notWordBoundary
    case "A": .start
    case "z", "Z": .end
    default: nil
    }
  }

  /// Reads an escape that stands for several characters, inside classes and outside.
  mutating func readShorthand(_ scalar: Unicode.Scalar) throws(UnreadablePattern) -> PatternSet? {
    switch scalar {
    case "d": return .digit
    case "D": return PatternSet.digit.inverted
    case "s": return .space
    case "S": return PatternSet.space.inverted
    case "w": return .word
    case "W": return PatternSet.word.inverted
    case "h": return .horizontal
    case "H": return PatternSet.horizontal.inverted
    case "v": return .vertical
    case "V": return PatternSet.vertical.inverted
    case "p", "P": return try readProperty()
    default: return nil
    }
  }

  /// Reads the name of a property, of which nothing is concluded.
  private mutating func readProperty() throws(UnreadablePattern) -> PatternSet {
    if skip("{") {
      while try take() != "}" {}
    } else {
      guard try take().properties.isAlphabetic else { throw UnreadablePattern() }
    }
    return .uncertain
  }

  /// Reads an escape that stands for one character, inside classes and outside.
  mutating func readCharacter(
    _ scalar: Unicode.Scalar
  ) throws(UnreadablePattern) -> Unicode.Scalar {
    switch scalar {
    case "a": return "\u{7}"
    case "e": return "\u{1B}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "0": return try readOctal()
    case "x": return try readHexadecimal()
    case "o": return try readBraced(radix: 8)
    case "N":
      guard peek(1) == "U", peek(2) == "+" else { throw UnreadablePattern() }
      return try readBraced(radix: 16, behind: "U+")
    case "a"..."z", "A"..."Z", "1"..."9": throw UnreadablePattern()
    default: return scalar
    }
  }

  private mutating func readOctal() throws(UnreadablePattern) -> Unicode.Scalar {
    var digits = ""
    while digits.count < 2, let digit = peek, "0"..."7" ~= digit {
      digits.append(digit)
      next += 1
    }
    return try Self.scalar(digits.isEmpty ? "0" : digits, radix: 8)
  }

  private mutating func readHexadecimal() throws(UnreadablePattern) -> Unicode.Scalar {
    if peek == "{" { return try readBraced(radix: 16) }
    var digits = ""
    while digits.count < 2, let digit = peek, digit.isHexDigit {
      digits.append(digit)
      next += 1
    }
    return try Self.scalar(digits.isEmpty ? "0" : digits, radix: 16)
  }

  private mutating func readBraced(
    radix: Int, behind prefix: String = ""
  ) throws(UnreadablePattern) -> Unicode.Scalar {
    try require("{" + prefix)
    let digits = takeAll(where: \.isHexDigit)
    try require("}")
    return try Self.scalar(digits, radix: radix)
  }

  private static func scalar(
    _ digits: String, radix: Int
  ) throws(UnreadablePattern) -> Unicode.Scalar {
    guard let value = UInt32(digits, radix: radix), let scalar = Unicode.Scalar(value) else {
      throw UnreadablePattern()
    }
    return scalar
  }
}

// MARK: - References

extension PatternReader {
  /// Reads `\1`; two digits may be an octal number.
  private mutating func readDigitReference() throws(UnreadablePattern) -> PatternNode {
    next -= 1
    let number = try takeNumber()
    guard number < 10 else { throw UnreadablePattern() }
    traits.insert(.references)
    return .reference(number)
  }

  /// Reads `\g1`, `\g{1}`, `\g{-1}` and `\g{name}`, or the calls `\g<…>` and `\g'…'`.
  private mutating func readNumberedReference() throws(UnreadablePattern) -> PatternNode {
    if skip("<") { return try readCalledName(">") }
    if skip("'") { return try readCalledName("'") }
    let isBraced = skip("{")
    if !skip("+") { _ = skip("-") }
    guard isBraced else {
      traits.insert(.references)
      _ = try takeNumber()
      return .unknown
    }
    return try readReference(to: "}")
  }

  private mutating func readCalledName(_ end: String) throws(UnreadablePattern) -> PatternNode {
    traits.insert(.calls)
    if !skip("+") { _ = skip("-") }
    try takeName()
    try require(end)
    return .unknown
  }

  private mutating func readNamedReference() throws(UnreadablePattern) -> PatternNode {
    if skip("<") { return try readReference(to: ">") }
    if skip("'") { return try readReference(to: "'") }
    try require("{")
    return try readReference(to: "}")
  }
}
