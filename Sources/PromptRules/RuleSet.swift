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
  /// The parameters.
  public var parameters: ParameterCatalog
  /// The targets.
  public var targets: [Target]
  /// The sensitive entries.
  public var terms: TermList
  /// The sources that entries cite.
  public var sources: [SourceCitation]
  /// The pages of the checks.
  public var pages: [RulePage]

  /// A rule set from its parts.
  public init(
    date: Day, models: ModelCatalog, parameters: ParameterCatalog, targets: [Target],
    terms: TermList, sources: [SourceCitation], pages: [RulePage]
  ) {
    self.date = date
    self.models = models
    self.parameters = parameters
    self.targets = targets
    self.terms = terms
    self.sources = sources
    self.pages = pages
  }

  /// The target of that name, or nil.
  public func target(_ id: some StringProtocol) -> Target? { targets.first { $0.id == id } }
}
