// Text that patterns can't match without, found anywhere in a text.

/// Short texts, found in one pass over a text by looking at four bytes at a time.
struct LiteralSet: Sendable {
  /// A text and the pattern that needs it.
  struct Literal: Sendable {
    let bytes: [UInt8]
    let pattern: Int
  }

  private(set) var literals: [Literal] = []
  /// How far apart the places are that are looked at: every literal covers one of them whole.
  private var stride = 0
  private var bits: [UInt64] = []
  /// For each hash the literals and how far their looked-at bytes are from their start.
  private var places: [UInt16: [(literal: Int, offset: Int)]] = [:]

  /// How many bytes are looked at together, and a literal must have.
  static let width = 4

  init() {}

  /// A set of literals of at least four bytes each.
  init(_ literals: [Literal]) {
    self.literals = literals
    guard let shortest = literals.map(\.bytes.count).min() else { return }
    precondition(shortest >= Self.width)
    stride = min(shortest - Self.width + 1, Self.width)
    bits = Array(repeating: 0, count: 1 << 10)
    for (number, literal) in literals.enumerated() {
      for offset in 0..<stride {
        let hash = Self.hash(literal.bytes.span, offset)
        bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
        places[hash, default: []].append((number, offset))
      }
    }
  }

  var isEmpty: Bool { literals.isEmpty }

  /// Calls `body` with the pattern of each literal that stands in `text`, once for each place.
  func find(in text: Span<UInt8>, _ body: (Int) -> Void) {
    guard !isEmpty else { return }
    var offset = 0
    while offset + Self.width <= text.count {
      let hash = Self.hash(text, offset)
      if bits[Int(hash >> 6)] >> UInt64(hash & 63) & 1 == 1 { confirm(hash, text, offset, body) }
      offset += stride
    }
  }

  private func confirm(_ hash: UInt16, _ text: Span<UInt8>, _ offset: Int, _ body: (Int) -> Void) {
    for place in places[hash] ?? [] {
      let literal = literals[place.literal]
      let start = offset - place.offset
      guard start >= 0, start + literal.bytes.count <= text.count else { continue }
      if literal.bytes.indices.allSatisfy({ text[start + $0] == literal.bytes[$0] }) {
        body(literal.pattern)
      }
    }
  }

  private static func hash(_ text: Span<UInt8>, _ offset: Int) -> UInt16 {
    var value: UInt32 = 0
    for index in 0..<width { value |= UInt32(text[offset + index]) << UInt32(8 * index) }
    return UInt16(truncatingIfNeeded: (value &* 0x9E37_79B1) >> 16)
  }
}
