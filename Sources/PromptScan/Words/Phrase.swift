// One entry of a word list, as the pieces that must follow each other.

/// A word, a phrase or a shape of text.
///
/// Spaces stand for any run of spaces, hyphens and underscores, or none; `#` for a number and `*` for
/// text within brackets, up to what follows it. Everything else is itself: ASCII letters in either
/// case, and in capitals only where the whole entry is written so.
struct Phrase: Sendable {
  enum Piece: Sendable {
    case literal([UInt8])
    case gap
    case number
    case text
  }

  /// What it belongs to, as an index of the lists.
  let list: Int
  /// Its place in the list.
  let word: Int
  let pieces: [Piece]
  private let isCapital: Bool
  private let textCount: Int

  init(_ text: String, list: Int, word: Int) {
    self.list = list
    self.word = word
    isCapital = text != text.lowercased()
    pieces = Self.pieces(text.utf8)
    textCount = pieces.count { if case .text = $0 { true } else { false } }
  }

  private static func pieces(_ text: String.UTF8View) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: " "):
        flush()
        pieces.append(.gap)
      case UInt8(ascii: "#"):
        flush()
        pieces.append(.number)
      case UInt8(ascii: "*"):
        flush()
        pieces.append(.text)
      default: literal.append(byte)
      }
    }
    flush()
    return pieces
  }

  /// The end of the phrase where it stands at `start`, with what the only `*` stands for; else nil.
  func match(
    _ bytes: Span<UInt8>, from start: Int, _ limit: Int
  ) -> (end: Int, captured: Range<Int>?)? {
    guard let found = match(bytes, 0, start, limit) else { return nil }
    let isWordEnd = found.end > start && bytes[found.end - 1].isPhraseLetter
    if isWordEnd, found.end < limit, bytes[found.end].isPhraseLetter { return nil }
    return (found.end, textCount == 1 ? found.captured : nil)
  }

  /// Matches the pieces from one on; goes down one level for each `*`.
  private func match(
    _ bytes: Span<UInt8>, _ first: Int, _ start: Int, _ limit: Int
  ) -> (end: Int, captured: Range<Int>?)? {
    var offset = start
    for index in first..<pieces.count {
      switch pieces[index] {
      case .literal(let literal):
        guard stands(literal, bytes, offset, limit) else { return nil }
        offset += literal.count
      case .gap: while offset < limit, bytes[offset].isPhraseGap { offset += 1 }
      case .number:
        guard let end = Self.numberEnd(bytes, offset, limit) else { return nil }
        offset = end
      case .text: return matchText(bytes, index, offset, limit)
      }
    }
    return (offset, nil)
  }

  /// The shortest text after which the rest matches.
  private func matchText(
    _ bytes: Span<UInt8>, _ index: Int, _ start: Int, _ limit: Int
  ) -> (end: Int, captured: Range<Int>?)? {
    var offset = start
    while offset < limit, !bytes[offset].endsPhraseText {
      offset += 1
      if let rest = match(bytes, index + 1, offset, limit) { return (rest.end, start..<offset) }
    }
    return nil
  }

  private func stands(_ literal: [UInt8], _ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool
  {
    guard start + literal.count <= limit else { return false }
    for index in literal.indices {
      let byte = bytes[start + index]
      guard (isCapital ? byte : byte.phraseFolded) == literal[index] else { return false }
    }
    return true
  }

  /// The end of a number that is not the second half of a ratio or a time.
  private static func numberEnd(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    let isRatio =
      start > 1 && bytes[start - 1] == UInt8(ascii: ":") && bytes[start - 2].isPhraseDigit
    var end = start
    while end < limit, bytes[end].isPhraseDigit || bytes[end] == UInt8(ascii: ".") { end += 1 }
    return isRatio || end == start || !bytes[end - 1].isPhraseDigit ? nil : end
  }
}

extension UInt8 {
  var isPhraseDigit: Bool { self &- 0x30 < 10 }
  /// Letters, digits and whatever is beyond ASCII.
  var isPhraseLetter: Bool { (self | 0x20) &- 0x61 < 26 || isPhraseDigit || self >= 0x80 }
  fileprivate var isPhraseGap: Bool { [0x20, 0x09, 0x0A, 0x0D, 0x2D, 0x5F].contains(self) }
  var phraseFolded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// Brackets, bars and line ends: a `*` stands for nothing that has them.
  fileprivate var endsPhraseText: Bool { self < 0x20 || Self.textEnds.contains(self) }

  private static let textEnds = Array("()[]<>{}|".utf8)
}
