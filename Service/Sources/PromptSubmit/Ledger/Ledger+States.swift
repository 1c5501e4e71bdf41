// Reading submissions, and writing down what becomes of them.

internal import GRDB
internal import PromptFiles

extension Ledger {
  /// The most bytes of an answer that are kept.
  static let keptAnswer = 2048

  /// Writes a change down. A task that another submission has already can't be this one's too: then
  /// nobody knows what became of it.
  ///
  /// - Returns: the state that was written.
  /// - Throws: `LedgerError`; nothing is written then.
  func store(
    _ change: SubmissionStateMachine.Change, of number: Int64
  ) throws(LedgerError) -> SubmissionState {
    let now = FileSystem.secondsSinceEpoch()
    return try write { db in
      var change = change
      if let task = change.task, let owner = try Self.owner(of: task, db), owner != number {
        change = SubmissionStateMachine.Change(
          state: .unknown, attempts: change.attempts,
          answer: "the server named task \(task), which belongs to another submission")
      }
      let answer = change.answer.map { String($0.prefix(Self.keptAnswer)) }
      try db.cachedStatement(
        sql: """
          UPDATE submission SET state = ?, attempts = ?, task = coalesce(?, task),
            answer = coalesce(?, answer), sentAt = iif(? = 'sending', ?, sentAt),
            endedAt = iif(? IN ('finished', 'failed', 'refused'), ?, endedAt)
          WHERE id = ?
          """
      ).execute(arguments: [
        change.state.rawValue, change.attempts, change.task.map { Int64(bitPattern: $0) }, answer,
        change.state.rawValue, now, change.state.rawValue, now, number,
      ])
      return change.state
    }
  }

  private static func owner(of task: UInt64, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM submission WHERE task = ?", arguments: [Int64(bitPattern: task)])
  }

  /// Writes down where the image of a submission is.
  func store(image: String, of number: Int64) throws(LedgerError) {
    try write { db in
      try db.execute(
        sql: "UPDATE submission SET imageAddress = ? WHERE id = ?", arguments: [image, number])
    }
  }

  /// Up to `count` submissions in order behind a number, of a run and in a state where these are given.
  ///
  /// - Throws: `LedgerError`.
  public func submissions(
    after number: Int64 = 0, run: Int64? = nil, state: SubmissionState? = nil, count: Int = 256
  ) throws(LedgerError) -> [Submission] {
    if isEmpty { return [] }
    return try read { db in
      var sql = "SELECT * FROM submission WHERE id > ?"
      var arguments: StatementArguments = [number]
      if let run {
        sql += " AND run = ?"
        arguments += [run]
      }
      if let state {
        sql += " AND state = ?"
        arguments += [state.rawValue]
      }
      let rows = try Row.fetchAll(
        db, sql: sql + " ORDER BY id LIMIT ?", arguments: arguments + [count])
      return try rows.map { try Submission($0) }
    }
  }

  /// One submission by its number.
  func submission(_ number: Int64) throws(LedgerError) -> Submission? {
    try submissions(after: number - 1, count: 1).first { $0.number == number }
  }

  /// How many submissions of a run stand in each state.
  ///
  /// - Throws: `LedgerError`.
  public func counts(run: Int64) throws(LedgerError) -> [SubmissionState: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT state, count(*) AS count FROM submission WHERE run = ? GROUP BY state",
        arguments: [run])
      return Dictionary(
        rows.compactMap { row in SubmissionState(rawValue: row["state"]).map { ($0, row["count"]) }
        },
        uniquingKeysWith: +)
    }
  }

  /// Whether a task belongs to a submission.
  func knows(task: UInt64) throws(LedgerError) -> Bool {
    try read { try Self.owner(of: task, $0) != nil }
  }
}
