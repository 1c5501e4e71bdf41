// The ledger: every submission and where it stands, on the disk before anything is sent.

internal import GRDB
internal import PromptFiles

/// The ledger of submissions, an SQLite file with one writer. The key of the API is never in it.
///
/// Every change is on the disk when its call returns: SQLite's log is synchronized at each commit, which
/// is set and read back on the connection that writes.
public final class Ledger: Sendable {
  /// The path that was opened.
  public let path: String
  let queue: DatabaseQueue
  /// Whether the run that made it ended before there was anything in it.
  let isEmpty: Bool
  /// Nobody else writes while this is held.
  private let lock: FileLock?

  /// Opens the ledger at `path`, making it where it is missing.
  ///
  /// - Parameter isReadOnly: Whether it is only looked at, which may happen while another process writes.
  /// - Throws: `LedgerError`.
  /// - Complexity: O(n) in the ledger, which is checked for damage.
  public init(_ path: String, isReadOnly: Bool = false) throws(LedgerError) {
    self.path = path
    lock = isReadOnly ? nil : try Self.prepare(path)
    if isReadOnly, (try? FileSystem.kind(of: path)) == .missing {
      throw LedgerError(path, .missing, "isn't there; nothing was submitted with it yet")
    }
    queue = try Self.guarded(path) {
      let first = try DatabaseQueue(path: path, configuration: Self.looking(isReadOnly))
      let isMarked = try Self.checkKind(first, path)
      if isReadOnly { return first }
      try first.close()
      let queue = try DatabaseQueue(path: path, configuration: Self.writing)
      try Self.migrate(queue, path, isMarked: isMarked)
      return queue
    }
    let queue = queue
    try Self.check(queue, path)
    let hasTables = try Self.guarded(path) { try queue.read { try $0.tableExists("submission") } }
    isEmpty = !hasTables
  }

  /// Makes the file and takes the lock beside it.
  private static func prepare(_ path: String) throws(LedgerError) -> FileLock {
    do throws(FileError) {
      if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        try FileSystem.makePrivateFolder(String(path[..<slash]))
      }
      try FileSystem.makePrivateFile(path)
      // By whatever name it is called, one file has one lock.
      if let lock = try FileLock("\(FileSystem.resolved(path) ?? path).lock") { return lock }
    } catch {
      throw LedgerError(error)
    }
    throw LedgerError(path, .locked, "is in use by another mjprompt; wait for it")
  }

  /// The first look changes nothing by itself, but may finish what a crash cut short.
  private static func looking(_ isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(2)
    return configuration
  }

  private static var writing: Configuration {
    var configuration = looking(false)
    configuration.prepareDatabase { db in try makeDurable(db) }
    return configuration
  }

  private static func makeDurable(_ db: Database) throws {
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA foreign_keys = ON")
    let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    guard mode == "wal", level == 2 else {
      throw DatabaseError(message: "SQLite won't synchronize its log here")
    }
  }

  /// Marks the file as a ledger before anything is in it, so that one whose making was cut short is known.
  private static func migrate(_ queue: DatabaseQueue, _ path: String, isMarked: Bool) throws {
    let migrator = LedgerSchema.migrator
    if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
      throw LedgerError(path, .foreign, "was written by a newer mjprompt; use that one")
    }
    if !isMarked {
      let id = LedgerSchema.applicationID
      try queue.write { try $0.execute(sql: "PRAGMA application_id = \(id)") }
    }
    try migrator.migrate(queue)
  }

  /// Refuses a database that is no ledger, before anything is changed in it; false when it is empty.
  private static func checkKind(_ queue: DatabaseQueue, _ path: String) throws -> Bool {
    let (id, tables) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    if id == LedgerSchema.applicationID { return true }
    if id == 0, tables == 0 { return false }
    throw LedgerError(path, .foreign, "is another program's file; name one with --ledger")
  }

  private static func check(_ queue: DatabaseQueue, _ path: String) throws(LedgerError) {
    let found = try guarded(path) {
      try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    }
    if found != "ok" {
      throw LedgerError(
        path, .corrupt, "is damaged; move it away, restore a copy, or ask the API what it has")
    }
  }
}

// MARK: Errors

extension Ledger {
  static func guarded<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(LedgerError) -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw LedgerError(path, error)
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(path, .other, "can't be used: \(error)")
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try Self.guarded(path) { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try Self.guarded(path) { try queue.write(body) }
  }
}
