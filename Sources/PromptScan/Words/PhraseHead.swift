// The first bytes of a phrase, to refuse most phrases without looking at them.

/// Up to eight bytes in lower case that a text or a phrase begins with.
struct PhraseHead: Sendable {
  /// The bytes, the first one lowest.
  private(set) var bytes: UInt64 = 0
  /// The bits of the bytes that are there.
  private var mask: UInt64 = 0

  /// How many bytes are there.
  var count: Int { mask.nonzeroBitCount / 8 }

  /// The first bytes of a literal.
  init(_ literal: [UInt8]) { self.init(literal.span, from: 0, literal.count) }

  /// The bytes from an offset up to a limit.
  init(_ text: Span<UInt8>, from offset: Int, _ limit: Int) {
    for index in 0..<min(8, limit - offset) {
      bytes |= UInt64(text[offset + index].phraseFolded) << UInt64(index * 8)
      mask |= 0xFF << UInt64(index * 8)
    }
  }

  /// Whether a phrase that begins so can stand where `text` does.
  func mayBegin(_ text: PhraseHead) -> Bool { (bytes ^ text.bytes) & mask == 0 }
}

/// Three bytes of a text, five bits of each, which letters of either case share.
struct BeginningWindow {
  private static let width = 15
  private var value: UInt32 = 0

  /// The bytes at an offset; 0 stands for what is behind the limit.
  init(_ text: Span<UInt8>, from offset: Int, _ limit: Int) {
    for place in offset..<offset + 3 { move(to: place < limit ? text[place] : 0) }
  }

  /// Goes on by one byte.
  @inline(__always)
  mutating func move(to byte: UInt8) { value = value &>> 5 | UInt32(byte & 31) &<< 10 }

  /// 1 when the bytes are among those of a table, else 0.
  @inline(__always)
  func bit(in table: Span<UInt64>) -> UInt64 {
    table[Int(value &>> 6)] &>> UInt64(value & 63) & 1
  }

  /// A table of all three bytes that one of some heads may begin with.
  static func bits(_ heads: [PhraseHead]) -> [UInt64] {
    var table = [UInt64](repeating: 0, count: 1 << (width - 6))
    for head in heads {
      let known = min(3, head.count)
      let first = (0..<known).reduce(0) { $0 | Int(head.bytes >> UInt64($1 * 8) & 31) << ($1 * 5) }
      for rest in 0..<(1 << (width - known * 5)) {
        let value = first | rest << (known * 5)
        table[value >> 6] |= 1 << UInt64(value & 63)
      }
    }
    return table
  }
}
