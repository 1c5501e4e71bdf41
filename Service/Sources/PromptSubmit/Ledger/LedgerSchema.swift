// The tables of a ledger, version by version. A version that was released is never changed.

internal import GRDB

/// The tables of a ledger.
enum LedgerSchema {
  /// What marks an SQLite file as a ledger: `mjpl`.
  static let applicationID = 0x6D6A_706C

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in try db.execute(sql: version1) }
    return migrator
  }

  /// `run` is a call of the program; a submission belongs to the last one that named it. Prompts are bytes,
  /// since a text that is read back ends at a NUL.
  private static let version1 = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      input TEXT NOT NULL,
      inputHash TEXT NOT NULL,
      startedAt INTEGER NOT NULL
    );
    CREATE TABLE submission (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      generation INTEGER NOT NULL,
      run INTEGER NOT NULL REFERENCES run (id),
      input TEXT NOT NULL,
      line INTEGER NOT NULL,
      isByLine INTEGER NOT NULL,
      prompt BLOB NOT NULL,
      target TEXT NOT NULL,
      type TEXT,
      images TEXT NOT NULL,
      webhook TEXT,
      nonce TEXT NOT NULL,
      requestHash TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      task INTEGER UNIQUE,
      answer TEXT,
      imageAddress TEXT,
      plannedAt INTEGER NOT NULL,
      sentAt INTEGER,
      endedAt INTEGER,
      UNIQUE (key, generation)
    ) STRICT;
    CREATE INDEX submissionByRun ON submission (run, state);
    CREATE INDEX submissionByState ON submission (state);
    CREATE INDEX submissionByRequest ON submission (requestHash);
    """
}
