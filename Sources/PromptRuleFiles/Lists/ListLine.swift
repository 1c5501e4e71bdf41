// The bytes of one term of a list → a spelling that can be looked for, or what is wrong with it.

internal import PromptCore
internal import PromptScan
internal import PromptRules

/// A spelling as it stands in a list, and as it is looked for.
struct ListSpelling {
  /// The longest spelling, in bytes. What is longer is no word.
  static let maximumCount = 1_000

  /// As it stands there.
  let text: String
  /// In lower case.
  let folded: String
  /// Whether something separates words in it.
  let isPhrase: Bool
  /// A hash of the words in it.
  let hash: UInt64

  /// Why some bytes are no spelling, and what to do.
  struct Refusal: Error {
    let message: String
    let remedy: String
    /// How far from the beginning the reason stands.
    var distance = 0
  }

  /// The spelling of some bytes without white space around them.
  ///
  /// - Complexity: O(length).
  init(_ bytes: Span<UInt8>) throws(Refusal) {
    guard bytes.count <= Self.maximumCount else { throw Self.tooLong(bytes.count) }
    var all: UInt8 = 0
    var (hasCapital, hasGap) = (false, false)
    var hash = SpellingHash()
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte < 0x20 && byte != 0x09 || byte == 0x7F { throw Self.control(byte, offset) }
      all |= byte
      let isCapital = byte &- 0x41 < 26
      hasCapital = hasCapital || isCapital
      hasGap = hasGap || byte == 0x20 || byte == 0x2D || byte == 0x5F || byte == 0x09
      hash.add(isCapital ? byte | 0x20 : byte)
    }
    text = try Self.text(bytes)
    let isWide = all >= 0x80
    folded = hasCapital || isWide ? text.lowercased() : text
    isPhrase = hasGap
    self.hash = isWide ? SpellingHash(folded).value : hash.value
    guard isWide ? TermScanner.canFind(folded) : hash.hasWord else { throw Self.wordless(text) }
  }

  /// The text of bytes; those that are no UTF-8 are named with their place.
  static func text(_ bytes: Span<UInt8>) throws(Refusal) -> String {
    do { return String(copying: try UTF8Span(validating: bytes)) } catch {
      let distance = error.byteOffsets.lowerBound
      let byte = String(bytes[distance], radix: 16, uppercase: true)
      throw Refusal(
        message: "the byte 0x\(byte) is no UTF-8", remedy: "save the list as UTF-8",
        distance: distance)
    }
  }

  private static func control(_ byte: UInt8, _ distance: Int) -> Refusal {
    Refusal(
      message: "a control character, 0x\(String(byte, radix: 16, uppercase: true))",
      remedy: "take it out; a list is plain text in UTF-8", distance: distance)
  }

  private static func tooLong(_ count: Int) -> Refusal {
    Refusal(
      message: "\(count) bytes are too many for a term; \(maximumCount) is the most",
      remedy: "write one term a line")
  }

  private static func wordless(_ text: String) -> Refusal {
    Refusal(
      message: "`\(text)` holds no letter and no digit, so it can't be found",
      remedy: "take it out, or write a pattern in a YAML list or a table")
  }
}
