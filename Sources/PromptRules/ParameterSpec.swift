// What a parameter may be: its names, its values model by model, its partners and opponents.

public import PromptCore

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
  /// The values that are allowed, or empty for all.
  public var values: [String]
  /// Whether codes beside `values` are allowed.
  public var isOpen: Bool
  /// The most extreme aspect ratio either way round, as long side to short side, or nil.
  public var maximumRatio: Ratio?
  /// The value that leaving it out means, or nil.
  public var defaultValue: String?
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
    isOpen = false
  }
}

/// An aspect ratio in whole numbers.
public struct Ratio: Hashable, Sendable {
  /// The width.
  public let width: Int
  /// The height.
  public let height: Int

  /// A ratio from its parts.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The ratio of `16:9`; nil for anything else and for numbers of more than nine digits.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ 1...9 ~= $0.utf8.count }),
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let width = Int(parts[0]), let height = Int(parts[1])
    else { return nil }
    self.init(width: width, height: height)
  }

  /// As it is written.
  public var text: String { "\(width):\(height)" }

  /// The same ratio in the smallest whole numbers; itself when a side is 0.
  public var reduced: Ratio {
    var (divisor, rest) = (width, height)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return divisor > 1 ? Ratio(width: width / divisor, height: height / divisor) : self
  }

  /// Whether the long side of this one is at most as long as `limit`'s, relative to the short side.
  public func isWithin(_ limit: Ratio) -> Bool {
    max(width, height) * min(limit.width, limit.height)
      <= min(width, height) * max(limit.width, limit.height)
  }
}

/// Parameters of which at least one must be there.
public struct Requirement: Hashable, Sendable {
  /// The partners.
  public let any: [ParameterMatch]
  /// Where the entry comes from.
  public let provenance: Provenance

  /// A requirement from its parts.
  public init(any: [ParameterMatch], provenance: Provenance) {
    self.any = any
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

/// One parameter.
public struct ParameterSpec: Hashable, Sendable {
  /// What a second use does.
  public enum Repetition: UInt8, Sendable, CaseIterable {
    /// It is refused, or nobody knows.
    case error
    /// The last one counts.
    case last
    /// The first one counts.
    case first
    /// The values belong in one parameter.
    case merge
  }

  /// The canonical name, without dashes.
  public var name: String
  /// The name that the normalizer writes.
  public var written: String
  /// All other names.
  public var aliases: [String]
  /// The file of `rules/parameters` it stands in.
  public var group: String
  /// What its value looks like.
  public var shape: ValueShape
  /// How much text it takes.
  public var arity: ParameterArity
  /// What it does, one line.
  public var summary: String
  /// What a second use does.
  public var repetition: Repetition
  /// The parameter that took its place, or nil.
  public var replacedBy: String?
  /// Whether it means nothing any more.
  public var isRetired: Bool
  /// Its values; the first entry that fits the model and the other parameters holds.
  public var domains: [ParameterDomain]
  /// What it needs.
  public var requirements: [Requirement]
  /// What it can't stand beside.
  public var conflicts: [Conflict]
  /// Where the entry comes from.
  public var provenance: Provenance

  /// A parameter without models.
  public init(name: String, group: String, shape: ValueShape, provenance: Provenance) {
    self.name = name
    self.group = group
    self.shape = shape
    self.provenance = provenance
    written = name
    aliases = []
    arity = shape == .none ? .flag : .one
    summary = ""
    repetition = .error
    isRetired = false
    domains = []
    requirements = []
    conflicts = []
  }

  /// Every model that has the parameter.
  public var models: ModelSet {
    domains.filter(\.isSupported).reduce(into: []) { $0.formUnion($1.models) }
  }
}
