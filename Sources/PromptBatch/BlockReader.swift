// Input → blocks of whole records, a quarter of a megabyte each.

internal import PromptFiles

/// Some whole records of the input.
struct Block: Sendable {
  /// Their bytes; of a record that is too long only the beginning.
  let bytes: [UInt8]
  /// Whether it is one record that is too long to be held.
  var isTooLong = false
  /// The line of the input that it begins with, from 1.
  let firstLine: Int

  /// What follows some whole records of it.
  func rest(from offset: Int) -> Block {
    let front = bytes.span.extracting(first: offset)
    return Block(bytes: Array(bytes[offset...]), firstLine: firstLine + front.lineFeeds)
  }
}

/// Reads blocks; holds one of them, and the longest record that is allowed.
struct BlockReader: ~Copyable {
  /// How many bytes a block has at least, and how many are read at once: small enough for the caches, and
  /// for little memory where the C library keeps what was given back.
  private static let blockSize = 1 << 18

  private var input: FileInput
  private var splitter: RecordSplitter
  private let isEager: Bool
  private var pending: [UInt8] = []
  /// Up to where the splitter has seen what is pending.
  private var seen = 0
  private var isAtEnd = false
  /// How many bytes went into blocks or were skipped.
  private(set) var count = 0
  /// The line of the input that the next block begins with, from 1.
  private(set) var nextLine = 1

  /// Opens a reader of the lines of a file, or of standard input when `path` is `-`; an eager one gives away
  /// what is there at once.
  static func open(_ path: String, isEager: Bool = false) throws(FileError) -> BlockReader {
    var reader = BlockReader(try FileInput(path, chunkSize: blockSize), isEager)
    try reader.readHead()
    return reader
  }

  private init(_ input: consuming FileInput, _ isEager: Bool) {
    self.input = input
    self.isEager = isEager
    splitter = RecordSplitter(nil)
  }

  /// Reads a block's worth, and leaves out a byte order mark.
  private mutating func readHead() throws(FileError) {
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
    nextLine += shape.end.lines
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
    let block = Block(bytes: pending, firstLine: nextLine)
    nextLine += pending.span.lineFeeds
    (pending, seen) = (rest, rest.count)
    count += block.bytes.count
    return block
  }

  /// The beginning of a record that is too long; the rest of it is read and forgotten.
  private mutating func skipped() throws(FileError) -> Block {
    let block = Block(
      bytes: Array(pending[..<BatchSettings.shownBytes]), isTooLong: true, firstLine: nextLine)
    var end: Int?
    while true {
      let passed = end ?? pending.count
      nextLine += pending.span.extracting(first: passed).lineFeeds
      drop(passed)
      if end != nil || isAtEnd { break }
      try fill()
      end = splitter.first(pending, from: 0)
    }
    seen = 0
    return block
  }
}

extension Span<UInt8> {
  /// How many lines end in the bytes.
  fileprivate var lineFeeds: Int {
    var count = 0
    for index in indices { count &+= self[index] == UInt8(ascii: "\n") ? 1 : 0 }
    return count
  }
}
