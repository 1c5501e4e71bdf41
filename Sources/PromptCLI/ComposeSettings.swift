// What a run of `mjprompt compose` is asked to do, as values.

import PromptCommand
import PromptCompose
import PromptCore

/// The form of composed prompts.
enum ComposeForm: String, CaseIterable {
  /// A prompt a line.
  case lines
  /// A JSON object a line.
  case jsonl
}

/// Which prompts of a plan are made.
enum ComposeMode: Equatable {
  /// All of them.
  case all
  /// That many at random.
  case random(UInt64)
  /// That many, going round through the words.
  case cyclic(UInt64)
}

/// What a run of `mjprompt compose` is asked to do.
struct ComposeSettings {
  let templates: [String]
  var judgement = JudgementSettings()
  /// The file of data, or nil.
  var data: String?
  var dataFormat: DataRows.Format?
  /// The values of `--set`.
  var values: [String: SlotValue] = [:]
  /// The variants to take; all when empty.
  var variants: [String] = []
  /// Folders and files that are searched for wildcards too.
  var wildcards: [String] = []
  var mode = ComposeMode.all
  var seed: UInt64?
  var limit: UInt64?
  /// Whether only the number is printed.
  var isCount = false
  /// Whether `{…}` groups are choices of the template.
  var expands = false
  var form = ComposeForm.lines
  /// Whether prompts are linted.
  var isLinting = true
  /// Whether prompts with errors are printed too.
  var keepsErrors = false
  /// The least severity that keeps a prompt from being printed.
  var threshold = Severity.error
  var isQuiet = false

  init(templates: [String]) { self.templates = templates }
}

/// `slot=value` on the command line.
enum SlotSetting {
  /// The values of slots; one that is given several times is a list.
  static func values(_ settings: [String]) throws(CommandFailure) -> [String: SlotValue] {
    var values: [String: [String]] = [:]
    for setting in settings {
      guard let equals = setting.firstIndex(of: "="), equals > setting.startIndex else {
        throw CommandFailure("--set takes slot=value, not `\(setting)`", .usage)
      }
      let value = String(setting[setting.index(after: equals)...])
      values[String(setting[..<equals]), default: []].append(value)
    }
    return values.mapValues { $0.count == 1 ? .text($0[0]) : .list($0) }
  }
}
