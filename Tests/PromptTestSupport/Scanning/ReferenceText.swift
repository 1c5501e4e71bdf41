// A text as the reference scanner reads it: folded, with the way back.

internal import PromptCore
internal import PromptScan

/// A folded text.
struct ReferenceText {
  /// The folded text.
  let bytes: [UInt8]
  /// The same with spaces for the letters of scripts without spaces.
  private let segmented: [UInt8]
  private let source: [UInt8]
  private let origins: [UInt32]

  init(_ source: [UInt8]) {
    var folded = FoldedText()
    var (segmented, origins): ([UInt8], [UInt32]) = ([], [])
    Folding.fold(source.span, into: &folded)
    Folding.segmented(folded.bytes.span, into: &segmented)
    Folding.origins(of: source.span, into: &origins)
    (self.source, bytes) = (source, folded.bytes)
    (self.segmented, self.origins) = (segmented, origins)
  }

  /// Whether no word goes on from before `offset` to behind it.
  func isEdge(_ offset: Int) -> Bool {
    offset == 0 || offset == bytes.count || !Self.isWord(segmented[offset - 1])
      || !Self.isWord(segmented[offset])
  }

  /// Whether a letter of a script without spaces stands at `offset`, or goes on there.
  func isUnsegmented(_ offset: Int) -> Bool { bytes[offset] >= 0x80 && segmented[offset] == 0x20 }

  /// Whether a word of other scripts begins at `offset`.
  func isFirst(_ offset: Int) -> Bool {
    Self.isWord(segmented[offset]) && (offset == 0 || !Self.isWord(segmented[offset - 1]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte >= 0x80
    }
  }

  /// Where the scalar behind the one at `offset` begins; the end of the text and beyond, too.
  func next(_ offset: Int) -> Int {
    var next = offset + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The bytes of the source that a range of the folded text comes from.
  func original(_ range: Range<Int>) -> ByteRange {
    let original = Folding.original(range, origins: origins, in: source.span)
    return ByteRange(original.lowerBound, original.upperBound)
  }
}
