// Groups: what stands behind an opening parenthesis.

extension PatternReader {
  /// Reads a group whose `(` is taken; nil when it matches nothing by itself.
  mutating func readGroup() throws(UnreadablePattern) -> PatternNode? {
    if peek == "*" { throw UnreadablePattern() }
    guard skip("?") else { return try readPlainGroup() }
    if skip("#") { return try skipComment() }
    if skip(":") || skip(">") { return try readBody() }
    if skip("|") {
      traits.insert(.resets)
      return try readBody()
    }
    if let look = takeLook() { return .look(look, try readBody()) }
    if skip("P=") { return try readReference(to: ")") }
    if skip("P>") || skip("&") { return try readCall() }
    if skip("P<") || skip("<") { return try readNamedGroup(">") }
    if skip("'") { return try readNamedGroup("'") }
    if skip("(") { return try readCondition() }
    return try isCall ? readCall() : readSettings()
  }

  private mutating func readPlainGroup() throws(UnreadablePattern) -> PatternNode {
    settings.capturesNothing ? try readBody() : try readCapture()
  }

  private mutating func readCapture() throws(UnreadablePattern) -> PatternNode {
    captureCount += 1
    return .capture(captureCount, try readBody())
  }

  private mutating func readNamedGroup(_ end: String) throws(UnreadablePattern) -> PatternNode {
    traits.insert(.names)
    try takeName()
    try require(end)
    return try readCapture()
  }

  /// Reads up to the group's `)` and restores the settings.
  private mutating func readBody() throws(UnreadablePattern) -> PatternNode {
    let outer = settings
    defer { settings = outer }
    let body = try readAlternation()
    if isQuoting { throw UnreadablePattern() }
    try require(")")
    return body
  }

  private mutating func takeLook() -> PatternLook? {
    if skip("=") { return .ahead }
    if skip("!") { return .notAhead }
    if skip("<=") { return .behind }
    return skip("<!") ? .notBehind : nil
  }

  private mutating func skipComment() throws(UnreadablePattern) -> PatternNode? {
    while try take() != ")" {}
    return nil
  }

  /// Takes a name or a number.
  mutating func takeName() throws(UnreadablePattern) {
    let name = takeAll { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    if name.isEmpty { throw UnreadablePattern() }
  }
}

// MARK: - References, calls and conditions

extension PatternReader {
  /// Reads the name of a group that is referred to.
  mutating func readReference(to end: String) throws(UnreadablePattern) -> PatternNode {
    traits.insert(.references)
    try takeName()
    try require(end)
    return .unknown
  }

  /// Whether `R`, a number, or a number with a sign comes next.
  private var isCall: Bool {
    if peek == "R" { return true }
    let digit = peek == "+" || peek == "-" ? peek(1) : peek
    return digit?.isNumber ?? false
  }

  private mutating func readCall() throws(UnreadablePattern) -> PatternNode {
    traits.insert(.calls)
    if !skip("+") { _ = skip("-") }
    try takeName()
    try require(")")
    return .unknown
  }

  /// Reads `(?(condition)yes|no)`, of which `(?(` is taken.
  private mutating func readCondition() throws(UnreadablePattern) -> PatternNode {
    traits.insert(.conditions)
    if skip("DEFINE)") {
      _ = try readBody()
      return .empty
    }
    var condition = PatternNode.empty
    if peek == "?" { condition = try readAssertedCondition() } else { try skipCondition() }
    return try chosen(by: condition, readBody())
  }

  private mutating func readAssertedCondition() throws(UnreadablePattern) -> PatternNode {
    next += 1
    guard let look = takeLook() else { throw UnreadablePattern() }
    return .look(look, try readBody())
  }

  private mutating func skipCondition() throws(UnreadablePattern) {
    let start = next
    if skip("<") || skip("'") {
      try takeName()
      if !skip(">") { try require("'") }
    } else {
      if !skip("+") { _ = skip("-") }
      if skip("R&") {}
      try takeName()
    }
    if scalars[start..<next].starts(with: "VERSION".unicodeScalars) { throw UnreadablePattern() }
    try require(")")
  }

  private func chosen(
    by condition: PatternNode, _ body: PatternNode
  ) throws(UnreadablePattern) -> PatternNode {
    guard case .alternation(let branches) = body else {
      return .alternation([.sequence([condition, body]), .empty])
    }
    guard branches.count == 2 else { throw UnreadablePattern() }
    return .alternation([.sequence([condition, branches[0]]), branches[1]])
  }
}

// MARK: - Settings

extension PatternReader {
  /// Reads `(?imsx-sx)` or `(?imsx-sx:…)`, of which `(?` is taken.
  private mutating func readSettings() throws(UnreadablePattern) -> PatternNode? {
    let outer = settings
    var isOn = true
    while let letter = peek, letter != ")", letter != ":" {
      next += 1
      if letter == "-", isOn { isOn = false } else { try set(letter, isOn) }
    }
    if skip(")") { return nil }
    try require(":")
    let body = try readBody()
    settings = outer
    return body
  }

  private mutating func set(_ letter: Character, _ isOn: Bool) throws(UnreadablePattern) {
    switch letter {
    case "m", "s", "J", "U": break
    case "i" where isOn: break
    case "n": settings.capturesNothing = isOn
    case "x" where peek != "x": settings.isExtended = isOn
    default: throw UnreadablePattern()
    }
  }
}
