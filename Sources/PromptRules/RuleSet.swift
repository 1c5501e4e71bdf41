// All of rules/ as one value.

/// A page of `rules/lint`: what `mjprompt explain` prints.
public struct RulePage: Hashable, Sendable {
  /// The code of the check, such as `MJ203`.
  public let code: String
  /// Its name, such as `value-out-of-range`.
  public let name: String
  /// The page in Markdown, without its front matter.
  public let body: String

  /// A page from its parts.
  public init(code: String, name: String, body: String) {
    self.code = code
    self.name = name
    self.body = body
  }
}

/// Everything that is known about Midjourney, and what to look out for.
public struct RuleSet: Sendable {
  /// The newest day on which a fact was verified.
  public var date: Day
  /// The models.
  public var models: ModelCatalog
  /// What models differ in beside their parameters.
  public var features: [ModelFeature]
  /// The parameters.
  public var parameters: ParameterCatalog
  /// The targets.
  public var targets: [Target]
  /// The plans, the smallest first.
  public var plans: [Plan]
  /// How sensitive terms may be judged.
  public var profiles: [Profile]
  /// Words that checks of the text look for.
  public var words: [WordList]
  /// What is known of links.
  public var links: LinkFacts
  /// The sensitive entries.
  public var terms: TermList
  /// The sources that entries cite.
  public var sources: [SourceCitation]
  /// The pages of the checks.
  public var pages: [RulePage]

  /// A rule set from its parts.
  public init(
    date: Day, models: ModelCatalog, features: [ModelFeature], parameters: ParameterCatalog,
    targets: [Target], plans: [Plan], profiles: [Profile], words: [WordList], links: LinkFacts,
    terms: TermList, sources: [SourceCitation], pages: [RulePage]
  ) {
    self.date = date
    self.models = models
    self.features = features
    self.parameters = parameters
    self.targets = targets
    self.plans = plans
    self.profiles = profiles
    self.words = words
    self.links = links
    self.terms = terms
    self.sources = sources
    self.pages = pages
  }

  /// The target of that name, or nil.
  public func target(_ id: some StringProtocol) -> Target? { targets.first { $0.id == id } }

  /// The plan of that name, or nil.
  public func plan(_ id: some StringProtocol) -> Plan? { plans.first { $0.id == id } }

  /// The profile of that name, or nil.
  public func profile(_ id: some StringProtocol) -> Profile? { profiles.first { $0.id == id } }

  /// Who has a feature; the first entry that fits holds.
  public func domains(_ feature: ModelFeature.Name) -> [ParameterDomain] {
    features.first { $0.name == feature.rawValue }?.domains ?? []
  }

  /// The list of that name; empty when there is none.
  public func words(_ name: String) -> [String] { words.first { $0.name == name }?.words ?? [] }
}
