// The way back from folded bytes to the text they come from.

extension Folding {
  /// For each byte of the folded text the offset in `text` of the scalar that it comes from, and
  /// `text.count` behind the last.
  ///
  /// The offsets never fall, but for where the sentence that tag characters spell begins.
  ///
  /// - Complexity: O(n); made for texts in which something was found.
  package static func origins(of text: Span<UInt8>, into origins: inout [UInt32]) {
    origins.clear()
    FoldKernel.trace(text, into: &origins)
    origins.append(UInt32(text.count))
  }

  /// The bytes of `text` from which a range of the folded text comes: from its first scalar to the
  /// end of its last one with its marks. What shows nothing behind it is left out.
  ///
  /// - Complexity: O(1).
  package static func original(
    _ range: Range<Int>, origins: [UInt32], in text: Span<UInt8>
  ) -> Range<Int> {
    let start = Int(origins[range.lowerBound])
    guard !range.isEmpty else { return start..<start }
    let last = Int(origins[range.upperBound - 1])
    let (first, end) = (min(start, last), max(start, last))
    return first..<FoldKernel.end(text, ofScalarAt: end)
  }
}
