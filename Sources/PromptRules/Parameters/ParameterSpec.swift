// One parameter: its names, its values model by model, its partners and opponents.

public import PromptCore

/// One parameter; an object, since a value of so many parts is copied dearly by each check that looks at it.
public final class ParameterSpec: Sendable {
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
  public let name: String
  /// The name that the normalizer writes.
  public let written: String
  /// All other names.
  public let aliases: [String]
  /// The file of `rules/parameters` it stands in.
  public let group: String
  /// What its value looks like.
  public let shape: ValueShape
  /// How much text it takes.
  public let arity: ParameterArity
  /// What it does, one line.
  public let summary: String
  /// What a second use does.
  public let repetition: Repetition
  /// The parameter that took its place, or nil.
  public let replacedBy: String?
  /// The values that are written as a parameter of their own where that exists.
  public let spellings: [Spelling]
  /// Whether it says something about the images, so that prompts which differ in it are different jobs.
  public let isKeyed: Bool
  /// Whether it means nothing any more.
  public let isRetired: Bool
  /// The models in which the name meant something else, and what.
  public let formerly: FormerMeaning?
  /// Its values; the first entry that fits the model and the other parameters holds.
  public let domains: [ParameterDomain]
  /// What it needs.
  public let requirements: [Requirement]
  /// What it can't stand beside.
  public let conflicts: [Conflict]
  /// Where the entry comes from.
  public let provenance: Provenance
  /// Every model that has the parameter.
  public let models: ModelSet

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

  /// A parameter from its parts; without `written` it is written by its name, without `arity` it takes
  /// one value unless its shape is that of a flag.
  public init(
    name: String, written: String? = nil, aliases: [String] = [], group: String, shape: ValueShape,
    arity: ParameterArity? = nil, summary: String = "", repetition: Repetition = .error,
    replacedBy: String? = nil, spellings: [Spelling] = [], isKeyed: Bool = true,
    isRetired: Bool = false, formerly: FormerMeaning? = nil, domains: [ParameterDomain] = [],
    requirements: [Requirement] = [], conflicts: [Conflict] = [], provenance: Provenance
  ) {
    self.name = name
    self.written = written ?? name
    self.aliases = aliases
    self.group = group
    self.shape = shape
    self.arity = arity ?? (shape == .none ? .flag : .one)
    self.summary = summary
    self.repetition = repetition
    self.replacedBy = replacedBy
    self.spellings = spellings
    self.isKeyed = isKeyed
    self.isRetired = isRetired
    self.formerly = formerly
    self.domains = domains
    self.requirements = requirements
    self.conflicts = conflicts
    self.provenance = provenance
    models = domains.filter(\.isSupported).reduce(into: []) { $0.formUnion($1.models) }
  }

  /// What holds first in a model, by its index: always, or beside other parameters; nil when nothing does.
  public func domain(in model: Int) -> ParameterDomain? {
    let model = ModelSet(index: model)
    return domains.first { $0.models.contains(model) }
  }
}
