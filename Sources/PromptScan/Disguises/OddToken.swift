// A run without spaces in pieces of letters.

internal import PromptCore

/// A run without spaces, read as pieces of letters.
struct OddToken {
  /// The letters of all pieces, digits and symbols as the letters that they are taken for.
  var letters: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// Where in `letters` something stands that may be another letter as well.
  private(set) var choices: [Choice] = []

  /// Letters in a row.
  struct Piece {
    /// Where they stand in the text.
    let range: Range<Int>
    /// The same in `letters`.
    let letters: Range<Int>
    /// What was taken for a letter, or stood beside one.
    var disguises: Disguises
    /// What stands before it.
    let gap: Gap
  }

  /// A letter that may be another one.
  struct Choice {
    /// Where it stands in `letters`.
    let place: Int
    /// What it is taken for at first, and the other letter.
    let usual: UInt8
    let other: UInt8
  }

  /// What stands between two pieces, the weakest sign of a disguise first.
  enum Gap: Int, Comparable {
    /// A comma, a slash, a quote or a bracket: two words.
    case list
    /// A hyphen, a full stop, an apostrophe: one or two words.
    case soft
    /// Anything else.
    case hard

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// How digits and symbols are read.
  enum Reading {
    /// As letters.
    case letters
    /// As what separates letters.
    case gaps
    /// Symbols that hide a letter as letters, everything else as what separates them.
    case masks

    /// How words are disguised that no other reading shows.
    var disguise: Disguises {
      switch self {
      case .letters: .leet
      case .gaps: []
      case .masks: .masked
      }
    }

    /// The letter that a digit or a symbol is taken for, and another one that it may be; nil when it
    /// separates letters.
    fileprivate func letter(_ byte: UInt8) -> (letter: UInt8, other: UInt8?)? {
      switch self {
      case .gaps: return nil
      case .masks: return LeetLetters.isMask(byte) ? (byte, byte) : nil
      case .letters:
        let letter = LeetLetters.letter(byte)
        return letter == byte ? nil : (letter, LeetLetters.otherLetter(byte))
      }
    }
  }

  /// Takes the pieces of another run; the memory is used again.
  mutating func split(_ text: Span<UInt8>, _ run: Range<Int>, _ reading: Reading) {
    letters.clear()
    pieces.clear()
    choices.clear()
    var (offset, gap, isNumbered) = (run.lowerBound, Gap.list, false)
    while offset < run.upperBound {
      let first = letters.count
      var (end, disguises) = (offset, Disguises())
      while end < run.upperBound, append(text[end], reading, &disguises) { end += 1 }
      if end > offset {
        pieces.append(
          Piece(
            range: offset..<end, letters: first..<letters.count,
            disguises: isNumbered ? disguises.union(.numbered) : disguises,
            gap: pieces.isEmpty ? .hard : gap))
        (offset, gap, isNumbered) = (end, .list, false)
      } else {
        isNumbered = text[offset] &- 0x30 < 10
        if isNumbered { numberLast(before: offset) }
        gap = max(gap, Self.gap(text, offset, in: run))
        offset += 1
      }
    }
  }

  /// Notes that a digit follows the last piece, if that ends there.
  private mutating func numberLast(before offset: Int) {
    guard let last = pieces.indices.last, pieces[last].range.upperBound == offset else { return }
    pieces[last].disguises.insert(.numbered)
  }

  /// Appends the letter that a byte is in a reading; false when it separates letters.
  private mutating func append(
    _ byte: UInt8, _ reading: Reading, _ disguises: inout Disguises
  ) -> Bool {
    if byte &- 0x61 < 26 || byte >= 0x80 {
      letters.append(byte)
      return true
    }
    guard let (letter, other) = reading.letter(byte) else { return false }
    if let other { choices.append(Choice(place: letters.count, usual: letter, other: other)) }
    letters.append(letter)
    disguises.formUnion(reading.disguise)
    return true
  }

  /// What the byte at `offset` separates; the second of two colons is no punctuation of prose.
  static func gap(_ text: Span<UInt8>, _ offset: Int, in run: Range<Int>) -> Gap {
    let byte = text[offset]
    let isDouble = offset > run.lowerBound && text[offset - 1] == byte
    switch byte {
    case UInt8(ascii: ":") where isDouble: return .hard
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "!"):
      return .list
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ":"):
      return .soft
    default: return .hard
    }
  }
}
