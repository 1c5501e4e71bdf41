// What is known only in order: numbers, equal records, the budget.

/// What a batch came to.
public struct BatchSummary: Sendable {
  /// How many records were written.
  public internal(set) var records = 0
  /// How many of them may be sent.
  public internal(set) var passing = 0
  /// How many jobs those make; of lines without a budget not those of an earlier run.
  public internal(set) var jobs: UInt64 = 0
}

/// Goes through judged blocks in the order of the input.
struct BatchTally: Sendable {
  private(set) var summary = BatchSummary()
  private let budget: UInt64?
  private var isSpent = false
  private var seen = SeenKeys()

  init(budget: UInt64?) { self.budget = budget }

  /// The final output of the next block.
  mutating func finish(_ block: consuming JudgedBlock) -> [UInt8] {
    var patches: [(range: Range<Int>, text: [UInt8])] = []
    var start = 0
    for record in block.records {
      if let patch = take(record, from: start) { patches.append(patch) }
      start = record.end
    }
    if patches.isEmpty { return block.bytes }
    return Self.patched(block.bytes, patches)
  }

  /// Counts a record, and says what is to change in it.
  private mutating func take(_ record: JudgedRecord, from start: Int) -> (Range<Int>, [UInt8])? {
    summary.records += 1
    if let spent = record.spent, !pays(record.jobs) { return (start..<record.end, spent) }
    if record.isPassing {
      summary.passing += 1
      summary.jobs += record.jobs
    }
    guard let slot = record.slot, let identity = record.identity,
      let first = seen.first(identity, else: summary.records)
    else { return nil }
    return (slot..<(slot + 4), Array("\(first)".utf8))
  }

  /// Whether the budget takes some more jobs; when it once doesn't, it is spent.
  private mutating func pays(_ jobs: UInt64) -> Bool {
    guard let budget else { return true }
    isSpent = isSpent || jobs > budget - min(budget, summary.jobs)
    return !isSpent
  }

  /// Takes a record that an earlier run wrote.
  mutating func replay(_ record: EarlierRecord) {
    summary.records += 1
    isSpent = isSpent || record.isSpent
    if record.isPassing {
      summary.passing += 1
      summary.jobs += record.jobs
    }
    if let identity = record.identity { _ = seen.first(identity, else: summary.records) }
  }

  private static func patched(
    _ bytes: [UInt8], _ patches: [(range: Range<Int>, text: [UInt8])]
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + patches.count * 8)
    var copied = 0
    for patch in patches {
      output += bytes[copied..<patch.range.lowerBound]
      output += patch.text
      copied = patch.range.upperBound
    }
    return output + bytes[copied...]
  }
}
