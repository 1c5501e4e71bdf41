// What the kernels mark in a text, held against a plain description of it.

import PromptCore
import PromptTestSupport
import Testing

@testable import PromptScan

/// The marks of a text byte by byte, as the kernel's header describes them.
private struct PlainMarks {
  private static let symbols = Array("$@+|".utf8)
  private static let escapes = Array("&%".utf8)
  let text: [UInt8]

  init(_ bytes: [UInt8]) {
    text = bytes.map { byte in
      switch byte {
      case 0..<0x20, 0x7F, UInt8(ascii: "_"): 0x20
      case 0x41...0x5A: byte | 0x20
      default: byte
      }
    }
  }

  private func byte(_ index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0x20 }
  private func isASCIILetter(_ index: Int) -> Bool { 0x61...0x7A ~= byte(index) }
  private func isLetter(_ index: Int) -> Bool { isASCIILetter(index) || byte(index) >= 0x80 }
  private func isDigit(_ index: Int) -> Bool { 0x30...0x39 ~= byte(index) }
  private func isWord(_ index: Int) -> Bool { isLetter(index) || isDigit(index) }
  private func isDense(_ index: Int) -> Bool { byte(index) > 0x20 }
  private func isOne(_ index: Int, of characters: [UInt8]) -> Bool {
    characters.contains(byte(index))
  }
  /// Whether only symbols stand between this one and the word before.
  private func isInner(_ index: Int) -> Bool {
    var start = index
    while isDense(start), !isWord(start) { start -= 1 }
    return start < index && isWord(start)
  }

  var words: [ByteRange] {
    let starts = text.indices.filter { isWord($0) && !isWord($0 - 1) }
    let ends = text.indices.filter { isWord($0) && !isWord($0 + 1) }
    return zip(starts, ends).map { ByteRange($0, $1 + 1) }
  }

  func pairs(in word: ByteRange) -> [Int] {
    word.indices.filter { isASCIILetter($0) && byte($0) == byte($0 + 1) }
  }

  var oddities: [UInt32] {
    text.indices.filter { index in
      isLetter(index)
        && (isInner(index - 1) || isOne(index - 1, of: Self.symbols) || isDigit(index - 1))
        || isLetter(index - 1) && (isDigit(index) || isOne(index, of: Self.symbols))
        || isOne(index - 1, of: Self.escapes)
          && (isDigit(index) || isOne(index, of: [UInt8(ascii: "#")]))
    }
    .map { UInt32($0) }
  }

  var hasSingleLetters: Bool {
    let single = Set(
      words.filter { $0.count == 1 && isLetter(Int($0.start)) }.map { Int($0.start) })
    let second = single.filter { index in (2...4).contains { single.contains(index - $0) } }
    return single.contains { index in (2...4).contains { second.contains(index - $0) } }
  }
}

@Suite struct WordKernelTests {
  private static let all = WordSet(
    bits: Array(repeating: .max, count: 64), slots: Array(repeating: WordSet.vacant, count: 16))

  private static func marks(
    _ bytes: [UInt8], _ kernel: ScanKernel, lexicon: WordSet?
  ) throws -> (text: [UInt8], marks: WordMarks) {
    var memory = WordKernel(kernel)
    var (text, marks) = ([UInt8](), WordMarks())
    let keys = try #require(all)
    let isPlain = memory.fold(
      bytes.span, into: &text, takesAny: false, keys: keys, lexicon: lexicon, marks: &marks)
    #expect(isPlain == bytes.allSatisfy { $0 < 0x80 })
    if isPlain { return (Array(text.prefix(bytes.count)), marks) }
    marks.removeAll()
    text = PlainMarks(bytes).text + Array(repeating: 0x20, count: WordKernel.padding)
    memory.mark(&text, count: bytes.count, keys: keys, lexicon: lexicon, marks: &marks)
    return (Array(text.prefix(bytes.count)), marks)
  }

  private static func check(_ bytes: [UInt8], _ kernel: ScanKernel) throws {
    let plain = PlainMarks(bytes)
    let (text, marks) = try marks(bytes, kernel, lexicon: all)
    let shown = Comment(rawValue: "\(bytes.count) bytes: \(bytes.prefix(200))")
    try #require(text == plain.text, shown)
    try #require(marks.candidates == plain.words, shown)
    try #require(marks.doubled == plain.words.filter { !plain.pairs(in: $0).isEmpty }, shown)
    try #require(marks.oddities == plain.oddities, shown)
    try #require(marks.hasSingleLetters == plain.hasSingleLetters, shown)
    let none = try Self.marks(bytes, kernel, lexicon: nil).marks
    try #require(none.candidates == plain.words && none.doubled.isEmpty && none.oddities.isEmpty)
  }

  private static let lengths =
    [0, 1, 2, 62, 63, 64, 65, 66, 127, 128, 129, 4_096, 4_097, 8_191]

  private static let alphabets = [
    Array(UInt8(0)...0x7F), Array(UInt8(0)...0xFF), Array("aab ".utf8), Array("a b,".utf8),
    Array("aB3 $@&%#._-!é".utf8), Array("a".utf8), Array("aA".utf8), Array("7".utf8),
    Array(" _".utf8),
    Array("s e x".utf8),
  ]

  @Test(arguments: [ScanKernel.portable, .best])
  func marksAreThoseOfThePlainDescription(_ kernel: ScanKernel) throws {
    var random = SeededRandom(seed: 3)
    for alphabet in Self.alphabets {
      for length in Self.lengths {
        try Self.check((0..<length).map { _ in random.pick(alphabet) }, kernel)
      }
      for _ in 0..<30 {
        let length = Int.random(in: 0...200, using: &random)
        try Self.check((0..<length).map { _ in random.pick(alphabet) }, kernel)
      }
    }
  }

  /// Words that go on from block to block.
  @Test(arguments: [ScanKernel.portable, .best]) func longWordsAreWhole(_ kernel: ScanKernel) throws
  {
    for (filler, count) in [("a", 20_000), ("ж", 5_000), ("aab", 4_000)] {
      try Self.check(Array(("x " + String(repeating: filler, count: count) + " yy").utf8), kernel)
    }
  }

  /// A word at every place around the end of a block.
  @Test(arguments: [ScanKernel.portable, .best], ["nude", "nuude", "nu7ude", "s e x", "n&#117;"])
  func wordsAtBordersAreSeen(_ kernel: ScanKernel, _ word: String) throws {
    for border in [64, 4_096] {
      for start in border - word.utf8.count - 2...border + 2 {
        for rest in ["", " more of it"] {
          let text = String(repeating: "-", count: start - 1) + " " + word + rest
          try Self.check(Array(text.utf8), kernel)
        }
      }
    }
  }

  /// Of words with one doubled letter those are kept that may be listed without it.
  @Test(arguments: [ScanKernel.portable, .best])
  func doubledLettersAreLookedUp(_ kernel: ScanKernel) throws {
    var lexicon = WordSet(capacity: 4)
    for word in ["nude", "sexualised", "abc"] {
      _ = lexicon.update(WordSet.hash(Array(word.utf8).span), 0)
    }
    let text = "nnude nuude nudee nude uude sexualisedd sexuallised sexxualised aabbcc abbc xx bbc"
    let marks = try Self.marks(Array(text.utf8), kernel, lexicon: lexicon).marks
    let found = marks.doubled.map { String(decoding: Array(text.utf8)[$0.indices], as: UTF8.self) }
    #expect(
      found == [
        "nnude", "nuude", "nudee", "sexualisedd", "sexuallised", "sexxualised", "aabbcc", "abbc",
      ])
  }
}
