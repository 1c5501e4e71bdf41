// The fields of mjprompt.yaml.

internal import PromptCore
internal import PromptLint

extension FieldTable {
  /// mjprompt.yaml.
  static let configuration = FieldTable(
    "An author's choices for the prompts below a folder.",
    [
      .optional("extends", .textOrTexts, "Files that this one builds on, from its folder."),
      .optional(
        "rules", .textOrTexts,
        "Own sensitive lists, and folders laid out like rules/, added to the usual rules."),
      .optional("include", .textOrTexts, "Files that folders are searched for, beside *.prompt."),
      .optional("exclude", .textOrTexts, "Files and folders that are left out of folders."),
      .optional("fail-on", severity, "The least severity that makes the run fail."),
      .optional("presets", .textPairs(of: "name"), "Own parameters, and the text they stand for."),
      .optional("gate", .entry(gate), "What `mjprompt gate` lets pass."),
    ] + choices + [.optional("overrides", .entries(override), "Choices for some files, in order.")])

  /// One entry of `overrides:`.
  static let override = FieldTable(
    "Choices for some files; they count more than those for all files.",
    [.required("files", .textOrTexts, "Patterns of paths, from the folder of this file.")] + choices
  )

  /// One entry of `allow:`.
  static let allowance = FieldTable(
    "Something that is let pass on purpose.",
    [
      .optional("check", .text, "A check: its code, group or name."),
      .optional("word", .text, "A word of the sensitive lists."),
      .optional("phrase", .text, "A phrase of the sensitive lists, or a longer one around a word."),
      .required("reason", .text, "Why."),
      .optional("until", .day, "The last day on which it holds."),
    ], exactlyOneOf: ["check", "word", "phrase"])

  /// `gate:`.
  static let gate = FieldTable(
    "What lets a prompt pass, and what doesn't.",
    [
      .optional("deny", severity, "The least severity that denies a prompt; error when left out."),
      .optional(
        "sensitive", severity,
        "The least severity of sensitive terms that denies; warning when left out."),
      .optional("review", severity, "The least severity that asks for somebody to look at it."),
      .optional(
        "actions", .pairs(GatePolicy.Action.allCases.map(\.rawValue)),
        "What findings of checks and of sensitive categories ask for instead."),
      .optional(
        "rewrite", .textOrTexts,
        "The checks whose safe fixes are applied; all when left out, [] for none."),
      .optional("jobs", .integer(from: 1), "The most jobs of one prompt; else those of the plan."),
      .optional("budget", .integer(from: 1), "The most jobs of one run."),
    ])

  private static let severity = FieldKind.choice(Severity.allCases.map(\.name))

  private static let choices: [Field] = [
    .optional("select", .textOrTexts, "The checks to run: codes, groups, names or all."),
    .optional("ignore", .textOrTexts, "The checks to leave out."),
    .optional(
      "severity", .pairs(Severity.allCases.map(\.name)),
      "Severities of checks in place of the usual ones."),
    .optional("allow", .entries(allowance), "Words and checks that are let pass, with reasons."),
    .optional("model", .text, "The model of prompts that name none, such as v7."),
    .optional("target", .text, "Where the prompts will be sent, such as discord."),
    .optional("plan", .text, "The plan that pays, such as basic."),
    .optional("profile", .text, "How strictly sensitive terms are judged, such as strict."),
  ]
}
