// Reads the patterns of paths.

/// Goes through a pattern, piece by piece.
struct GlobReader {
  private var rest: ArraySlice<UInt8>

  /// The segments of a pattern, without `!` in front and slashes at the ends.
  ///
  /// - Parameter isPath: Whether it is matched with paths, so that a segment `**` means folders.
  static func segments(
    _ pattern: ArraySlice<UInt8>, isPath: Bool
  ) throws(GlobError) -> [Glob.Segment] {
    var reader = GlobReader(rest: pattern)
    var segments: [Glob.Segment] = []
    repeat {
      let pieces = try reader.pieces()
      let isFolders = isPath && pieces.count > 1 && pieces.allSatisfy { $0 == .anyBytes }
      segments.append(isFolders ? .anyFolders : .name(NamePattern(pieces: pieces)))
    } while reader.take("/")
    return segments
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// The pieces up to the next slash or the end.
  private mutating func pieces() throws(GlobError) -> [NamePattern.Piece] {
    var pieces: [NamePattern.Piece] = []
    while let byte = rest.first, byte != UInt8(ascii: "/") {
      rest.removeFirst()
      switch byte {
      case UInt8(ascii: "*"): pieces.append(.anyBytes)
      case UInt8(ascii: "?"): pieces.append(.anyByte)
      case UInt8(ascii: "["): pieces.append(.oneOf(try set()))
      case UInt8(ascii: "\\"):
        // An escaped slash is a slash.
        if rest.first == UInt8(ascii: "/") { return pieces }
        pieces.append(.byte(try escapedByte()))
      default: pieces.append(.byte(byte))
      }
    }
    return pieces
  }

  private mutating func escapedByte() throws(GlobError) -> UInt8 {
    guard let byte = rest.popFirst() else {
      throw GlobError("nothing follows the `\\` at the end")
    }
    return byte
  }
}

// MARK: - Sets

extension GlobReader {
  /// The set behind a `[`; a `]` at its beginning is one of its bytes.
  private mutating func set() throws(GlobError) -> ByteSet {
    var set = ByteSet()
    let isInverted = take("!") || take("^")
    var isFirst = true
    while isFirst || rest.first != UInt8(ascii: "]") {
      isFirst = false
      if let members = try takeClass() {
        set.insert(members)
        continue
      }
      let low = try setByte()
      guard rest.starts(with: "-".utf8), let next = rest.dropFirst().first,
        next != UInt8(ascii: "]")
      else {
        set.insert(low)
        continue
      }
      rest.removeFirst()
      let high = try setByte()
      if low <= high { set.insert(low...high) }
    }
    rest.removeFirst()
    if isInverted { set.invert() }
    return set
  }

  private mutating func setByte() throws(GlobError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw GlobError("`[` has no `]`") }
    return byte == UInt8(ascii: "\\") ? try escapedByte() : byte
  }

  /// Takes a class such as `[:digit:]`; nil when none comes next.
  private mutating func takeClass() throws(GlobError) -> [UInt8]? {
    guard rest.starts(with: "[:".utf8),
      let end = rest.firstIndex(of: UInt8(ascii: "]")), rest[end - 1] == UInt8(ascii: ":"),
      end - rest.startIndex > 2
    else { return nil }
    let name = String(decoding: rest[(rest.startIndex + 2)..<(end - 1)], as: UTF8.self)
    guard let contains = Self.classes[name] else {
      throw GlobError("there is no class `[:\(name):]`")
    }
    rest = rest[(end + 1)...]
    return (0..<128).filter { contains(Unicode.Scalar($0)) }
  }

  private static let classes: [String: @Sendable (Unicode.Scalar) -> Bool] = [
    "alnum": { isLetter($0) || isDigit($0) }, "alpha": isLetter, "digit": isDigit,
    "blank": { $0 == " " || $0 == "\t" }, "space": { $0 == " " || "\t"..."\r" ~= $0 },
    "cntrl": { $0 < " " || $0 == "\u{7F}" }, "print": { " "..."~" ~= $0 },
    "graph": { "!"..."~" ~= $0 },
    "punct": { "!"..."~" ~= $0 && !isLetter($0) && !isDigit($0) },
    "lower": { "a"..."z" ~= $0 }, "upper": { "A"..."Z" ~= $0 },
    "xdigit": { isDigit($0) || "a"..."f" ~= $0 || "A"..."F" ~= $0 },
  ]

  @Sendable private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  @Sendable private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    "0"..."9" ~= scalar
  }
}
