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

extension CharacterSheet {
  /// A picture of the character, before any model is thought of.
  func draft(of character: String, pose: String, reference: String? = nil) -> PromptDraft {
    PromptDraft {
      "character sheet of \(character)"
      pose
      "plain background"
      if let reference {
        PromptParameters(.omniReference(reference), .omniWeight(200))
      }
    }
    .parameters(.aspectRatio(3, 2), .stylize(80), .no("text", "labels"))
  }
}

extension CharacterSheet {
  /// A prompt for each pose that the model can draw, and for the others the reason why not.
  func lines(
    _ character: String, poses: [String], reference: String? = nil
  ) -> (prompts: [String], problems: [String]) {
    var prompts: [String] = []
    var problems: [String] = []
    var scratch = ScanScratch()
    for pose in poses {
      let draft = draft(of: character, pose: pose, reference: reference)
      do {
        prompts.append(try composer.compose(draft, scratch: &scratch).text)
      } catch {
        problems += error.diagnostics.map { "\(pose): \($0.rule.code): \($0.message)" }
      }
    }
    return (prompts, problems)
  }
}
