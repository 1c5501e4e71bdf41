// The models: which there are, which is the default on a day, what `::` means to each.

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

  /// What it does with `::`.
  public enum Weights: UInt8, Sendable, CaseIterable {
    /// It does not know it.
    case none
    /// Whole numbers only.
    case integer
    /// Numbers with fractions.
    case decimal
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
  /// What it does with `::`.
  public let weights: Weights
  /// How sure that is.
  public let weightsConfidence: Confidence
  /// A remark for people, or nil.
  public let note: String?
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A model from its parts.
  public init(
    id: String, family: Family, value: String, aliases: [String], state: State, released: Day?,
    defaultFrom: Day?, defaultUntil: Day?, removed: Day?, weights: Weights,
    weightsConfidence: Confidence, note: String?, provenance: Provenance
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
    self.weights = weights
    self.weightsConfidence = weightsConfidence
    self.note = note
    self.provenance = provenance
  }
}

/// A set of models, by their index in the catalogue; at most 64.
public struct ModelSet: OptionSet, Hashable, Sendable {
  /// One bit for each model.
  public let rawValue: UInt64

  /// The set of these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one model.
  public init(index: Int) { rawValue = 1 << UInt64(index) }

  /// Every model.
  public static let all = ModelSet(rawValue: .max)
}

/// All models, oldest first in each family.
public struct ModelCatalog: Hashable, Sendable {
  /// The models in the order of the rule file.
  public let models: [ModelVersion]
  /// The index of the model that a bare `--niji` means.
  public let nijiDefault: Int

  /// A catalogue of these models.
  public init(_ models: [ModelVersion], nijiDefault: Int) {
    self.models = models
    self.nijiDefault = nijiDefault
  }

  /// The index of the model with that id, or nil.
  public func index(id: some StringProtocol) -> Int? { models.firstIndex { $0.id == id } }

  /// The index of the model that `value` names in `family`, or nil.
  public func index(_ family: ModelVersion.Family, value: some StringProtocol) -> Int? {
    models.firstIndex {
      $0.family == family && ($0.value == value || $0.aliases.contains { $0 == value })
    }
  }

  /// The index of the model that a prompt without one meant on `day`; the newest default when the
  /// day is before them all.
  public func defaultIndex(on day: Day) -> Int {
    let began = models.indices.filter { index in
      models[index].defaultFrom.map { $0 <= day } ?? false
    }
    let latest = began.max { (models[$0].defaultFrom ?? day) < (models[$1].defaultFrom ?? day) }
    return latest ?? models.indices.last { models[$0].defaultFrom != nil } ?? 0
  }

  /// The newest model of a family.
  public func newest(_ family: ModelVersion.Family) -> ModelVersion? {
    models.last { $0.family == family && $0.state != .removed }
  }

  /// The ids of a set, as spans: `v5..v6.1, niji6`.
  public func spelled(_ set: ModelSet) -> String {
    var spans: [(first: Int, last: Int)] = []
    for index in models.indices where set.contains(ModelSet(index: index)) {
      if let last = spans.last, last.last == index - 1,
        models[last.last].family == models[index].family
      {
        spans[spans.count - 1].last = index
      } else {
        spans.append((index, index))
      }
    }
    return spans.map { span in
      span.first == span.last
        ? models[span.first].id : "\(models[span.first].id) to \(models[span.last].id)"
    }.joined(separator: ", ")
  }
}

extension ModelCatalog {
  /// The index of the model that a person means by `v8.2`, `8.2`, `niji7` or `niji 7`, or nil.
  public func index(named text: String) -> Int? {
    let word = text.lowercased().filter { $0 != " " && $0 != "-" }
    return index(id: word) ?? index(.v, value: word)
      ?? (word == "niji" ? nijiDefault : nil)
      ?? (word.hasPrefix("niji") ? index(.niji, value: word.dropFirst(4)) : nil)
      ?? (word.hasPrefix("v") ? index(.v, value: word.dropFirst()) : nil)
  }
}
