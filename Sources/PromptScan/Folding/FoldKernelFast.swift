// The fast lane of the folding: ASCII and scalars of two or three bytes, eight bytes at a time.

internal import CScanKernel

/// Folds what needs no look at what was written before. Every call reads eight bytes of the text, and
/// writes within `FoldKernel.room`.
struct FoldFastLane {
  private(set) var position: Int
  private(set) var count: Int
  private(set) var classes: UInt32
  private var entries: UInt32 = 0

  init(position: Int, count: Int, classes: UInt32) {
    (self.position, self.count, self.classes) = (position, count, classes)
  }

  /// Whether letters of scripts without spaces were met.
  var hasUnsegmented: Bool { entries &>> 30 & 1 == 1 }

  /// Folds what stands next; false where it isn't for this lane.
  @inline(__always)
  mutating func advance(
    _ input: UnsafeRawPointer, _ end: Int, _ target: UnsafeMutableRawPointer
  ) -> Bool {
    let word = unsafe Self.word(input, position)
    if word & 0x8080 == 0x8000 {
      unsafe addByte(word, target)
    } else if word & 0x80 == 0 {
      unsafe addASCII(word, input, end, target)
    } else if word & 0xC0E0 == 0x80C0 {
      return unsafe addPairs(word, target)
    } else if Self.isIdeograph(word) {
      unsafe addIdeograph(word, target)
    } else {
      return unsafe addTriple(word, target)
    }
    return true
  }

  /// Eight bytes, the first lowest.
  @inline(__always)
  private static func word(_ input: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    unsafe input.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// One ASCII byte between others.
  @inline(__always)
  private mutating func addByte(_ word: UInt64, _ target: UnsafeMutableRawPointer) {
    let entry = mjprompt_fold_short(UInt32(truncatingIfNeeded: word & 0x7F))
    unsafe FoldKernel.store(UInt64(entry), target, count)
    position &+= 1
    count &+= 1
  }

  /// The ASCII bytes at the start of the word, or sixteen of them.
  @inline(__always)
  private mutating func addASCII(
    _ word: UInt64, _ input: UnsafeRawPointer, _ end: Int, _ target: UnsafeMutableRawPointer
  ) {
    unsafe FoldKernel.store(ASCIIWord.folded(word), target, count)
    var width = ASCIIWord.width(word)
    if end &- position >= 16, ASCIIWord.isASCII(word) {
      let next = unsafe Self.word(input, position &+ 8)
      if ASCIIWord.isASCII(next) {
        unsafe FoldKernel.store(ASCIIWord.folded(next), target, count &+ 8)
        width = 16
      }
    }
    position &+= width
    count &+= width
  }

  /// One scalar of two bytes, or four; false when one of them has a long entry or is no scalar.
  @inline(__always)
  private mutating func addPairs(_ word: UInt64, _ target: UnsafeMutableRawPointer) -> Bool {
    var (next, seen, all) = (count, classes, UInt32(0))
    let isFour = Self.hasFourPairs(word)
    if isFour {
      for shift in 0..<4 as Range<UInt64> {
        unsafe Self.addPair(word &>> (16 &* shift), target, &next, &seen, &all)
      }
    } else {
      unsafe Self.addPair(word, target, &next, &seen, &all)
    }
    if all &>> 26 & 1 == 1 || word & 0x1E == 0 { return false }
    position &+= isFour ? 8 : 2
    (count, classes) = (next, seen)
    return true
  }

  /// The scalar whose two bytes are lowest.
  @inline(__always)
  private static func addPair(
    _ bytes: UInt64, _ target: UnsafeMutableRawPointer, _ count: inout Int,
    _ classes: inout UInt32, _ entries: inout UInt32
  ) {
    let lead = UInt32(UInt8(truncatingIfNeeded: bytes))
    let next = UInt32(UInt8(truncatingIfNeeded: bytes &>> 8))
    let entry = mjprompt_fold_short(lead &<< 6 &+ next &- 0x3080)
    unsafe FoldKernel.store(UInt64(entry), target, count)
    count &+= Int(entry &>> 24 & 7)
    classes |= 1 &<< (entry &>> 27)
    entries |= entry
  }

  /// Whether the bytes are four scalars of two bytes.
  @inline(__always)
  private static func hasFourPairs(_ word: UInt64) -> Bool {
    let leads = (word & 0x001E_001E_001E_001E) &+ 0x001E_001E_001E_001E
    return word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0
      && leads & 0x0020_0020_0020_0020 == 0x0020_0020_0020_0020
  }

  /// Whether U+5000–9FFF stands next, which the generator knows to stay as it is.
  @inline(__always)
  private static func isIdeograph(_ word: UInt64) -> Bool {
    (word & 0xFF) &- 0xE5 < 5 && word & 0xC0C000 == 0x808000
  }

  @inline(__always)
  private mutating func addIdeograph(_ word: UInt64, _ target: UnsafeMutableRawPointer) {
    unsafe FoldKernel.store(word, target, count)
    entries |= 1 &<< 30
    position &+= 3
    count &+= 3
  }

  /// A scalar of three bytes; false when it isn't one, or needs a look back or more than eight bytes.
  @inline(__always)
  private mutating func addTriple(_ word: UInt64, _ target: UnsafeMutableRawPointer) -> Bool {
    let scalar = FoldKernel.scalar(ofThree: word)
    guard scalar >= 0x800, scalar &- 0xD800 >= 0x800 else { return false }
    let entry = mjprompt_fold_entry(scalar)
    let (kind, length) = (Int(entry &>> 27 & 7), Int(entry &>> 16 & 63))
    guard kind == FOLD_SAME || kind == FOLD_TEXT && length <= 8 else { return false }
    let bytes = kind == FOLD_SAME ? word : mjprompt_fold_bytes(entry & 0xFFFF).littleEndian
    unsafe FoldKernel.store(bytes, target, count)
    classes |= 1 &<< (entry &>> 22 & 31)
    entries |= entry
    position &+= 3
    count &+= length
    return true
  }
}
