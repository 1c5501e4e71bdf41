// A spelling as the index keeps it: where its text is, what it belongs to.

internal import PromptRules

/// A spelling of a term, of innocent text or of context, or a word that a pattern can't match without.
struct ListedForm: Sendable, BitwiseCopyable {
  /// What a form belongs to.
  enum Kind: UInt8, Sendable {
    /// A term.
    case term
    /// Innocent text.
    case allow
    /// A pattern, which is to be tried where the word stands.
    case pattern
    /// A word of a set of context words.
    case context
  }

  /// Where its text begins in the index's letters, in bytes.
  let start: UInt32
  /// How many bytes its text has.
  let count: UInt16
  /// Where the word begins in it by which it is found, in bytes.
  let key: UInt16
  /// Its kind, and above it the number of the term, pattern or set.
  private let owner: UInt32
  /// The next form of the same hash, or `UInt32.max`.
  let next: UInt32

  init(start: Int, count: Int, key: Int, kind: Kind, number: Int, next: UInt32?) {
    self.start = UInt32(start)
    self.count = UInt16(count)
    self.key = UInt16(key)
    owner = UInt32(number) << 2 | UInt32(kind.rawValue)
    self.next = next ?? .max
  }

  /// What it belongs to.
  var kind: Kind { Kind(rawValue: UInt8(owner & 3)) ?? .term }
  /// The number of the term, pattern or set of context words; of innocent text nothing.
  var number: Int { Int(owner >> 2) }
  /// The bytes of its text.
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// Whether a byte of folded text belongs to a word.
func isWordByte(_ byte: UInt8) -> Bool {
  byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
}

/// How many bytes at most may separate the words of a phrase.
let longestGap = 8

/// Whether a byte of folded text may stand between the words of a phrase.
func isGapByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "'"): true
  default: false
  }
}
