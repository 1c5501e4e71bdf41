// The first bytes of a phrase, to refuse most phrases without looking at them.

/// Up to eight bytes in lower case that a text or a phrase begins with.
struct PhraseHead: Sendable {
  private var bytes: UInt64 = 0
  /// The bits of the bytes that are there.
  private var mask: UInt64 = 0

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
