import MJPrompt

/// Makes the prompts of one character for one model.
struct CharacterSheet: Sendable {
  /// A model that the rules don't know.
  struct UnknownModel: Error {}

  private let composer: Composer

  init(model name: String, on day: Day) throws {
    let rules = try RuleSet(.embedded)
    guard let index = rules.models.index(named: name),
      let composer = Composer(
        rules: rules, model: rules.models.models[index], options: LintOptions(asOf: day))
    else { throw UnknownModel() }
    self.composer = composer
  }
}
