// What a run of `mjprompt lint` is asked to do, as values.

import PromptCommand
import PromptCore
import PromptReport

/// What a run of `mjprompt lint` is asked to do.
struct LintSettings {
  let input: InputSettings
  var judgement = JudgementSettings()
  var output = OutputSettings()
  /// The fixes that are wanted, or nil for none.
  var accepted: Applicability?
  /// Whether fixes are shown and not written.
  var isDiff = false
  var format = ReportFormat.text
  /// Whether findings are counted and not shown.
  var isStatistics = false
  /// The least severity that ends with 1; nil for what the configuration says.
  var threshold: Severity?
  /// Whether the choices are shown and nothing is judged.
  var isShowingChoices = false

  init(input: InputSettings) {
    self.input = input
    judgement.usesCache = true
  }
}
