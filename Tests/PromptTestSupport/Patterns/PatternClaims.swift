// Holds what an outline says of a pattern against what libpcre2 matches.

internal import PCRE2
package import PromptScan

/// A pattern with its outline and its compiled forms.
package struct PatternClaims {
  /// What is said of the pattern.
  package let outline: PatternOutline
  private let pattern: Pattern
  private let anchored: Pattern

  /// The claims about a pattern; nil when libpcre2 refuses it.
  package init?(_ source: String) {
    guard let pattern = try? Pattern(source, options: .caseless),
      let anchored = try? Pattern(source, options: [.caseless, .anchored])
    else { return nil }
    (self.pattern, self.anchored, outline) = (pattern, anchored, PatternOutline(source))
  }

  /// How many matches were looked at in a text, and what is untrue of one of them.
  ///
  /// Text beyond ASCII is folded first, as the scanner does.
  package func check(_ text: String) -> (matches: Int, mistake: String?) {
    let bytes = Self.folded(text)
    var scratch = MatchScratch(matchLimit: 2_000)
    let ranges = matches(in: bytes, &scratch)
    for range in ranges {
      if let mistake = mistake(bytes, range) { return (ranges.count, mistake) }
    }
    return (ranges.count, nil)
  }

  /// The matches of a search, and those that begin at any place.
  private func matches(in bytes: [UInt8], _ scratch: inout MatchScratch) -> Set<Range<Int>> {
    var ranges = Set((try? pattern.allMatches(in: bytes.span, scratch: &scratch)) ?? [])
    for start in 0...bytes.count where start == bytes.count || bytes[start] & 0xC0 != 0x80 {
      let match = try? anchored.firstMatch(in: bytes.span, from: start, scratch: &scratch)
      if let match { ranges.insert(match) }
    }
    return ranges
  }

  private func mistake(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    if range.count < outline.minimumLength { return "shorter than said" }
    if range.count > outline.maximumLength ?? .max { return "longer than said" }
    switch outline.anchor {
    case .none: return nil
    case .literals(let texts):
      let matched = bytes[range].map(Self.folded)
      return texts.contains { Self.contains(matched, $0) } ? nil : "no literal"
    case .words(let words, let isStart):
      let places = Self.words(bytes).filter {
        range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
          && words.contains(bytes[$0].map(Self.folded))
      }
      if places.isEmpty { return "no word" }
      return !isStart || places[0].lowerBound == range.lowerBound ? nil : "not at the start"
    }
  }
}

// MARK: - Texts

extension PatternClaims {
  private static func folded(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
    var folded = FoldedText()
    Folding.fold(Array(text.utf8).span, into: &folded)
    return folded.bytes
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.count >= part.count
      && (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  /// The runs of letters and digits of any script.
  private static func words(_ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if isLetter(scalar) {
        if let last = words.last, last.upperBound == offset {
          words[words.count - 1] = last.lowerBound..<end
        } else {
          words.append(offset..<end)
        }
      }
      offset = end
    }
    return words
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}

extension RandomPatternMaker {
  /// The next pattern that libpcre2 takes, with the claims about it.
  package mutating func nextCompiled() -> (pattern: RandomPattern, claims: PatternClaims) {
    while true {
      let pattern = next()
      if let claims = PatternClaims(pattern.source) { return (pattern, claims) }
    }
  }
}
