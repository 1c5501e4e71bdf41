// The pattern of one name in a path.

/// What a name must look like.
struct NamePattern: Hashable, Sendable {
  /// One piece of a pattern.
  enum Piece: Hashable, Sendable {
    case byte(UInt8)
    /// `?`
    case anyByte
    /// `*`
    case anyBytes
    /// `[…]`
    case oneOf(ByteSet)
  }

  let pieces: [Piece]

  /// Whether it matches a whole name.
  ///
  /// When bytes and pieces part, only the last `*` has to take one byte more, so no pattern takes
  /// exponential time.
  ///
  /// - Complexity: O(length of the name × pieces).
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    var (piece, position) = (0, name.startIndex)
    var retry: (piece: Int, position: Int)?
    while position < name.endIndex {
      if piece < pieces.count, pieces[piece] == .anyBytes {
        piece += 1
        if piece == pieces.count { return true }
        retry = (piece, position)
      } else if piece < pieces.count, pieces[piece].takes(name[position]) {
        piece += 1
        position += 1
      } else if let last = retry {
        retry = (last.piece, last.position + 1)
        (piece, position) = (last.piece, last.position + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyBytes }
  }
}

extension NamePattern.Piece {
  /// Whether it stands for this byte.
  fileprivate func takes(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let wanted): byte == wanted
    case .anyByte: true
    case .anyBytes: false
    case .oneOf(let set): set.contains(byte)
    }
  }
}

/// A set of bytes.
struct ByteSet: Hashable, Sendable {
  private var words = SIMD4<UInt64>()

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> (byte & 63) & 1 == 1 }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << (byte & 63) }

  mutating func insert(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  mutating func invert() { words = ~words }
}
