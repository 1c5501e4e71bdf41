// The only caller of the C kernel: text in, words that may be listed and marks of disguises out.

internal import CScanKernel
internal import PromptCore

/// Which of the kernels for this machine is used; they find the same.
public enum ScanKernel: Sendable {
  /// The one that every machine of the kind runs: SSE2, NEON or plain C.
  case portable
  /// The fastest one of this machine.
  case best

  fileprivate var number: Int32 {
    switch self {
    case .portable: MJ_KERNEL_PORTABLE
    case .best: Self.fastest
    }
  }

  private static let fastest = mj_best_kernel()
}

/// What the kernel finds in a text.
struct WordMarks {
  /// The words whose hash is in the set of keys.
  var candidates: [ByteRange] = []
  /// The words with doubled letters that may be listed without them.
  var doubled: [ByteRange] = []
  /// Where letters meet digits or symbols inside a run without spaces.
  var oddities: [UInt32] = []
  /// Whether single letters stand in a row.
  var hasSingleLetters = false

  mutating func removeAll() {
    candidates.clear()
    doubled.clear()
    oddities.clear()
    hasSingleLetters = false
  }
}

/// The memory of the kernel; a text of any length goes through it block by block.
@safe struct WordKernel: ~Copyable, Sendable {
  /// How many bytes behind a text the kernel may write and read.
  static let padding = 64

  private static let blockSize = Int(MJ_SCAN_BLOCK)
  private static let listSize = 2 * blockSize + padding

  // SAFETY: the five lists are one allocation of this value, which can't be copied; `deinit` alone
  // frees it, and no pointer into it leaves this file.
  private nonisolated(unsafe) let lists: UnsafeMutablePointer<UInt32>
  private let kernel: Int32

  init(_ kernel: ScanKernel) {
    self.kernel = kernel.number
    unsafe lists = .allocate(capacity: 5 * Self.listSize)
  }

  deinit { unsafe lists.deallocate() }

  /// Writes `input` to `text` in lower case and marks its words.
  ///
  /// Bytes beyond ASCII separate words where `takesAny`; else such text is refused by false, and nothing
  /// of `text` and `marks` counts.
  mutating func fold(
    _ input: Span<UInt8>, into text: inout [UInt8], takesAny: Bool, keys: WordSet,
    lexicon: WordSet?, marks: inout WordMarks
  ) -> Bool {
    let wide = takesAny ? MJ_WIDE_GAPS : MJ_WIDE_REFUSED
    let size = input.count + Self.padding
    if text.count < size { text += Array(repeating: 0x20, count: size - text.count) }
    return unsafe text.withUnsafeMutableBufferPointer { output in
      unsafe input.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress, let out = output.baseAddress else { return true }
        return unsafe read(start, out, bytes.count, wide, keys, lexicon, &marks)
      }
    }
  }

  /// Marks the words of the first `count` bytes of `text`, which is folded; `padding` bytes follow them.
  mutating func mark(
    _ text: inout [UInt8], count: Int, keys: WordSet, lexicon: WordSet?, marks: inout WordMarks
  ) {
    precondition(count + Self.padding <= text.count)
    unsafe text.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = unsafe read(start, start, count, MJ_WIDE_LETTERS, keys, lexicon, &marks)
    }
  }

  // SAFETY: `output` has `padding` bytes more than `count`; each list has room for what a block and
  // the rest of the one before it can add; `keys.bits` has 1 << (64 - shift) bits.
  private mutating func read(
    _ input: UnsafePointer<UInt8>, _ output: UnsafeMutablePointer<UInt8>, _ count: Int,
    _ wide: Int32, _ keys: WordSet, _ lexicon: WordSet?,
    _ marks: inout WordMarks
  ) -> Bool {
    var block = unsafe mj_first_block(
      lists, lists + Self.listSize, lists + 2 * Self.listSize)
    var offset = 0
    while offset < count {
      let length = min(count - offset, Self.blockSize)
      guard
        unsafe mj_scan_block(
          kernel, input + offset, output + offset, length, UInt32(offset), wide, lexicon != nil,
          &block)
      else { return false }
      offset += length
      if offset == count { unsafe mj_end_text(UInt32(count), &block) }
      unsafe collect(output, &block, keys, lexicon, &marks)
    }
    unsafe marks.hasSingleLetters = block.has_single_letters
    return true
  }

  /// Looks up the words of a block and keeps the beginning of one that goes on.
  private func collect(
    _ text: UnsafePointer<UInt8>, _ block: inout mj_block, _ keys: WordSet, _ lexicon: WordSet?,
    _ marks: inout WordMarks
  ) {
    let words = unsafe block.edge_count / 2
    let found = unsafe lists + 3 * Self.listSize
    let candidates = unsafe mj_find_candidates(
      kernel, text, block.edges, words, keys.bits, keys.shift, found)
    unsafe append(found, candidates, block.edges, to: &marks.candidates)
    if let lexicon {
      let doubled = unsafe mj_find_doubled(
        text, block.edges, words, block.pairs, block.pair_count, lexicon.bits, lexicon.shift, found)
      unsafe append(found, doubled, block.edges, to: &marks.doubled)
      for index in unsafe 0..<block.oddity_count {
        unsafe marks.oddities.append(block.oddities[index])
      }
    }
    unsafe keepLastWord(&block)
  }

  /// Keeps the start of a word that the next block goes on with, and two of its doubled letters: more
  /// make no difference, and a long word has more than the list has room for.
  private func keepLastWord(_ block: inout mj_block) {
    let (edges, pairs) = unsafe (block.edge_count, block.pair_count)
    unsafe block.oddity_count = 0
    unsafe block.pair_count = 0
    unsafe block.edge_count = edges % 2
    guard edges % 2 == 1 else { return }
    unsafe block.edges[0] = block.edges[edges - 1]
    for index in 0..<pairs where unsafe block.pairs[index] >= block.edges[0] {
      if unsafe block.pair_count == 2 { break }
      unsafe block.pairs[block.pair_count] = block.pairs[index]
      unsafe block.pair_count += 1
    }
  }

  private func append(
    _ numbers: UnsafePointer<UInt32>, _ count: Int, _ edges: UnsafePointer<UInt32>,
    to ranges: inout [ByteRange]
  ) {
    for index in 0..<count {
      let word = unsafe Int(numbers[index])
      unsafe ranges.append(ByteRange(edges[2 * word], edges[2 * word + 1]))
    }
  }
}

extension WordSet {
  /// The hash of a word.
  static func hash(_ word: Span<UInt8>) -> UInt64 {
    var first: UInt64 = 0
    for index in 0..<min(8, word.count) { first |= UInt64(word[index]) << UInt64(8 * index) }
    return hash(first, word.count)
  }

  /// The hash of a word whose first eight bytes are in `first`, the first one lowest.
  static func hash(_ first: UInt64, _ count: Int) -> UInt64 { mj_hash_of(first, count) }
}
