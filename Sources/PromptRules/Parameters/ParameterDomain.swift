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

/// The values of a parameter in some models; an object, as `ParameterSpec` is.
public final class ParameterDomain: Sendable {
  /// In which models this holds.
  public let models: ModelSet
  /// With which other parameters it holds (any of them); empty for always.
  public let with: [ParameterMatch]
  /// Whether these models have the parameter at all.
  public let isSupported: Bool
  /// The least and the greatest number, or nil for no limit.
  public let range: ClosedRange<Double>?
  /// The numbers that all sources allow, when some allow more than they; nil for `range`.
  public let agreedRange: ClosedRange<Double>?
  /// The values that are allowed, or empty for all.
  public let values: [String]
  /// The values that all sources allow, when some allow more than they; empty for `values`.
  public let agreedValues: [String]
  /// Whether codes beside `values` are allowed.
  public let isOpen: Bool
  /// The most extreme aspect ratio either way round, as long side to short side, or nil.
  public let maximumRatio: Ratio?
  /// The most extreme ratio that all sources allow, when some allow more; nil for `maximumRatio`.
  public let agreedRatio: Ratio?
  /// How many values a list may hold, or nil for any number.
  public let maximumCount: Int?
  /// The value that leaving it out means, or nil.
  public let defaultValue: String?
  /// How many times as much a job costs with it as without it; nil when it makes no difference, or
  /// nobody says how much.
  public let cost: Cost?
  /// A remark for people, or nil.
  public let note: String?
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A domain from its parts; it allows everything that nothing speaks against.
  public init(
    models: ModelSet, with: [ParameterMatch] = [], isSupported: Bool = true,
    range: ClosedRange<Double>? = nil, agreedRange: ClosedRange<Double>? = nil,
    values: [String] = [], agreedValues: [String] = [], isOpen: Bool = false,
    maximumRatio: Ratio? = nil, agreedRatio: Ratio? = nil, maximumCount: Int? = nil,
    defaultValue: String? = nil, cost: Cost? = nil, note: String? = nil, provenance: Provenance
  ) {
    self.models = models
    self.with = with
    self.isSupported = isSupported
    self.range = range
    self.agreedRange = agreedRange
    self.values = values
    self.agreedValues = agreedValues
    self.isOpen = isOpen
    self.maximumRatio = maximumRatio
    self.agreedRatio = agreedRatio
    self.maximumCount = maximumCount
    self.defaultValue = defaultValue
    self.cost = cost
    self.note = note
    self.provenance = provenance
  }

  /// Whether these models have the parameter, whatever stands beside it.
  public var isAlwaysSupported: Bool { isSupported && with.isEmpty }

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
