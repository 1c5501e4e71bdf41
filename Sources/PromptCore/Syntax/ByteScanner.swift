// Small look-aheads over the bytes of a prompt: spaces, names, numbers, ratios.

/// Reads ahead in the bytes up to `end`; every function takes an offset and returns one.
struct ByteScanner: BitwiseCopyable {
  let end: Int

  func skipSpaces(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    skip(bytes, offset) { $0.isSpace }
  }

  /// Skips spaces of all kinds.
  func skipBlanks(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    var next = skipSpaces(bytes, offset)
    while next < end, bytes[next] >= 0x80, let scalar = decodeScalar(bytes, at: next, end: end),
      ScalarClass(scalar.value) == .oddSpace
    {
      next = skipSpaces(bytes, next + scalar.count)
    }
    return next
  }

  func skipLetters(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    skip(bytes, offset) { $0.isLetter }
  }

  func skipDigits(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    skip(bytes, offset) { $0.isDigit }
  }

  func byte(_ bytes: Span<UInt8>, _ offset: Int) -> UInt8? {
    offset < end ? bytes[offset] : nil
  }

  /// The end of a name: letters, digits, `_`, and hyphens between them.
  func nameEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    var next = offset
    while next < end {
      let joins = bytes[next] == 0x2D && next + 1 < end && bytes[next + 1].isNameByte
      guard bytes[next].isNameByte || joins else { break }
      next += 1
    }
    return next
  }

  /// The plain form of a name written with full-width letters or with characters that don't show
  /// between its letters, and where it ends; nil for any other name.
  func disguisedName(_ bytes: Span<UInt8>, _ offset: Int) -> (name: [UInt8], end: Int)? {
    var name: [UInt8] = []
    var (next, last) = (offset, offset)
    while next < end, name.count <= ParameterVocabulary.maximumNameCount,
      let scalar = decodeScalar(bytes, at: next, end: end)
    {
      next += scalar.count
      if let byte = WideScalar.plain(scalar.value), byte.isNameByte {
        name.append(byte)
        last = next
      } else if ScalarClass(scalar.value) != .invisible {
        break
      }
    }
    return last - offset > name.count ? (name, last) : nil
  }

  /// The end of `word` (in lower case) where it stands at `offset` and no letter follows; else nil.
  func wordEnd(_ bytes: Span<UInt8>, _ offset: Int, _ word: String.UTF8View) -> Int? {
    var next = offset
    for byte in word {
      guard next < end, bytes[next].lowercased == byte else { return nil }
      next += 1
    }
    return next == end || !bytes[next].isNameByte ? next : nil
  }

  func wordEnd(_ bytes: Span<UInt8>, _ offset: Int, _ word: String) -> Int? {
    wordEnd(bytes, offset, word.utf8)
  }

  /// The end of a number such as `2`, `-0.5` or `.25`; nil when there is none.
  func numberEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
    var next = offset
    if let sign = byte(bytes, next), sign == 0x2D || sign == 0x2B { next += 1 }
    let whole = skipDigits(bytes, next)
    guard byte(bytes, whole) == UInt8(ascii: ".") else { return whole > next ? whole : nil }
    let fraction = skipDigits(bytes, whole + 1)
    if fraction > whole + 1 { return fraction }
    return whole > next ? whole : nil
  }

  /// The end of two numbers with spaces around a colon, or only spaces between; nil otherwise.
  func spacedRatioEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
    let width = skipDigits(bytes, offset)
    guard width > offset else { return nil }
    let gap = skipSpaces(bytes, width)
    let colon = colonEnd(bytes, gap) ?? gap
    let height = skipSpaces(bytes, colon)
    let last = skipDigits(bytes, height)
    let isSpaced = gap > width || height > colon
    guard isSpaced, last > height, last == end || !bytes[last].isNameByte else { return nil }
    return last
  }

  /// The end of `:` or of a full-width colon.
  func colonEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
    if byte(bytes, offset) == UInt8(ascii: ":") { return offset + 1 }
    let isWide =
      offset + 2 < end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC
      && bytes[offset + 2] == 0x9A
    return isWide ? offset + 3 : nil
  }

  /// Whether a number stands here, in whatever digits, perhaps in quotes.
  func isNumber(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    if numberEnd(bytes, offset) != nil { return true }
    guard offset < end, let scalar = decodeScalar(bytes, at: offset, end: end) else { return false }
    if scalar.count > 1, WideScalar.plain(scalar.value)?.isDigit ?? false { return true }
    return WideScalar.closingQuote(of: scalar.value) != nil
      && numberEnd(bytes, offset + scalar.count) != nil
  }

  /// Whether a prompt or a parameter could end here: the end, or a dash behind spaces.
  func isValueBoundary(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    let next = skipSpaces(bytes, offset)
    guard next < end, bytes[next] != 0x2D else { return true }
    guard let scalar = decodeScalar(bytes, at: next, end: end) else { return false }
    return scalar.count > 1 && ScalarClass(scalar.value) == .dash
  }

  private func skip(_ bytes: Span<UInt8>, _ offset: Int, _ isMember: (UInt8) -> Bool) -> Int {
    var next = offset
    while next < end, isMember(bytes[next]) { next += 1 }
    return next
  }
}
