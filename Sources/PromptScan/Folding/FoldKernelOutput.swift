// What one step of the folding reads and writes: scalars, entries, syllables, tags.

internal import CScanKernel

extension FoldKernel {
  /// The scalar at `offset` and its number of bytes; nil where the bytes aren't UTF-8.
  static func scalar(_ text: UnsafeRawBufferPointer, at offset: Int) -> (UInt32, Int)? {
    let lead = unsafe UInt32(text[offset])
    if lead < 0x80 { return (lead, 1) }
    let width = lead &- 0xC2 < 0x1E ? 2 : lead &>> 4 == 14 ? 3 : lead &- 0xF0 < 5 ? 4 : 0
    guard width > 0, text.count &- offset >= width else { return nil }
    var value = lead & (0x7F &>> UInt32(truncatingIfNeeded: width))
    for index in offset &+ 1..<offset &+ width {
      let byte = unsafe UInt32(text[index])
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value &<< 6 | byte & 0x3F
    }
    let isShortest = value >= (width == 4 ? 0x10000 : width == 3 ? 0x800 : 0x80)
    guard isShortest, value < 0x110000, value &- 0xD800 >= 0x800 else { return nil }
    return (value, width)
  }

  /// Writes eight bytes, the lowest first.
  @inline(__always)
  static func store(_ bytes: UInt64, _ target: UnsafeMutableRawPointer, _ offset: Int) {
    unsafe target.storeBytes(of: bytes.littleEndian, toByteOffset: offset, as: UInt64.self)
  }

  /// Writes the low bytes of `bytes`.
  mutating func append(_ bytes: UInt64, _ length: Int, to target: UnsafeMutableRawPointer) {
    unsafe Self.store(bytes, target, count)
    count &+= length
  }

  /// Copies the scalar that the text stands at.
  mutating func append(
    _ text: UnsafeRawBufferPointer, _ width: Int, to target: UnsafeMutableRawPointer
  ) {
    for index in 0..<width {
      unsafe target.storeBytes(
        of: text[position &+ index], toByteOffset: count &+ index, as: UInt8.self)
    }
    count &+= width
  }

  /// Copies bytes of the pool.
  mutating func append(pool offset: UInt32, _ length: Int, to target: UnsafeMutableRawPointer) {
    for start in stride(from: 0, to: length, by: 8) {
      unsafe target.storeBytes(
        of: mjprompt_fold_bytes(offset &+ UInt32(truncatingIfNeeded: start)),
        toByteOffset: count &+ start, as: UInt64.self)
    }
    count &+= length
  }

  /// Whether an ASCII letter or digit was written last: marks of any script are noise behind it.
  func isBehindASCII(_ target: UnsafeMutableRawPointer) -> Bool {
    guard count > 0 else { return false }
    let last = unsafe target.load(fromByteOffset: count &- 1, as: UInt8.self)
    return last &- 0x61 < 26 || last &- 0x30 < 10
  }

  // MARK: Hangul

  /// Writes a jamo, or joins it to what was written before it.
  mutating func join(_ bytes: UInt64, to target: UnsafeMutableRawPointer) {
    let jamo = Self.scalar(ofThree: bytes.littleEndian)
    guard count >= 3,
      let joined = HangulSyllable.join(
        unsafe Self.scalar(ofThree: last(target)), jamo, isLoose: looseEnd == count)
    else { return unsafe append(bytes.littleEndian, 3, to: target) }
    count &-= 3
    unsafe append(Self.bytes(joined.replacement), 3, to: target)
    rewrite = joined.next == nil ? .joined : .split
    if let next = joined.next { unsafe append(Self.bytes(next), 3, to: target) }
    looseEnd = joined.isLoose ? count : -1
  }

  /// The last three bytes, the first lowest.
  private func last(_ target: UnsafeMutableRawPointer) -> UInt64 {
    (0..<3).reduce(0) { value, index in
      let byte = unsafe target.load(fromByteOffset: count &- 3 &+ index, as: UInt8.self)
      return value | UInt64(byte) << UInt64(8 * index)
    }
  }

  /// The scalar of three bytes of UTF-8, the first lowest; 0 when they aren't one.
  static func scalar(ofThree bytes: UInt64) -> UInt32 {
    let value = (bytes & 0xF) &<< 12 | (bytes &>> 8 & 0x3F) &<< 6 | bytes &>> 16 & 0x3F
    return bytes & 0xC0C0F0 == 0x8080E0 ? UInt32(truncatingIfNeeded: value) : 0
  }

  private static func bytes(_ scalar: UInt32) -> UInt64 {
    let value = UInt64(scalar)
    return 0x8080E0 | value >> 12 | (value >> 6 & 0x3F) << 8 | (value & 0x3F) << 16
  }

  // MARK: Tags

  /// Sets a sentence of its own behind the text, for what the tags from `firstTag` on spell.
  mutating func beginTags(_ first: Int, into target: UnsafeMutableRawPointer) {
    unsafe append(0x202E20, 3, to: target)
    position = first
    isReadingTags = true
  }

  /// Writes the letter of a tag, or a space behind the last tag of a run.
  mutating func stepTag(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawPointer) {
    let (scalar, width) = unsafe Self.scalar(text, at: position) ?? (0x20, 1)
    position &+= width
    if scalar &- 0xE0020 < 0x5F {
      unsafe append(ASCIIWord.folded(UInt64(scalar & 0x7F)) & 0xFF, 1, to: target)
    } else if unsafe target.load(fromByteOffset: count &- 1, as: UInt8.self) != 0x20 {
      unsafe append(0x20, 1, to: target)
    }
  }
}
