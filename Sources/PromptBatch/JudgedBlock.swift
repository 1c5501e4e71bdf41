// Blocks that were judged: their output, and what is known only when all before them is.

/// A block's output as it stands unless something before it says otherwise.
struct JudgedBlock: Sendable {
  var bytes: [UInt8] = []
  var records: [JudgedRecord] = []
  /// How many lines of the input it took.
  var lines = 0
}

/// One record of a block's output.
struct JudgedRecord: Sendable {
  /// What is put in when the records before it are known.
  enum Slot: Sendable {
    case none
    /// `null` stands there, or the number of the first equal record.
    case duplicate(Int)
    /// The line, counted from the beginning of the input; that within the block is given.
    case line(Int, Int)
  }

  /// Where it ends in the output of its block.
  var end = 0
  var slot = Slot.none
  /// Whether it may be sent.
  var isPassing = false
  var jobs: UInt64 = 0
  /// The hash that it shares with equal ones, when those are named.
  var identity: UInt64?
  /// What it reads when the budget is spent.
  var spent: [UInt8]?
}
