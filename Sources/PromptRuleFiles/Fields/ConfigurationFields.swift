// The fields of mjprompt.yaml.

internal import PromptCore

extension FieldTable {
  /// mjprompt.yaml.
  static let configuration = FieldTable(
    "An author's choices for the prompts below a folder.",
    [
      .optional("select", .texts(least: 0), "The checks to run: codes, groups, names or all."),
      .optional("ignore", .texts(least: 0), "The checks to leave out."),
      .optional(
        "severity", .pairs(Severity.allCases.map(\.name)),
        "Severities of checks in place of the usual ones."),
      .optional("model", .text, "The model of prompts that name none, such as v7."),
      .optional("target", .text, "Where the prompts will be sent, such as discord."),
      .optional("plan", .text, "The plan that pays, such as basic."),
    ])
}
