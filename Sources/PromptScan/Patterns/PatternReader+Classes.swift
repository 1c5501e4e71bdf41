// Classes: what stands between square brackets.

extension PatternReader {
  /// What a class lists: one character, which may begin or end a range, or several.
  private enum Item {
    case scalar(Unicode.Scalar)
    case set(PatternSet)
  }

  /// Reads a class whose `[` is taken.
  mutating func readClass() throws(UnreadablePattern) -> PatternSet {
    let isInverted = skip("^")
    var set = PatternSet()
    var isFirst = true
    while isFirst || peek != "]" {
      isFirst = false
      let item = try readItem()
      try insert(item, into: &set)
    }
    next += 1
    return isInverted ? set.inverted : set
  }

  private mutating func insert(_ item: Item, into set: inout PatternSet) throws(UnreadablePattern) {
    let isRange = peek == "-" && peek(1) != "]"
    switch item {
    case .set(let other):
      if isRange { throw UnreadablePattern() }
      set.formUnion(other)
    case .scalar(let first) where isRange:
      next += 1
      guard case .scalar(let last) = try readItem(), first <= last else {
        throw UnreadablePattern()
      }
      set.insert(first...last)
    case .scalar(let scalar): set.insert(scalar...scalar)
    }
  }

  private mutating func readItem() throws(UnreadablePattern) -> Item {
    let scalar = try take()
    if scalar == "\\" { return try readEscapedItem() }
    guard scalar == "[" else { return .scalar(scalar) }
    if peek == "." || peek == "=" { throw UnreadablePattern() }
    return skip(":") ? .set(try readPOSIXClass()) : .scalar(scalar)
  }

  private mutating func readEscapedItem() throws(UnreadablePattern) -> Item {
    let scalar = try take()
    if scalar == "b" { return .scalar("\u{8}") }
    if let set = try readShorthand(scalar) { return .set(set) }
    return .scalar(try readCharacter(scalar))
  }

  private mutating func readPOSIXClass() throws(UnreadablePattern) -> PatternSet {
    let isInverted = skip("^")
    let name = takeAll { $0.isASCII && $0.isLetter }
    try require(":]")
    let set = try Self.posixSet(name)
    return isInverted ? set.inverted : set
  }

  private static func posixSet(_ name: String) throws(UnreadablePattern) -> PatternSet {
    switch name {
    case "alpha": .alphabetic
    case "alnum": .alphanumeric
    case "digit": .digit
    case "word": .word
    case "space": .space
    case "blank": .horizontal
    case "xdigit": .hexadecimal
    case "punct": .punctuation
    case "ascii", "cntrl", "graph", "lower", "print", "upper": .uncertain
    default: throw UnreadablePattern()
    }
  }
}
