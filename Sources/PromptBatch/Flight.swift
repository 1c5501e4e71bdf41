// Which blocks are at work, and which wait for one before them.

/// The blocks between reader and writer: a few for each worker, and not too many bytes.
struct Flight {
  /// A block that was judged: its number, its size in the input, its output.
  typealias Landed = (number: Int, size: Int, block: JudgedBlock)

  /// How many bytes of the input may be at work at once, unless a single block has more.
  private static let mostBytes = 24 << 20

  private let workers: Int
  private var started = 0
  private var ended = 0
  private var written = 0
  private var bytes = 0
  private var waiting: [Int: Landed] = [:]

  init(workers: Int) { self.workers = max(1, workers) }

  /// Whether another block may begin.
  func takes(_ block: Block) -> Bool {
    started - ended < workers && started - written < workers * 2
      && (bytes == 0 || bytes + block.bytes.count <= Self.mostBytes)
  }

  /// Begins a block and gives it its number.
  mutating func start(_ block: Block) -> Int {
    bytes += block.bytes.count
    started += 1
    return started - 1
  }

  /// Takes a block that was judged.
  mutating func end(_ landed: Landed) {
    ended += 1
    waiting[landed.number] = landed
  }

  /// The next block in the order of the input, when it was judged.
  mutating func next() -> JudgedBlock? {
    guard let landed = waiting.removeValue(forKey: written) else { return nil }
    written += 1
    bytes -= landed.size
    return landed.block
  }
}
