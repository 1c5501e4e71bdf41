// Text that patterns can't match without, found anywhere in a text.

internal import PromptCore

/// Short texts, found in one pass over a text by looking at a few bytes at a time.
struct LiteralSet: Sendable {
  /// A text and the pattern that needs it.
  struct Literal: Sendable {
    let bytes: [UInt8]
    let pattern: Int

    /// Where its first letter beyond ASCII begins, if there is one.
    fileprivate var wideStart: Int? { bytes.firstIndex { $0 >= 0x80 } }
  }

  private(set) var literals: [Literal] = []
  /// Four bytes of the texts in ASCII, at each offset below `stride`.
  private var narrow = GramTable()
  /// How far apart the places are that are looked at: every such text covers one of them whole.
  private var stride = 1
  /// Three bytes of the others, from their first letter beyond ASCII on.
  private var wide = GramTable()

  private static let narrowWidth = 4
  private static let wideWidth = 3

  init() {}

  /// A set of texts that can be looked for.
  init(_ literals: [Literal]) {
    self.literals = literals
    let ascii = literals.filter { $0.wideStart == nil }.map(\.bytes.count).min() ?? 0
    stride = max(1, min(ascii - Self.narrowWidth + 1, Self.narrowWidth))
    for (number, literal) in literals.enumerated() {
      let bytes = literal.bytes.span
      if let start = literal.wideStart {
        wide.insert(bytes.gram(at: start, Self.wideWidth), number, start)
      } else {
        for offset in 0..<stride {
          narrow.insert(bytes.gram(at: offset, Self.narrowWidth), number, offset)
        }
      }
    }
    narrow.sort()
    wide.sort()
  }

  /// Whether a text is long enough to be looked for.
  static func canHold(_ bytes: [UInt8]) -> Bool {
    guard let start = Literal(bytes: bytes, pattern: 0).wideStart else {
      return bytes.count >= narrowWidth
    }
    return bytes.count - start >= wideWidth
  }

  /// Calls `body` with the pattern of each literal that stands in `text`, once for each place.
  ///
  /// - Parameter isASCII: Whether the text is known to be ASCII.
  func find(in text: Span<UInt8>, isASCII: Bool, _ body: (Int) -> Void) {
    if !narrow.isEmpty {
      var offset = 0
      while offset + Self.narrowWidth <= text.count {
        confirm(narrow, text, offset, Self.narrowWidth, body)
        offset += stride
      }
    }
    if isASCII || wide.isEmpty { return }
    var offset = 0
    while offset + Self.wideWidth <= text.count {
      if text[offset] >= 0xC0 { confirm(wide, text, offset, Self.wideWidth, body) }
      offset += 1
    }
  }

  @inline(__always)
  private func confirm(
    _ table: borrowing GramTable, _ text: Span<UInt8>, _ offset: Int, _ width: Int,
    _ body: (Int) -> Void
  ) {
    table.find(text.gram(at: offset, width)) { number, place in
      let (bytes, start) = (literals[number].bytes, offset - place)
      guard start >= 0, start + bytes.count <= text.count else { return }
      if bytes.indices.allSatisfy({ text[start + $0] == bytes[$0] }) {
        body(literals[number].pattern)
      }
    }
  }
}

/// Literals by a few of their bytes.
private struct GramTable: Sendable {
  /// The bytes, the literal they stand in, and how far from its start.
  private var entries: [(gram: UInt32, literal: Int, offset: Int)] = []
  private var bits: [UInt64] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func insert(_ gram: UInt32, _ literal: Int, _ offset: Int) {
    if bits.isEmpty { bits = Array(repeating: 0, count: 1 << 10) }
    let hash = Self.hash(gram)
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
    entries.append((gram, literal, offset))
  }

  /// Makes it ready to be asked.
  mutating func sort() { entries.sort { $0 < $1 } }

  /// Calls `body` with each literal that holds the bytes, and where.
  @inline(__always)
  func find(_ gram: UInt32, _ body: (Int, Int) -> Void) {
    let hash = Self.hash(gram)
    guard bits[hash >> 6] >> UInt64(hash & 63) & 1 == 1 else { return }
    var index = entries.partitionPoint { $0.gram >= gram }
    while index < entries.count, entries[index].gram == gram {
      body(entries[index].literal, entries[index].offset)
      index += 1
    }
  }

  private static func hash(_ gram: UInt32) -> Int { Int((gram &* 0x9E37_79B1) >> 16) }
}

extension Span<UInt8> {
  /// Some bytes as a number, the first one lowest.
  @inline(__always)
  fileprivate func gram(at offset: Int, _ width: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<width { value |= UInt32(self[offset + index]) << UInt32(8 * index) }
    return value
  }
}
