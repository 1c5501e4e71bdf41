// One parameter: its names, its values model by model, its partners and opponents.

public import PromptCore

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
  /// The values that are written as a parameter of their own where that exists.
  public var spellings: [Spelling]
  /// Whether it says something about the images, so that prompts which differ in it are different jobs.
  public var isKeyed: Bool
  /// Whether it means nothing any more.
  public var isRetired: Bool
  /// The models in which the name meant something else, and what.
  public var formerly: FormerMeaning?
  /// Its values; the first entry that fits the model and the other parameters holds.
  public var domains: [ParameterDomain]
  /// What it needs.
  public var requirements: [Requirement]
  /// What it can't stand beside.
  public var conflicts: [Conflict]
  /// Where the entry comes from.
  public var provenance: Provenance

  /// A value that is written in another way: `--style raw` as `--raw`.
  public struct Spelling: Hashable, Sendable {
    /// The value.
    public let value: String
    /// The parameter, a flag, that says the same.
    public let parameter: String

    /// A spelling from its parts.
    public init(value: String, parameter: String) {
      self.value = value
      self.parameter = parameter
    }
  }

  /// What a name meant to older models.
  public struct FormerMeaning: Hashable, Sendable {
    /// The models.
    public let models: ModelSet
    /// The one name that meant it, or nil for all names.
    public let name: String?
    /// The meaning, in a few words.
    public let meaning: String

    /// A meaning from its parts.
    public init(models: ModelSet, name: String?, meaning: String) {
      self.models = models
      self.name = name
      self.meaning = meaning
    }
  }

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
    spellings = []
    isKeyed = true
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
