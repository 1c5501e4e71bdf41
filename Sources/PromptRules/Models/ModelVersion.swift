// One model: its names and its dates.

/// One model of Midjourney.
public struct ModelVersion: Hashable, Sendable {
  /// Which line of models it belongs to.
  public enum Family: UInt8, Sendable, CaseIterable {
    /// Named by `--v`.
    case v
    /// Named by `--niji`.
    case niji
    /// Named by a flag, `--test` or `--testp`.
    case test
  }

  /// Whether it can be used.
  public enum State: UInt8, Sendable, CaseIterable {
    /// The service develops it.
    case supported
    /// It answers, but is old.
    case legacy
    /// It is gone.
    case removed
  }

  /// The name in rule files and messages, such as `v8.2` or `niji7`.
  public let id: String
  /// Its line.
  public let family: Family
  /// What stands after `--v` or `--niji`; empty in the test family.
  public let value: String
  /// Further spellings of the value.
  public let aliases: [String]
  /// Whether it can be used.
  public let state: State
  /// The day of its release, or nil when unknown.
  public let released: Day?
  /// The first day on which a prompt without a model meant this one, or nil if never.
  public let defaultFrom: Day?
  /// The last such day; nil for never or until today.
  public let defaultUntil: Day?
  /// The day it went away, or nil.
  public let removed: Day?
  /// A remark for people, or nil.
  public let note: String?
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A model from its parts.
  public init(
    id: String, family: Family, value: String, aliases: [String], state: State, released: Day?,
    defaultFrom: Day?, defaultUntil: Day?, removed: Day?, note: String?, provenance: Provenance
  ) {
    self.id = id
    self.family = family
    self.value = value
    self.aliases = aliases
    self.state = state
    self.released = released
    self.defaultFrom = defaultFrom
    self.defaultUntil = defaultUntil
    self.removed = removed
    self.note = note
    self.provenance = provenance
  }
}
