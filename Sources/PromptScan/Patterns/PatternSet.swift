// The characters that one place of a pattern takes, as far as they are certain.

/// A set of scalars: exactly which of ASCII, and how many of the rest.
///
/// Letters stand in it in both cases, since patterns match whatever the case. A letter or digit is what
/// libpcre2's `\w` takes besides `_`; everything else beyond ASCII is a sign, such as spaces and marks.
package struct PatternSet: Hashable, Sendable {
  /// How many scalars of a kind are in a set.
  package enum Share: Int, Hashable, Sendable, Comparable {
    /// None of them.
    case none
    /// Some of them, or it isn't known how many.
    case some
    /// All of them.
    case all

    /// The share of those that are not in the set.
    var opposite: Share { Share(rawValue: 2 - rawValue) ?? .some }

    package static func < (left: Share, right: Share) -> Bool { left.rawValue < right.rawValue }
  }

  /// One bit for each ASCII character.
  package var ascii: UInt128
  /// The letters and digits beyond ASCII.
  package var letters: Share
  /// What else is beyond ASCII.
  package var signs: Share
  /// The scalars beyond ASCII that the pattern names one by one, whether text can hold them or not.
  package var named: [Unicode.Scalar] = []
  /// Whether `ascii` is exact; else the set may hold less of ASCII than it says.
  package var isExact = true

  /// A set of these ASCII characters and shares.
  package init(
    ascii: UInt128 = 0, letters: Share = .none, signs: Share = .none, isExact: Bool = true
  ) {
    (self.ascii, self.letters, self.signs) = (ascii, letters, signs)
    self.isExact = isExact
  }

  /// The set of one scalar, whatever its case.
  package init(_ scalar: Unicode.Scalar) {
    self.init()
    insert(scalar...scalar)
  }
}

// MARK: - Making sets

extension PatternSet {
  /// Adds scalars in both cases.
  mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
    let (lower, upper) = (range.lowerBound.value, range.upperBound.value)
    if lower < 0x80 {
      for value in lower...min(upper, 0x7F) { insert(ascii: UInt8(value)) }
    }
    guard upper >= 0x80 else { return }
    if lower == upper { named.append(range.lowerBound) }
    insertPartners(lower...upper)
    if Self.mayMeet(max(lower, 0x80)...upper) {
      (letters, signs) = (max(letters, .some), max(signs, .some))
    }
  }

  /// Whether folded text may hold one of these scalars in either case: `ñ` never, `я` may.
  private static func mayMeet(_ range: ClosedRange<UInt32>) -> Bool {
    range.count > 0x200
      || range.contains { value in
        Unicode.Scalar(value).map { Folding.leavesLetters(of: $0) } ?? true
      }
  }

  /// Adds the ASCII letters that scalars beyond match: long s and the sign for kelvin do; the Turkish
  /// letters i do in some versions perhaps.
  private mutating func insertPartners(_ range: ClosedRange<UInt32>) {
    if range.contains(0x17F) { insert(ascii: UInt8(ascii: "s")) }
    if range.contains(0x212A) { insert(ascii: UInt8(ascii: "k")) }
    if range.overlaps(0x130...0x131) {
      insert(ascii: UInt8(ascii: "i"))
      isExact = false
    }
  }

  private mutating func insert(ascii byte: UInt8) {
    let isLetter = (byte | 0x20) &- 0x61 < 26
    ascii |= 1 << UInt128(byte) | (isLetter ? 1 << UInt128(byte ^ 0x20) : 0)
  }

  /// Adds another set.
  mutating func formUnion(_ other: PatternSet) {
    ascii |= other.ascii
    (letters, signs) = (max(letters, other.letters), max(signs, other.signs))
    named += other.named
    isExact = isExact && other.isExact
  }

  /// Everything that isn't in the set.
  var inverted: PatternSet {
    guard isExact else { return .uncertain }
    return PatternSet(ascii: ~ascii, letters: letters.opposite, signs: signs.opposite)
  }
}

// MARK: - Asking sets

extension PatternSet {
  /// Whether the set holds only what ends words: no letter and no digit.
  var isSeparating: Bool { ascii & Self.asciiLetters == 0 && letters == .none }

  /// Whether the set holds every letter and every digit.
  var takesEveryLetter: Bool {
    isExact && ascii & Self.asciiLetters == Self.asciiLetters && letters == .all
  }

  /// Whether something in the set ends words.
  var hasSeparators: Bool { ascii & ~Self.asciiLetters != 0 || signs != .none }

  /// The ASCII letters, in lower case, and digits of the set.
  var letterBytes: [UInt8] { Self.bytes(ascii & Self.asciiLetters & ~Self.capitals) }

  /// All ASCII characters of the set, letters in lower case.
  var asciiBytes: [UInt8] { Self.bytes(ascii & ~Self.capitals) }

  /// The ASCII characters that a mask has a bit for, in order.
  package static func bytes(_ mask: UInt128) -> [UInt8] {
    var rest = mask
    var bytes: [UInt8] = []
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest &- 1
    }
    return bytes
  }

  /// The scalar beyond ASCII that the set consists of, when it has no case and so no second form.
  var onlyScalar: Unicode.Scalar? {
    guard ascii == 0, named.count == 1, max(letters, signs) == .some else { return nil }
    return named[0].properties.generalCategory == .otherLetter ? named[0] : nil
  }

  /// Whether folded text holds nothing of the set: it has neither `_` nor Latin letters with accents,
  /// nor punctuation and spaces beyond ASCII.
  var isUnfolded: Bool {
    guard letters == .none, signs == .none else { return false }
    return ascii == 1 << 0x5F || ascii == 0 && !named.isEmpty
  }

  /// Whether the two are known to have a scalar in common.
  func overlaps(_ other: PatternSet) -> Bool {
    ascii & other.ascii != 0 || letters.rawValue + other.letters.rawValue > Share.all.rawValue
      || signs.rawValue + other.signs.rawValue > Share.all.rawValue
  }
}

// MARK: - Known sets

extension PatternSet {
  private static func ascii(_ ranges: ClosedRange<UInt8>...) -> UInt128 {
    ranges.joined().reduce(0) { $0 | 1 << UInt128($1) }
  }

  private static let asciiLetters = ascii(0x30...0x39, 0x41...0x5A, 0x61...0x7A)
  private static let capitals = ascii(0x41...0x5A)
  private static let spaces = ascii(0x09...0x0D, 0x20...0x20)

  /// Every scalar; also what stands for a set of which too little is known.
  package static let any = PatternSet(ascii: ~0, letters: .all, signs: .all)
  /// A set whose members aren't known: it may hold anything and need hold nothing.
  static let uncertain = PatternSet(ascii: ~0, letters: .some, signs: .some, isExact: false)
  /// `\w`; whether marks are in it depends on libpcre2's version.
  static let word = PatternSet(
    ascii: asciiLetters | ascii(0x5F...0x5F), letters: .all, signs: .some)
  /// `[[:alnum:]]`.
  static let alphanumeric = PatternSet(ascii: asciiLetters, letters: .all, signs: .some)
  /// `[[:alpha:]]`.
  static let alphabetic = PatternSet(
    ascii: ascii(0x41...0x5A, 0x61...0x7A), letters: .some, signs: .some)
  /// `\d`.
  static let digit = PatternSet(ascii: ascii(0x30...0x39), letters: .some)
  /// `[[:xdigit:]]`; newer versions take wide digits too.
  static let hexadecimal = PatternSet(
    ascii: ascii(0x30...0x39, 0x41...0x46, 0x61...0x66), letters: .some)
  /// `\s`.
  static let space = PatternSet(ascii: spaces, signs: .some)
  /// `\h`.
  static let horizontal = PatternSet(ascii: ascii(0x09...0x09, 0x20...0x20), signs: .some)
  /// `\v`.
  static let vertical = PatternSet(ascii: ascii(0x0A...0x0D), signs: .some)
  /// `[[:punct:]]`.
  static let punctuation = PatternSet(
    ascii: ascii(0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E), signs: .some)
}
