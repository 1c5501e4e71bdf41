// The fields of rules/models.yaml and rules/features.yaml.

extension FieldTable {
  /// models.yaml.
  static let modelFile = FieldTable(
    "The models of Midjourney, oldest first in each family.",
    [
      .required("models", .entries(model), "The models."),
      .required("niji-default", .text, "The id of the model that a bare `--niji` means."),
    ])

  static let model = FieldTable(
    "One model: its names and its dates.",
    [
      .required("id", .text, "The name in rule files and messages, such as v8.2."),
      .required("family", .choice(ModelFile.families.map(\.0)), "How prompts name it."),
      .optional("value", .text, "What stands behind `--v` or `--niji`."),
      .optional("aliases", .texts(least: 0), "Further spellings of the value."),
      .optional(
        "state", .choice(ModelFile.states.map(\.0)), "Whether it can be used; legacy if not said."),
      .optional("released", .day, "The day of its release."),
      .optional("default", .entry(modelSpan), "When a prompt without a model meant this one."),
      .optional("removed", .day, "The day on which it went away."),
      .optional("note", .text, "A remark for people."),
    ] + Field.provenance(isRequired: true))

  static let modelSpan = FieldTable(
    "From which day until which.",
    [
      .optional("from", .day, "The first day."),
      .optional("until", .day, "The last day; left out when it has not come."),
    ])

  /// features.yaml.
  static let featureFile = FieldTable(
    "What models differ in beside their parameters.",
    [.required("features", .entries(feature), "The features.")])

  static let feature = FieldTable(
    "One feature and the models that have it.",
    [
      .required("name", .text, "The name that checks ask for."),
      .required("summary", .text, "What it is, one line."),
      .optional(
        "models", .entries(.domain),
        "Who has it; the first entry that fits the model holds, and a model in none lacks it."),
    ] + Field.provenance(isRequired: true))
}
