// Texts that patterns explode on: a piece again and again, with and without an end that spoils it.

internal import PCRE2

/// One hostile text of 8 KiB.
struct HostileProbe {
  /// The piece that is repeated, in short.
  let name: String
  let text: [UInt8]

  /// Pieces that any pattern meets.
  private static let pieces = ["a", " ", "ab ", "0", "é", "猫"]

  /// The hostile texts for `pattern`: those for any, and what its own items and examples suggest.
  static func all(_ pattern: Pattern, match: [String], clean: [String]) -> [HostileProbe] {
    let samples = PatternSamples(pattern)
    var pieces = Self.pieces
    for piece in samples.repeated.prefix(4) + [samples.text, samples.text + " "]
    where !piece.isEmpty && !pieces.contains(piece) { pieces.append(piece) }
    pieces += [match, clean].filter { !$0.isEmpty }.map { $0.joined(separator: " ") + " " }
    return pieces.flatMap { [HostileProbe($0, end: ""), HostileProbe($0, end: samples.spoiler)] }
  }

  /// As many of `piece` as there is room for before `end`.
  private init(_ piece: String, end: String) {
    let (piece, end) = (Array(piece.utf8), Array(end.utf8))
    let room = PatternAdmission.probeLength - end.count
    text = Array(repeatElement(piece, count: room / piece.count).joined()) + end
    let tail = end.isEmpty ? "" : " and an end that spoils it"
    name = String(decoding: piece.prefix(40), as: UTF8.self) + (piece.count > 40 ? "…" : "") + tail
  }
}

/// Characters that the items of a pattern match, roughly.
struct PatternSamples {
  /// One for each item, with a space between alternatives: almost a match.
  private(set) var text = ""
  /// Those of items that are repeated without a bound, each once.
  private(set) var repeated: [String] = []
  /// Every character once, none beside another: whatever libpcre2 requires is in the text, and yet
  /// no match.
  let spoiler: String

  init(_ pattern: Pattern) {
    let source = Array(pattern.source.utf8)
    for item in pattern.items {
      let item = String(decoding: source[item.range], as: UTF8.self)
      let sample = Self.sample(item)
      text += sample
      let isEndless = ["*", "+", ",}", "*?", "+?", ",}?"].contains { item.hasSuffix($0) }
      if item.utf8.count > 1, isEndless, !sample.isEmpty, !repeated.contains(sample) {
        repeated.append(sample)
      }
    }
    spoiler = Set(text).sorted().prefix(64).map { "!\($0)" }.joined() + "!"
  }

  /// A character that the item may match; none for groups and places.
  private static func sample(_ item: String) -> String {
    guard let first = item.unicodeScalars.first else { return "" }
    switch first {
    case "(", ")", "^", "$": return ""
    case "|": return " "
    case ".": return "a"
    case "\\": return escaped(item.unicodeScalars.dropFirst().first ?? "\\")
    case "[":
      let inside = item.unicodeScalars.dropFirst()
      return inside.first == "^" ? "a" : member(inside)
    default: return String(first)
    }
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

  /// The first member of a class, as far as one can be had without reading all of it.
  private static func member(_ inside: Substring.UnicodeScalarView) -> String {
    guard let first = inside.first else { return "" }
    return first == "\\" ? escaped(inside.dropFirst().first ?? "\\") : String(first)
  }
}
