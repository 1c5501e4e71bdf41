// The example of the tutorial on prompt sheets, compiled and run as it stands there.

// TUTORIAL begins
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
// STEP draft

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
// STEP compose

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
// STEP template

extension CharacterSheet {
  /// The first prompts that a template file makes of a character, whatever its words are.
  func lines(template path: String, character: String, limit: UInt64) throws -> [String] {
    let template = try TemplateReader(rules: composer.linter.rules).read(path)
    var wildcards = WildcardLibrary(template)
    let plan = try template.plan(
      ["character": .text(character)], variant: template.variants[0], model: composer.model,
      wildcards: &wildcards)
    var writer = PlanWriter()
    return (0..<min(plan.count, limit)).map { index in
      writer.write(plan, .index(index))
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }
}
// TUTORIAL ends
