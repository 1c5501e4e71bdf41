// Folded text without the scripts that have no words to be found in.

internal import CScanKernel

extension Folding {
  /// The folded text at the same length, with spaces in place of the letters and marks of scripts
  /// that are written without spaces (Chinese, Japanese, Thai, …).
  ///
  /// - Parameter folded: text that was folded.
  /// - Complexity: O(n).
  package static func segmented(_ folded: Span<UInt8>, into segmented: inout [UInt8]) {
    segmented.clear()
    for index in folded.indices { segmented.append(folded[index]) }
    var offset = 0
    while offset < folded.count {
      let width = width(folded[offset])
      if width > 2, isUnsegmented(folded, offset, width) {
        for index in offset..<offset + width { segmented[index] = 0x20 }
      }
      offset += width
    }
  }

  private static func width(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Whether the scalar of three or four bytes is of a script without spaces.
  private static func isUnsegmented(_ folded: Span<UInt8>, _ offset: Int, _ width: Int) -> Bool {
    var scalar = UInt32(folded[offset] & (width == 3 ? 0xF : 0x7))
    for index in offset + 1..<offset + width { scalar = scalar << 6 | UInt32(folded[index] & 0x3F) }
    return mjprompt_fold_entry(scalar) >> 30 & 1 == 1
  }
}
