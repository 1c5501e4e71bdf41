// Reads PCRE2's syntax into a tree; what it doesn't know for certain it refuses whole.

/// Why a pattern isn't read: something in it may mean what this reader doesn't know.
struct UnreadablePattern: Error {}

/// A reader of patterns as they are compiled here: caseless, UTF, `\w` and `\b` after Unicode.
package struct PatternReader {
  /// The settings that `(?…)` changes and a group restores.
  struct Settings {
    var isExtended = false
    var capturesNothing = false
  }

  private static let maximumDepth = 60

  let scalars: [Unicode.Scalar]
  var next = 0
  var settings = Settings()
  var traits: PatternTraits = []
  var captureCount = 0
  var isQuoting = false
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// The tree of a pattern; nil when it holds anything that isn't known for certain.
  ///
  /// - Complexity: O(n).
  package static func read(_ source: String) -> PatternTree? {
    var reader = PatternReader(source)
    guard let root = try? reader.readAlternation(), reader.next == reader.scalars.count else {
      return nil
    }
    if reader.isQuoting || reader.settings.isExtended { reader.traits.insert(.openEnd) }
    return PatternTree(root: root, traits: reader.traits)
  }
}

// MARK: - Steps

extension PatternReader {
  /// The scalar that comes next, as an ASCII character; nil at the end and for all others.
  var peek: Character? { peek(0) }

  func peek(_ offset: Int) -> Character? {
    guard next + offset < scalars.count, scalars[next + offset].isASCII else { return nil }
    return Character(scalars[next + offset])
  }

  /// Takes the next scalar.
  mutating func take() throws(UnreadablePattern) -> Unicode.Scalar {
    guard next < scalars.count else { throw UnreadablePattern() }
    next += 1
    return scalars[next - 1]
  }

  /// Takes this text if it comes next.
  mutating func skip(_ text: String) -> Bool {
    guard scalars[next...].starts(with: text.unicodeScalars) else { return false }
    next += text.unicodeScalars.count
    return true
  }

  /// Takes this text, which must come next.
  mutating func require(_ text: String) throws(UnreadablePattern) {
    if !skip(text) { throw UnreadablePattern() }
  }

  /// Takes what comes next as long as it passes.
  mutating func takeAll(where passes: (Character) -> Bool) -> String {
    var text = ""
    while let character = peek, passes(character) {
      text.append(character)
      next += 1
    }
    return text
  }

  /// Takes a number of at most five digits.
  mutating func takeNumber() throws(UnreadablePattern) -> Int {
    let digits = takeAll { $0.isASCII && $0.isNumber }
    guard digits.count <= 5, let number = Int(digits) else { throw UnreadablePattern() }
    return number
  }
}

// MARK: - Alternatives and sequences

extension PatternReader {
  /// Reads up to the end or the `)` of a group.
  mutating func readAlternation() throws(UnreadablePattern) -> PatternNode {
    depth += 1
    guard depth <= Self.maximumDepth else { throw UnreadablePattern() }
    defer { depth -= 1 }
    var branches = [try readSequence()]
    while !isQuoting, skip("|") { branches.append(try readSequence()) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func readSequence() throws(UnreadablePattern) -> PatternNode {
    var nodes: [PatternNode] = []
    while true {
      skipQuotes()
      if !isQuoting { try skipExtendedSpace() }
      guard next < scalars.count, isQuoting || peek != "|" && peek != ")" else { break }
      let start = next
      guard let atom = try readAtom() else { continue }
      precondition(next > start)
      nodes.append(try readRepeats(of: atom))
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  /// Takes `\Q` and `\E`.
  private mutating func skipQuotes() {
    while true {
      if skip("\\E") {
        isQuoting = false
      } else if !isQuoting, skip("\\Q") {
        isQuoting = true
      } else {
        return
      }
    }
  }

  /// Takes spaces and comments where they mean nothing.
  private mutating func skipExtendedSpace() throws(UnreadablePattern) {
    guard settings.isExtended else { return }
    while next < scalars.count {
      if scalars[next].properties.isPatternWhitespace {
        next += 1
      } else if peek == "#" {
        try skipLineComment()
      } else {
        return
      }
    }
  }

  /// Takes a comment; which line ends but "\n" end one depends on how libpcre2 was built.
  private mutating func skipLineComment() throws(UnreadablePattern) {
    while next < scalars.count, scalars[next] != "\n" {
      if "\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalars[next]) {
        throw UnreadablePattern()
      }
      next += 1
    }
  }

  private mutating func readAtom() throws(UnreadablePattern) -> PatternNode? {
    if isQuoting { return .set(PatternSet(try take())) }
    let scalar = try take()
    switch scalar {
    case "(": return try readGroup()
    case "[": return .set(try readClass())
    case "\\": return try readEscape()
    case ".": return .set(.any)
    case "^": return .edge(.start)
    case "$": return .edge(.end)
    case "*", "+", "?", "{": throw UnreadablePattern()
    default: return .set(PatternSet(scalar))
    }
  }

  private mutating func readRepeats(of atom: PatternNode) throws(UnreadablePattern) -> PatternNode {
    if isQuoting {
      guard skip("\\E") else { return atom }
      isQuoting = false
    }
    try skipExtendedSpace()
    guard let (minimum, maximum) = try readCounts() else { return atom }
    if !skip("+") { _ = skip("?") }
    return .repeated(atom, minimum: minimum, maximum: maximum)
  }

  private mutating func readCounts() throws(UnreadablePattern) -> (Int, Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard skip("{") else { return nil }
    let minimum = try takeNumber()
    if skip("}") { return (minimum, minimum) }
    try require(",")
    if skip("}") { return (minimum, nil) }
    let maximum = try takeNumber()
    try require("}")
    guard minimum <= maximum else { throw UnreadablePattern() }
    return (minimum, maximum)
  }
}
