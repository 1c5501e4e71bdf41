// Blocks that were judged: their output, and what is known only when all before them is.

/// A block's output as it stands unless something before it says otherwise.
struct JudgedBlock: Sendable {
  var bytes: [UInt8] = []
  var records: [JudgedRecord] = []
}

/// One record of a block's output.
struct JudgedRecord: Sendable {
  /// Where it ends in the output of its block.
  var end = 0
  /// Where `null` stands that the number of the first equal record may take the place of.
  var slot: Int?
  /// Whether it may be sent.
  var isPassing = false
  var jobs: UInt64 = 0
  /// The hash that it shares with equal ones, when those are named.
  var identity: UInt64?
  /// What it reads when the budget is spent.
  var spent: [UInt8]?
}
