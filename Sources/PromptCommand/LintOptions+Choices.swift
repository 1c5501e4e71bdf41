// Choices → the options of a linter.

internal import PromptLint
internal import PromptRuleFiles
internal import PromptRules

extension LintOptions {
  /// The options that choices make.
  init(_ choices: Choices, _ rules: RuleSet, on day: Day) {
    self.init(asOf: day)
    model = choices.model.flatMap { rules.models.index(named: $0.value) }
    target = choices.target?.value ?? target
    plan = choices.plan?.value
    profile = choices.profile?.value ?? profile
    select = choices.select?.value ?? select
    ignore = choices.ignore.map(\.value)
    severities = choices.severities.map { ($0.value.selector, $0.value.severity) }
    for preset in choices.presets { presets[preset.value.name] = preset.value.text }
    for allowance in choices.allow.map(\.value) where allowance.holds(on: day) {
      switch allowance.subject {
      case .check(let selector): ignore.append(selector)
      case .text(let text): allowedText.append(text)
      }
    }
  }
}
