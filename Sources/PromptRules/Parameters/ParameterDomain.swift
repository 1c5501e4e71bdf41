// What a parameter may be in some models, and which others it needs or excludes.

/// A parameter, with a value when only that value is meant: `quality=4`.
public struct ParameterMatch: Hashable, Sendable {
  /// The canonical name; `image` and `text` mean an image prompt and a text prompt.
  public let name: String
  /// The value, or nil for any.
  public let value: String?

  /// A match from its parts.
  public init(name: String, value: String?) {
    self.name = name
    self.value = value
  }

  /// As rule files write it.
  public var text: String { value.map { "\(name)=\($0)" } ?? name }
}

/// The values of a parameter in some models.
public struct ParameterDomain: Hashable, Sendable {
  /// In which models this holds.
  public var models: ModelSet
  /// With which other parameters it holds (any of them); empty for always.
  public var with: [ParameterMatch]
  /// Whether these models have the parameter at all.
  public var isSupported: Bool
  /// The least and the greatest number, or nil for no limit.
  public var range: ClosedRange<Double>?
  /// The numbers that all sources allow, when some allow more than they; nil for `range`.
  public var agreedRange: ClosedRange<Double>?
  /// The values that are allowed, or empty for all.
  public var values: [String]
  /// The values that all sources allow, when some allow more than they; empty for `values`.
  public var agreedValues: [String]
  /// Whether codes beside `values` are allowed.
  public var isOpen: Bool
  /// The most extreme aspect ratio either way round, as long side to short side, or nil.
  public var maximumRatio: Ratio?
  /// The most extreme ratio that all sources allow, when some allow more; nil for `maximumRatio`.
  public var agreedRatio: Ratio?
  /// How many values a list may hold, or nil for any number.
  public var maximumCount: Int?
  /// The value that leaving it out means, or nil.
  public var defaultValue: String?
  /// How many times as much a job costs with it as without it; nil when it makes no difference, or
  /// nobody says how much.
  public var cost: Cost?
  /// A remark for people, or nil.
  public var note: String?
  /// Where the entry comes from.
  public var provenance: Provenance

  /// A domain that allows everything.
  public init(models: ModelSet, provenance: Provenance) {
    self.models = models
    self.provenance = provenance
    with = []
    isSupported = true
    values = []
    agreedValues = []
    isOpen = false
  }

  /// What a job costs with a parameter, relative to one without it.
  public enum Cost: Hashable, Sendable {
    /// That many times as much.
    case factor(Double)
    /// As many times as the parameter's value says.
    case value
  }
}

/// Parameters of which at least one must be there.
public struct Requirement: Hashable, Sendable {
  /// The partners.
  public let any: [ParameterMatch]
  /// The models in which it needs them.
  public let models: ModelSet
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A requirement from its parts.
  public init(any: [ParameterMatch], models: ModelSet, provenance: Provenance) {
    self.any = any
    self.models = models
    self.provenance = provenance
  }
}

/// Parameters that can't stand in the same prompt.
public struct Conflict: Hashable, Sendable {
  /// The opponents; one of them is enough.
  public let with: [ParameterMatch]
  /// The models in which they conflict.
  public let models: ModelSet
  /// Why, for people, or nil.
  public let note: String?
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A conflict from its parts.
  public init(with: [ParameterMatch], models: ModelSet, note: String?, provenance: Provenance) {
    self.with = with
    self.models = models
    self.note = note
    self.provenance = provenance
  }
}
