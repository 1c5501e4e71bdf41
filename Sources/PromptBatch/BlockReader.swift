// Input → blocks of whole records, a megabyte each.

internal import PromptFiles

/// Some whole records of the input.
struct Block: Sendable {
  /// Their bytes; of a record that is too long only the beginning.
  let bytes: [UInt8]
  /// Whether it is one record that is too long to be held.
  var isTooLong = false
  /// How many lines such a record took.
  var skippedLines = 0
  /// The line of the input that it begins with, from 1.
  var firstLine = 1
}

/// Reads blocks; holds one of them, and the longest record that is allowed.
struct BlockReader: ~Copyable {
  private static let blockSize = 1 << 20

  private var input: FileInput
  private var splitter: RecordSplitter
  private let isEager: Bool
  private var pending: [UInt8] = []
  /// Up to where the splitter has seen what is pending.
  private var seen = 0
  private var isAtEnd = false
  /// How many bytes went into blocks or were skipped.
  private(set) var count = 0
  /// How many lines end in them.
  private var lines = 0

  /// A reader of lines; an eager one gives away what is there at once.
  init(_ input: consuming FileInput, isEager: Bool) throws(FileError) {
    self.input = input
    self.isEager = isEager
    splitter = RecordSplitter(nil)
    repeat { try fill() } while !isAtEnd && !isFull && !(isEager && pending.contains(0x0A))
    if pending.starts(with: FileLines.byteOrderMark) { drop(FileLines.byteOrderMark.count) }
  }

  /// How many bytes the whole input has, when that is known.
  var size: Int? { input.size }

  private var isFull: Bool { pending.count >= Self.blockSize }

  /// What was read and not yet given away: at the beginning a block's worth, unless there is less.
  var head: [UInt8] { pending }

  /// Leaves out the header of a table, and reads rows from there on.
  mutating func begin(_ shape: CSVShape) {
    drop(shape.end.offset)
    splitter = RecordSplitter(shape)
  }

  private mutating func drop(_ bytes: Int) {
    pending.removeFirst(bytes)
    count += bytes
  }

  private mutating func fill() throws(FileError) {
    isAtEnd = try !input.read(onto: &pending)
  }

  /// The next block, or nil at the end.
  mutating func next() throws(FileError) -> Block? {
    var end: Int?
    while true {
      if let last = splitter.last(pending, from: seen) { end = last }
      seen = pending.count
      if let end, isFull || isEager { return taken(end) }
      if isAtEnd { return pending.isEmpty ? nil : taken(pending.count) }
      if end == nil, pending.count > BatchSettings.maximumRecord { return try skipped() }
      try fill()
    }
  }

  /// The pending bytes up to an end of a record.
  private mutating func taken(_ end: Int) -> Block {
    let rest = Array(pending[end...])
    pending.removeSubrange(end...)
    let block = Block(bytes: pending, firstLine: lines + 1)
    lines += Self.lineCount(pending.span)
    (pending, seen) = (rest, rest.count)
    count += block.bytes.count
    return block
  }

  /// The beginning of a record that is too long; the rest of it is read and forgotten.
  private mutating func skipped() throws(FileError) -> Block {
    var block = Block(
      bytes: Array(pending[..<BatchSettings.shownBytes]), isTooLong: true, firstLine: lines + 1)
    var end: Int?
    while true {
      let passed = end ?? pending.count
      block.skippedLines += pending[..<passed].count { $0 == 0x0A }
      drop(passed)
      if end != nil || isAtEnd { break }
      try fill()
      end = splitter.first(pending, from: 0)
    }
    seen = 0
    lines += block.skippedLines
    return block
  }

  private static func lineCount(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices { count &+= bytes[index] == UInt8(ascii: "\n") ? 1 : 0 }
    return count
  }
}
