// The first view of a scan: the text itself, folded.

internal import PromptCore

/// The memory for a text, as it stands and as it is compared.
struct BaseView: ~Copyable {
  var view = ScanView()
  private var folded = FoldedText()
  private var origins: [UInt32] = []
  private var isFolded = false
  private var isRead = false

  /// What folding changed.
  var changes: FoldChanges { isFolded ? folded.changes : [] }

  /// Forgets the text before.
  mutating func forget() {
    isRead = false
    origins.clear()
  }

  /// Reads a text, unless that was done, and marks the words that are keys of an index.
  mutating func read(
    _ input: Span<UInt8>, kernel: inout WordKernel, index: TermIndex, lexicon: WordSet?,
    isFolded: Bool
  ) {
    if isRead, self.isFolded {
      view.marks.removeAll()
      return view.mark(&kernel, index, lexicon)
    }
    isRead = true
    view.removeAll()
    view.count = input.count
    self.isFolded = !kernel.fold(
      input, into: &view.text, takesAny: !isFolded, keys: index.keys, lexicon: lexicon,
      marks: &view.marks)
    view.isASCII = isFolded && !self.isFolded
    if self.isFolded { fold(input, &kernel, index, lexicon) }
  }

  private mutating func fold(
    _ input: Span<UInt8>, _ kernel: inout WordKernel, _ index: TermIndex, _ lexicon: WordSet?
  ) {
    view.removeAll()
    Folding.fold(input, into: &folded)
    view.take(folded.bytes)
    if folded.hasUnsegmented {
      let bytes = folded.bytes
      Folding.segmented(bytes.span, into: &view.segmented)
      ScanView.pad(&view.segmented)
    }
    view.mark(&kernel, index, lexicon)
  }

  /// The original range of a range of the folded text.
  mutating func original(_ range: ByteRange, of input: Span<UInt8>) -> ByteRange {
    guard isFolded else { return range }
    let origins = origins(of: input)
    let original = Folding.original(range.indices, origins: origins, in: input)
    return ByteRange(original.lowerBound, original.upperBound)
  }

  /// Where the bytes of the folded text come from.
  mutating func origins(of input: Span<UInt8>) -> [UInt32] {
    if origins.isEmpty { Folding.origins(of: input, into: &origins) }
    return origins
  }
}

extension ScanView {
  /// Marks the words of the text.
  mutating func mark(_ kernel: inout WordKernel, _ index: TermIndex, _ lexicon: WordSet?) {
    if hasUnsegmented {
      kernel.mark(
        &segmented, count: count, keys: index.keys, lexicon: lexicon, marks: &marks)
    } else {
      kernel.mark(&text, count: count, keys: index.keys, lexicon: lexicon, marks: &marks)
    }
  }
}
