// Putting submissions into the ledger: a whole input at once, or nothing of it.

internal import Foundation
internal import GRDB
internal import PromptFiles

/// What happened to a submission that was put into the ledger.
public enum PlanOutcome: Hashable, Sendable {
  /// It is new.
  case added
  /// It was there already, and is gone on with.
  case known(SubmissionState)
}

/// Why an input can't be put into the ledger; nothing of it then is.
public enum PlanConflict: Error, Hashable, Sendable {
  /// The same id stands for another request.
  case otherRequest(key: String, line: Int)
  /// Two records of the input have the same id.
  case twice(key: String, line: Int)
  /// The ledger knows nothing of the input, and was to go on with it.
  case unseen
  /// So many prompts of the input were sent before, when it had another content, and would be sent again.
  case changed(count: Int)
}

/// One run's submissions, while they are put into the ledger.
public struct LedgerPlan {
  /// The number of the run.
  public let run: Int64
  private let db: Database
  private let input: String
  private let isAgain: Bool
  private var repeated = 0
  /// How many were new.
  public private(set) var added = 0
  /// How many were there already.
  public private(set) var known = 0

  fileprivate init(_ db: Database, input: String, hash: String, isAgain: Bool) throws {
    (self.db, self.input, self.isAgain) = (db, input, isAgain)
    try db.execute(
      sql: "INSERT INTO run (input, inputHash, startedAt) VALUES (?, ?, ?)",
      arguments: [input, hash, FileSystem.secondsSinceEpoch()])
    run = db.lastInsertedRowID
  }

  /// Puts a submission in, unless it is there already.
  ///
  /// - Throws: `PlanConflict`.
  /// - Complexity: O(log n) in the ledger.
  public mutating func add(_ plan: PlannedSubmission) throws -> PlanOutcome {
    let hash = plan.requestHash
    let known = try Row.fetchOne(
      db,
      sql: """
        SELECT id, generation, run, requestHash, state FROM submission WHERE key = ?
        ORDER BY generation DESC LIMIT 1
        """, arguments: [plan.key])
    guard let known else {
      if plan.isByLine, try wasSent(hash) { repeated += 1 }
      return try insert(plan, hash, generation: 1)
    }
    if known["run"] == run { throw PlanConflict.twice(key: plan.key, line: plan.line) }
    if isAgain { return try insert(plan, hash, generation: known["generation"] + 1) }
    guard known["requestHash"] == hash else {
      throw PlanConflict.otherRequest(key: plan.key, line: plan.line)
    }
    self.known += 1
    let number: Int64 = known["id"]
    try db.execute(sql: "UPDATE submission SET run = ? WHERE id = ?", arguments: [run, number])
    return .known(SubmissionState(rawValue: known["state"]) ?? .unknown)
  }

  /// Whether a request stands there from when the same input had another content.
  private func wasSent(_ hash: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM submission
          WHERE requestHash = ? AND input = ? AND isByLine AND run <> ?)
        """, arguments: [hash, input, run]) ?? false
  }

  private mutating func insert(
    _ plan: PlannedSubmission, _ hash: String, generation: Int
  ) throws -> PlanOutcome {
    let nonce = (0..<2).map { _ in
      String(UInt64.random(in: (1 << 63)...UInt64.max), radix: 16)
    }.joined()
    try db.cachedStatement(
      sql: """
        INSERT INTO submission (key, generation, run, input, line, isByLine, prompt, target, type,
          images, webhook, nonce, requestHash, state, attempts, plannedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', 0, ?)
        """
    ).execute(arguments: [
      plan.key, generation, run, plan.input, plan.line, plan.isByLine,
      Data(plan.prompt.utf8), plan.target,
      plan.type, Submission.text(plan.images), plan.webhook, nonce, hash,
      FileSystem.secondsSinceEpoch(),
    ])
    added += 1
    return .added
  }

  fileprivate func checkWhole(mustBeKnown: Bool) throws {
    if mustBeKnown, known == 0 { throw PlanConflict.unseen }
    if repeated > 0, !isAgain { throw PlanConflict.changed(count: repeated) }
  }
}

extension Ledger {
  /// Puts the submissions of an input in, those that `body` names. They are there, on the disk and all of
  /// them, when this returns; when it throws, none is.
  ///
  /// - Parameter isAgain: Whether ids that are there already begin anew.
  /// - Parameter mustBeKnown: Whether the input must have been there before.
  /// - Returns: the number of the run, and how many were new and known.
  /// - Throws: what `body` throws, `PlanConflict`, `LedgerError`.
  public func plan(
    input: String, hash: String, isAgain: Bool = false, mustBeKnown: Bool = false,
    _ body: (inout LedgerPlan) throws -> Void
  ) throws -> (run: Int64, added: Int, known: Int) {
    do {
      return try queue.write { db in
        var plan = try LedgerPlan(db, input: input, hash: hash, isAgain: isAgain)
        try body(&plan)
        try plan.checkWhole(mustBeKnown: mustBeKnown)
        return (plan.run, plan.added, plan.known)
      }
    } catch let error as DatabaseError {
      throw LedgerError(path, error)
    }
  }

  /// A run with all that isn't settled, whatever input it came from.
  ///
  /// - Throws: `LedgerError`.
  public func resume() throws(LedgerError) -> Int64 {
    try write { db in
      let plan = try LedgerPlan(db, input: "", hash: "", isAgain: false)
      try db.execute(
        sql: """
          UPDATE submission SET run = ?
          WHERE state IN ('planned', 'sending', 'unknown', 'accepted')
          """, arguments: [plan.run])
      return plan.run
    }
  }
}
