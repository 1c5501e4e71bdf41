// The listed words that pieces of letters spell, joined or alone.

internal import PromptCore

extension OddToken {
  private static let longestWord = 32
  private static let mostPieces = 16
  /// How many digits and symbols from a piece on are tried as either of two letters.
  private static let mostChoices = 4

  /// Appends the words that a run stands for in any reading.
  mutating func read(
    _ text: Span<UInt8>, _ run: Range<Int>, _ signs: OddSigns, _ index: TermIndex,
    into found: inout Replacements
  ) {
    if signs.mayBeJoined { look(.gaps, text, run, index, &found) }
    if signs.mayBeLeet { look(.letters, text, run, index, &found) }
    if signs.mayBeMasked { look(.masks, text, run, index, &found) }
  }

  private mutating func look(
    _ reading: Reading, _ text: Span<UInt8>, _ run: Range<Int>, _ index: TermIndex,
    _ found: inout Replacements
  ) {
    split(text, run, reading)
    for first in pieces.indices {
      switch reading {
      case .gaps: lookFrom(first, .gaps, text, index, &found)
      case .letters: lookFromEither(first, text, index, &found)
      case .masks: lookFromHidden(first, text, index, &found)
      }
    }
  }

  // MARK: Letters that may be others

  /// Looks up the pieces from one on with each choice of letters; what stands before the last letter
  /// that is not the first choice was looked up before.
  private mutating func lookFromEither(
    _ first: Int, _ text: Span<UInt8>, _ index: TermIndex, _ found: inout Replacements
  ) {
    let start = pieces[first].letters.lowerBound
    let near = choices.partitionPoint { $0.place >= start }
    let end = choices.partitionPoint { $0.place >= start + Self.longestWord }
    let count = min(end - near, Self.mostChoices)
    for choice in 0..<1 << count {
      choose(choice, from: near, count)
      let last = choice == 0 ? nil : choices[near + choice.highestBit].place
      lookFrom(first, .letters, holding: last, text, index, &found)
    }
    choose(0, from: near, count)
  }

  /// Writes the letters of one choice: a bit for each, set for the other letter.
  private mutating func choose(_ bits: Int, from first: Int, _ count: Int) {
    for (bit, choice) in choices[first..<first + count].enumerated() {
      letters[choice.place] = bits >> bit & 1 == 1 ? choice.other : choice.usual
    }
  }

  /// Looks up the pieces from one on with each letter for the one that is hidden.
  private mutating func lookFromHidden(
    _ first: Int, _ text: Span<UInt8>, _ index: TermIndex, _ found: inout Replacements
  ) {
    guard let place = choices.first?.place, place >= pieces[first].letters.lowerBound else {
      return
    }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      letters[place] = letter
      lookFrom(first, .masks, text, index, &found)
    }
  }

  // MARK: Words

  /// Looks up the pieces from one on, joined one after the other, where they are disguised as only this
  /// reading shows and hold the letter at `place` if there is one.
  private func lookFrom(
    _ first: Int, _ reading: Reading, holding place: Int? = nil, _ text: Span<UInt8>,
    _ index: TermIndex,
    _ found: inout Replacements
  ) {
    guard index.starts.mayBegin(letters.span, at: pieces[first].letters.lowerBound) else { return }
    var joined = JoinedPieces()
    for last in first..<min(pieces.count, first + Self.mostPieces) {
      joined.append(pieces[last])
      let word = pieces[first].letters.lowerBound..<pieces[last].letters.upperBound
      if word.count > Self.longestWord || joined.isList { break }
      guard word.count >= ListedWord.shortestOfPhrase, joined.mayBeWord,
        joined.disguises.isSuperset(of: reading.disguise), place.map(word.contains) ?? true
      else { continue }
      let range = pieces[first].range.lowerBound..<pieces[last].range.upperBound
      note(word, joined.disguises, range, text, index, &found)
    }
  }

  private func note(
    _ word: Range<Int>, _ disguises: Disguises, _ range: Range<Int>, _ text: Span<UInt8>,
    _ index: TermIndex, _ found: inout Replacements
  ) {
    var disguises = disguises
    guard let listed = listedWord(word, index, &disguises) else { return }
    if disguises.contains(.leet), Self.isNumber(range, text) { return }
    let place = Self.withDigits(range, text)
    found.append(
      ByteRange(place.lowerBound, place.upperBound), index.letters[listed.range], disguises,
      isTerm: index.isTerm(listed))
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
}

/// What several pieces in a row have in common.
private struct JoinedPieces {
  private(set) var disguises: Disguises = []
  private var isSingle = true
  private var isShort = false
  private var weakest = OddToken.Gap.hard
  private var isFirst = true

  mutating func append(_ piece: OddToken.Piece) {
    disguises.formUnion(piece.disguises)
    isSingle = isSingle && piece.letters.count == 1
    isShort = isShort || piece.letters.count <= 2
    if !isFirst {
      disguises.insert(.joined)
      weakest = min(weakest, piece.gap)
    }
    isFirst = false
  }

  /// Whether they are a list of words, as is all that goes on from them.
  var isList: Bool { weakest == .list && !isSingle }

  /// Whether they may be one word in a disguise.
  var mayBeWord: Bool {
    !disguises.isEmpty && (weakest == .hard || isSingle || weakest == .soft && isShort)
  }
}

extension Int {
  /// The number of the highest bit that is set.
  fileprivate var highestBit: Int { bitWidth - 1 - leadingZeroBitCount }
}
