// The fields of rules/parameters: the parameters of a group, and their order.

extension FieldTable {
  /// parameters/<group>.yaml.
  static let parameterFile = FieldTable(
    "The parameters of a group.",
    [
      .required("group", .text, "The group: the name of the file."),
      .required("parameters", .entries(parameter), "The parameters."),
    ])

  /// parameters/order.yaml.
  static let orderFile = FieldTable(
    "The order in which the normalizer writes parameters.",
    [.required("order", .texts(least: 1), "Every parameter, once.")])

  /// One entry of `parameters:`.
  static let parameter = FieldTable(
    "One parameter: its names, its values model by model, its partners and opponents.",
    [
      .required("name", .text, "The canonical name, without dashes."),
      .optional("write", .text, "What the normalizer writes: the name or an alias."),
      .optional("aliases", .texts(least: 0), "All other names."),
      .required("value", .choice(ParameterFile.shapes.map(\.0)), "What its value looks like."),
      .optional("optional", .boolean, "Whether it may stand without a value."),
      .optional("many", .boolean, "Whether it takes several values."),
      .required("summary", .text, "What it does, one line."),
      .optional(
        "repeat", .choice(ParameterFile.repetitions.map(\.0)),
        "What a second use does; error if not said."),
      .optional("replaced-by", .text, "The parameter that took its place."),
      .optional(
        "spellings", .entries(spelling), "Values that are parameters of their own in newer models."),
      .optional("keyed", .boolean, "Whether it makes other images; true if not said."),
      .optional("retired", .boolean, "Whether it means nothing any more."),
      .optional("formerly", .entry(formerly), "What the name meant to older models."),
      .optional(
        "models", .entries(domain),
        "Its values; the first entry that fits the model holds, and a model in none lacks it."),
      .optional("requires", .entries(requirement), "What it needs beside it."),
      .optional("conflicts", .entries(conflict), "What it can't stand beside."),
    ] + Field.provenance(isRequired: true))

  /// One entry of `models:`.
  static let domain = FieldTable(
    "What holds in some models; what it leaves out of its source is that of the whole entry.",
    [
      .required("in", .models, "The models."),
      .optional("with", .texts(least: 1), "It holds beside one of these parameters only."),
      .optional("supported", .boolean, "Whether these models have it; true if not said."),
      .optional("range", .span, "The least and the greatest number."),
      .optional("values", .texts(least: 1), "The values that are allowed."),
      .optional("open", .boolean, "Whether codes beside the values are allowed."),
      .optional("maximum", .ratio, "The most extreme aspect ratio, either way round."),
      .optional("agreed", .textOrTexts, "What all sources allow of the range, values or maximum."),
      .optional("most", .integer(from: 1), "How many values a list may hold."),
      .optional("default", .text, "What leaving it out means."),
      .optional("cost", .cost, "How many times as much a job costs with it."),
      .optional("note", .text, "A remark for people."),
    ] + Field.provenance(isRequired: false))

  /// One entry of `requires:`.
  static let requirement = FieldTable(
    "Parameters of which one must be there.",
    [
      .required(
        "any", .texts(least: 1), "The partners; `image` and `text` mean those of the prompt."),
      .optional("in", .models, "The models in which it needs them; all if not said."),
    ] + Field.provenance(isRequired: false))

  /// One entry of `conflicts:`.
  static let conflict = FieldTable(
    "Parameters that can't stand in the same prompt.",
    [
      .required("with", .texts(least: 1), "The opponents; one of them is enough."),
      .optional("in", .models, "The models in which they conflict; all if not said."),
      .optional("note", .text, "Why."),
    ] + Field.provenance(isRequired: false))

  /// One entry of `spellings:`.
  static let spelling = FieldTable(
    "A value that another parameter has taken over.",
    [
      .required("value", .text, "The value."),
      .required("parameter", .text, "The name of the parameter that says the same."),
    ])

  /// `formerly:`.
  static let formerly = FieldTable(
    "What a name meant to older models.",
    [
      .required("in", .models, "The models."),
      .optional("name", .text, "The one name that meant it; all if not said."),
      .required("meaning", .text, "The meaning, in a few words."),
    ])
}
