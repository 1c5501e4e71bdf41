// Blocks on their way: which are at work, and which wait for one before them.

/// Judges blocks on several cores and gives their outcomes away in the order of the input.
enum BlockPipeline {
  /// Reads `reader` to its end, `first` before it; `isEager` waits for each block before the next one is
  /// read.
  ///
  /// - Throws: what `write` throws, and `FileError` when the input can't be read.
  static func run<Outcome: Sendable>(
    _ reader: inout BlockReader, after first: Block? = nil, workers: Int, isEager: Bool = false,
    judge: @escaping @Sendable (Block) -> Outcome,
    write: (consuming Outcome, _ bytesRead: Int) throws -> Void
  ) async throws {
    var ahead = try first ?? reader.next()
    try await withThrowingTaskGroup(of: Flight<Outcome>.Landed.self) { group in
      var flight = Flight<Outcome>(workers: workers)
      while true {
        while let block = ahead, flight.takes(block) {
          let number = flight.start(block)
          group.addTask { (number, block.bytes.count, judge(block)) }
          ahead = isEager ? nil : try reader.next()
        }
        guard let landed = try await group.next() else { return }
        flight.end(landed)
        while let outcome = flight.next() { try write(outcome, reader.count) }
        if isEager { ahead = try reader.next() }
      }
    }
  }
}

/// The blocks between reader and writer: a few for each worker, and not too many bytes.
struct Flight<Outcome: Sendable> {
  /// A block that was judged: its number, its size in the input, what came of it.
  typealias Landed = (number: Int, size: Int, outcome: Outcome)

  /// How many bytes of the input may be at work at once, unless a single block has more.
  private static var mostBytes: Int { 24 << 20 }

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

  /// What came of the next block in the order of the input, when it was judged.
  mutating func next() -> Outcome? {
    guard let landed = waiting.removeValue(forKey: written) else { return nil }
    written += 1
    bytes -= landed.size
    return landed.outcome
  }
}
