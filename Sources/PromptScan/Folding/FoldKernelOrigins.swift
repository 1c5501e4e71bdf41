// Folding scalar by scalar, to tell where each byte comes from.

internal import CScanKernel

extension FoldKernel {
  /// The bytes at the end of the output that a step looks back at.
  private static let kept = 3

  /// Adds to `origins` the offset that each byte of the folded text comes from.
  static func trace(_ text: Span<UInt8>, into origins: inout [UInt32]) {
    unsafe text.withUnsafeBytes { unsafe trace($0, into: &origins) }
  }

  /// The end of the scalar at `offset`, or of the byte where none stands, with the marks behind it that
  /// folding drops.
  static func end(_ text: Span<UInt8>, ofScalarAt offset: Int) -> Int {
    unsafe text.withUnsafeBytes { text in
      var end = unsafe offset + (scalar(text, at: offset)?.1 ?? 1)
      while end < text.count, let (scalar, width) = unsafe scalar(text, at: end),
        isDroppedMark(mjprompt_fold_entry(scalar))
      {
        end += width
      }
      return end
    }
  }

  /// Whether an entry is of an accent or a stroke that folds to nothing.
  private static func isDroppedMark(_ entry: UInt32) -> Bool {
    let marks = FoldChanges.accents.union(.strokes).rawValue
    return entry &>> 16 & 63 == 0 && marks &>> (entry &>> 22 & 31) & 1 == 1
  }

  private static func trace(_ text: UnsafeRawBufferPointer, into origins: inout [UInt32]) {
    unsafe withUnsafeTemporaryAllocation(byteCount: 2 * room, alignment: 8) { output in
      guard let target = output.baseAddress else { return }
      for index in 0..<kept { unsafe output[index] = 0x20 }
      var kernel = FoldKernel()
      kernel.count = kept
      var position = 0
      while unsafe kernel.advance(text, into: target) {
        kernel.record(position, in: &origins)
        unsafe kernel.forget(target)
        position = kernel.position
      }
    }
  }

  /// Notes where the bytes of the last step come from: from `position`, or from the first tag if
  /// that is where it went.
  private func record(_ position: Int, in origins: inout [UInt32]) {
    let origin = UInt32(min(position, self.position))
    let last = origins.count - 1
    switch rewrite {
    case .none:
      for _ in Self.kept..<max(count, Self.kept) { origins.append(origin) }
    case .joined:
      origins[last - 1] = origins[last]
      origins[last] = origin
    case .split:
      let tail = origins[last]
      origins[last] = origins[last - 1]
      origins += [tail, tail, origin]
    }
  }

  /// Moves the end of the output to its start.
  private mutating func forget(_ target: UnsafeMutableRawPointer) {
    let passed = count - Self.kept
    unsafe target.copyMemory(from: target + passed, byteCount: Self.kept)
    count -= passed
    looseEnd -= passed
  }
}
