// Text that a pattern almost matches, guessed from its items.

internal import PCRE2

/// Characters that the items of a pattern match, roughly.
struct PatternSamples {
  /// One for each item, with a space between alternatives: almost a match.
  private(set) var text = ""
  /// Those of items and groups that are repeated, each once.
  private(set) var repeated: [String] = []
  /// What classes such as `[^,]` exclude.
  private var excluded: Set<Character> = []
  /// Where in `text` the groups that are open begin.
  private var groups: [Int] = []

  init(_ pattern: Pattern) {
    let source = Array(pattern.source.utf8)
    for item in pattern.items { add(String(decoding: source[item.range], as: UTF8.self)) }
  }

  /// Every character once, with another one between: whatever libpcre2 requires is in the text, and
  /// yet no match. A line end is the last, which `.` doesn't match.
  var spoiler: String {
    let characters = excluded.union(text)
    let other = "!;~%@&".first { !characters.contains($0) } ?? "!"
    return characters.sorted().prefix(64).map { "\(other)\($0)" }.joined() + "\(other)\n"
  }

  private mutating func add(_ item: String) {
    if item.hasPrefix("(") {
      groups.append(text.count)
    } else if item.hasPrefix(")") {
      let start = groups.popLast() ?? 0
      if item != ")" { note(String(text.dropFirst(start))) }
    } else {
      let sample = sample(item.unicodeScalars)
      text += sample
      if item.hasSuffix("*") || item.hasSuffix("+") || item.hasSuffix("}")
        || item.hasSuffix("?")
      {
        note(sample)
      }
    }
  }

  private mutating func note(_ piece: String) {
    if !piece.isEmpty, !repeated.contains(piece) { repeated.append(piece) }
  }

  /// A character that the item may match; none for places.
  private mutating func sample(_ item: String.UnicodeScalarView) -> String {
    guard let first = item.first else { return "" }
    let rest = item.dropFirst()
    switch first {
    case "^", "$": return ""
    case "|": return " "
    case ".": return "a"
    case "\\": return Self.escaped(rest.first ?? "\\")
    case "[" where rest.first == "^":
      excluded.formUnion(Self.member(rest.dropFirst()))
      return "a"
    case "[": return Self.member(rest)
    default: return String(first)
    }
  }

  /// The first member of a class, as far as one can be had without reading all of it.
  private static func member(_ inside: Substring.UnicodeScalarView) -> String {
    guard let first = inside.first else { return "" }
    return first == "\\" ? escaped(inside.dropFirst().first ?? "\\") : String(first)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "d": "0"
    case "s", "h": " "
    case "w", "p", "S", "D": "a"
    case "a"..."z", "A"..."Z", "0"..."9": ""
    default: String(scalar)
    }
  }
}
