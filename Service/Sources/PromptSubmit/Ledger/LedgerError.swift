// What goes wrong with a ledger, in one line for people.

internal import GRDB
internal import PromptFiles

/// A ledger that can't be used. Nothing is sent that it doesn't hold.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The causes that callers treat differently.
  public enum Kind: Hashable, Sendable {
    /// There is none.
    case missing
    /// Another process writes to it.
    case locked
    /// The disk is full.
    case full
    /// It is damaged.
    case corrupt
    /// It is another file, or of another version.
    case foreign
    /// Anything else.
    case other
  }

  /// What is wrong and what to do, one line.
  public let description: String
  /// The cause, for decisions.
  public let kind: Kind

  init(_ path: String, _ kind: Kind, _ text: String) {
    description = "the ledger \(path) \(text)"
    self.kind = kind
  }

  init(_ error: FileError) {
    description = "the ledger can't be used: \(error.description)"
    kind = .other
  }

  init(_ path: String, _ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK:
      self.init(
        path, .other, "was cut short in the middle of a change; `mjprompt submit` repairs it")
    case .SQLITE_FULL:
      self.init(path, .full, "can't be written, since the disk is full; nothing more was sent")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(path, .locked, "is in use by another process; wait for it")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        path, .corrupt, "is damaged; move it away, restore a copy, or ask the API what it has")
    default:
      let text = error.message ?? "SQLite says \(error.resultCode.rawValue)"
      self.init(path, .other, "can't be used: \(text); nothing more was sent")
    }
  }
}
