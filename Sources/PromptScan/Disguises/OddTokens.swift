// "s3x", "n.u.d.e", "nu{}de", "n*de", "nude4": runs without spaces in which letters meet something else.

internal import PromptCore

/// Reads such runs in every way that may give a listed word.
struct OddTokens {
  private var token = OddToken()

  /// Longer runs are looked at piece by piece.
  private static let reach = 64

  /// Appends what the runs around the oddities of a text stand for, between the escapes that were
  /// found there.
  mutating func read(
    _ text: Span<UInt8>, at oddities: [UInt32], _ index: TermIndex, into found: inout Replacements
  ) {
    let escapes = found.all.filter { $0.disguises == .escaped }.map(\.range.indices)
    var (end, next) = (0, 0)
    for oddity in oddities.lazy.map({ Int($0) }) where oddity >= end {
      while next < escapes.count, escapes[next].upperBound <= oddity {
        end = escapes[next].upperBound
        next += 1
      }
      let last = next < escapes.count ? escapes[next].lowerBound : text.count
      if oddity >= last { continue }
      let run = Self.run(around: oddity, in: text, end..<last)
      end = run.upperBound
      let signs = OddSigns(text, run)
      if signs.mayHide { token.read(text, run, signs, index, into: &found) }
    }
  }

  private static func run(
    around oddity: Int, in text: Span<UInt8>, _ limits: Range<Int>
  ) -> Range<Int> {
    var start = oddity
    while start > limits.lowerBound, start > oddity - reach, text[start - 1] > 0x20 { start -= 1 }
    var end = oddity
    while end < limits.upperBound, end < oddity + reach, text[end] > 0x20 { end += 1 }
    return start..<max(end, oddity + 1)
  }
}

/// What a run holds, from one look at its bytes: most are ordinary, such as `well-known` or `8k`.
struct OddSigns {
  private(set) var letters = 0
  private(set) var hasDigits = false
  private(set) var hasLeet = false
  private(set) var others = 0
  private(set) var masks = 0
  private var pieces = 0
  private var shortest = Int.max
  private var hasHardGap = false

  init(_ text: Span<UInt8>, _ run: Range<Int>) {
    var length = 0
    for offset in run {
      let byte = text[offset]
      if byte &- 0x61 < 26 || byte >= 0x80 {
        length += 1
        continue
      }
      end(&length)
      note(byte, OddToken.gap(text, offset, in: run))
    }
    end(&length)
  }

  private mutating func end(_ length: inout Int) {
    guard length > 0 else { return }
    letters += length
    pieces += 1
    shortest = min(shortest, length)
    length = 0
  }

  private mutating func note(_ byte: UInt8, _ gap: OddToken.Gap) {
    hasDigits = hasDigits || byte &- 0x30 < 10
    if LeetLetters.isMask(byte) { masks += 1 }
    if LeetLetters.letter(byte) != byte {
      hasLeet = true
      letters += 1
      if LeetLetters.otherLetter(byte) != nil { others += 1 }
    }
    hasHardGap = hasHardGap || gap == .hard
  }

  /// Whether it has as many letters as the shortest word that is looked for.
  var mayHide: Bool { letters + masks >= ListedWord.shortestOfPhrase }

  /// Whether letters may belong together that something separates.
  var mayBeJoined: Bool { hasDigits || pieces > 1 && (hasHardGap || shortest <= 2) }
}

/// A run without spaces, read as pieces of letters.
struct OddToken {
  /// The letters of all pieces.
  private var letters: [UInt8] = []
  private var pieces: [Piece] = []

  /// Letters in a row.
  private struct Piece {
    /// Where they stand in the text.
    var range: Range<Int>
    /// The same in `letters`.
    var letters: Range<Int>
    /// What was taken for a letter, or stood beside one.
    var disguises: Disguises
    /// What stands before it.
    var gap: Gap
  }

  /// What stands between two pieces, the weakest sign of a disguise first.
  enum Gap: Int {
    /// A comma, a slash, a quote or a bracket: two words.
    case list
    /// A hyphen, a full stop, an apostrophe: one or two words.
    case soft
    /// Anything else.
    case hard
  }

  /// How digits and symbols are read.
  private enum Reading {
    /// As letters; of those that may be two letters, which are the other one.
    case letters(others: Int)
    /// As what separates letters.
    case gaps
    /// One symbol as this letter, which it hides.
    case mask(UInt8)
  }

  private static let longestWord = 32
  private static let mostPieces = 16
  /// How many digits and symbols of a run are tried as either of two letters.
  private static let mostOthers = 4

  mutating func read(
    _ text: Span<UInt8>, _ run: Range<Int>, _ signs: OddSigns, _ index: TermIndex,
    into found: inout Replacements
  ) {
    if signs.mayBeJoined { look(.gaps, text, run, index, &found) }
    for choice in 0..<(signs.hasLeet ? 1 << min(signs.others, Self.mostOthers) : 0) {
      look(.letters(others: choice), text, run, index, &found)
    }
    guard signs.masks == 1 else { return }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      look(.mask(letter), text, run, index, &found)
    }
  }

  private mutating func look(
    _ reading: Reading, _ text: Span<UInt8>, _ run: Range<Int>, _ index: TermIndex,
    _ found: inout Replacements
  ) {
    split(text, run, reading)
    for first in pieces.indices { lookFrom(first, text, index, &found) }
  }

  /// Looks up the pieces from one on, joined one after the other.
  private func lookFrom(
    _ first: Int, _ text: Span<UInt8>, _ index: TermIndex, _ found: inout Replacements
  ) {
    var (disguises, isSingle, isShort, weakest) = (Disguises(), true, false, Gap.hard)
    for last in first..<min(pieces.count, first + Self.mostPieces) {
      let piece = pieces[last]
      disguises.formUnion(piece.disguises)
      isSingle = isSingle && piece.letters.count == 1
      isShort = isShort || piece.letters.count <= 2
      if last > first {
        disguises.insert(.joined)
        weakest = piece.gap.rawValue < weakest.rawValue ? piece.gap : weakest
      }
      let word = pieces[first].letters.lowerBound..<piece.letters.upperBound
      if word.count > Self.longestWord || weakest == .list && !isSingle { break }
      guard word.count >= ListedWord.shortestOfPhrase, !disguises.isEmpty,
        weakest == .hard || isSingle || weakest == .soft && isShort
      else { continue }
      guard let listed = listedWord(word, index, &disguises) else { continue }
      if disguises.contains(.leet),
        Self.isNumber(pieces[first].range.lowerBound..<piece.range.upperBound, text)
      {
        continue
      }
      let place = Self.withDigits(pieces[first].range.lowerBound..<piece.range.upperBound, text)
      found.append(
        ByteRange(place.lowerBound, place.upperBound), index.letters[listed.range], disguises,
        isTerm: index.isTerm(listed))
    }
  }

  /// Whether most of a place is digits, as in the names of things: "45s", "a6600".
  private static func isNumber(_ place: Range<Int>, _ text: Span<UInt8>) -> Bool {
    place.count { text[$0] &- 0x30 >= 10 } < 2
  }

  /// A place with the digits on both sides, which would else be part of the word.
  private static func withDigits(_ place: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (place.lowerBound, place.upperBound)
    while start > 0, text[start - 1] &- 0x30 < 10 { start -= 1 }
    while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
    return start..<end
  }

  private func listedWord(
    _ word: Range<Int>, _ index: TermIndex, _ disguises: inout Disguises
  ) -> ListedWord? {
    let span = letters.span.extracting(word)
    if let known = index.listedWord(span) { return known }
    let isDisguised = !disguises.isDisjoint(with: [.leet, .masked])
    guard let known = isDisguised ? index.wordWithoutRepeats(span) : index.drawnOutWord(span) else {
      return nil
    }
    disguises.insert(.repeated)
    return known
  }

  // MARK: Pieces

  private mutating func split(_ text: Span<UInt8>, _ run: Range<Int>, _ reading: Reading) {
    letters.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    var gap: Gap?
    var (isNumbered, others) = (false, 0)
    for offset in run {
      let byte = text[offset]
      guard let (letter, disguises) = Self.letter(byte, reading, &others) else {
        let isDigit = byte &- 0x30 < 10
        if isDigit, gap == nil, let last = pieces.indices.last {
          pieces[last].disguises.insert(.numbered)
        }
        isNumbered = isDigit
        gap = max(Self.gap(text, offset, in: run), gap ?? .list)
        continue
      }
      if gap != nil || pieces.isEmpty {
        pieces.append(
          Piece(
            range: offset..<offset, letters: letters.count..<letters.count,
            disguises: isNumbered ? .numbered : [], gap: gap ?? .hard))
      }
      (gap, isNumbered) = (nil, false)
      letters.append(letter)
      let last = pieces.count - 1
      pieces[last].range = pieces[last].range.lowerBound..<offset + 1
      pieces[last].letters = pieces[last].letters.lowerBound..<letters.count
      pieces[last].disguises.formUnion(disguises)
    }
  }

  /// The letter that a byte is in a reading, or nil when it separates letters.
  ///
  /// - Parameter others: How many bytes were met that may be two letters.
  private static func letter(
    _ byte: UInt8, _ reading: Reading, _ others: inout Int
  ) -> (UInt8, Disguises)? {
    if byte &- 0x61 < 26 || byte >= 0x80 { return (byte, []) }
    switch reading {
    case .gaps: return nil
    case .mask(let letter): return LeetLetters.isMask(byte) ? (letter, .masked) : nil
    case .letters(let choice):
      var letter = LeetLetters.letter(byte)
      if let other = LeetLetters.otherLetter(byte) {
        if choice >> others & 1 == 1 { letter = other }
        others += 1
      }
      return letter == byte ? nil : (letter, .leet)
    }
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

  private func max(_ first: Gap, _ second: Gap) -> Gap {
    first.rawValue > second.rawValue ? first : second
  }
}
