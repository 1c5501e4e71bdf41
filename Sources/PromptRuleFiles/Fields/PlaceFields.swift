// The fields of targets.yaml, plans.yaml, links.yaml, sources.yaml and words/<name>.yaml.

extension FieldTable {
  /// targets.yaml.
  static let targetFile = FieldTable(
    "Where prompts are sent.", [.required("targets", .entries(target), "The targets.")])

  static let target = FieldTable(
    "A place that takes prompts.",
    [
      .required("id", .text, "The name, such as discord."),
      .required("summary", .text, "What it is, one line."),
      .optional("length", .entry(length), "The longest prompt, parameters included."),
      .optional(
        "permutations", .choice(TargetFile.expansions.map(\.0)),
        "Who expands `{a, b}`; the service if not said."),
      .optional(
        "repeat", .choice(TargetFile.expansions.map(\.0)),
        "Who expands `--repeat`; the service if not said."),
      .optional("owns", .texts(least: 0), "Parameters that are fields of its requests."),
      .optional("speed", .entries(speed), "Parameters that its field `type` stands for."),
      .optional(
        "retry", .entries(retry), "Answers after which the same request may be sent again."),
      .optional("language", .text, "The language it wants, such as en."),
    ] + Field.provenance(isRequired: true))

  static let speed = FieldTable(
    "A parameter for the speed of a job, and what the field says for it.",
    [
      .required("parameter", .text, "The parameter, such as fast."),
      .required("type", .text, "The value of the field."),
    ] + Field.provenance(isRequired: false))

  static let retry = FieldTable(
    "An answer that means that nothing was accepted.",
    [
      .required("status", .integer(from: 400, to: 599), "The status of HTTP.")
    ] + Field.provenance(isRequired: true))

  static let length = FieldTable(
    "A limit of length.",
    [
      .optional("maximum", .integer(from: 1), "How long a prompt may be."),
      .optional(
        "unit", .choice(TargetFile.units.map(\.0)), "What the limit counts; characters if not said."
      ),
    ] + Field.provenance(isRequired: false))

  /// plans.yaml.
  static let planFile = FieldTable(
    "What accounts pay for, the smallest plan first.",
    [.required("plans", .entries(plan), "The plans.")])

  static let plan = FieldTable(
    "A plan and what it includes.",
    [
      .required("id", .text, "The name, such as basic."),
      .required("summary", .text, "What it is, one line."),
      .required("jobs", .integer(from: 1), "How many jobs one prompt may make."),
      .optional("lacks", .texts(least: 0), "The parameters that it does not include."),
    ] + Field.provenance(isRequired: true))

  /// links.yaml.
  static let linkFile = FieldTable(
    "What is known of links to images.",
    [
      .optional("unreachable", .entries(obstacle), "Links that the service can't fetch."),
      .optional("signed", .entries(signature), "How links say when they stop working."),
    ])

  static let obstacle = FieldTable(
    "A kind of link that the service can't fetch.",
    [
      .required(
        "link", .choice(LinkFile.kinds), "A scheme, or private for a network of one's own."),
      .required("reason", .text, "Why, as the second half of a sentence."),
    ] + Field.provenance(isRequired: true))

  static let signature = FieldTable(
    "A way in which links say when they stop working.",
    [
      .required("name", .text, "The name, such as discord."),
      .optional("hosts", .texts(least: 1), "The hosts, with their subdomains; any if not said."),
      .required("expires", .text, "The key of the query that says when."),
      .optional(
        "form", .choice(LinkFile.forms.map(\.0)), "How its value is written; seconds if not said."),
      .optional("issued", .text, "The key of the date that the seconds are counted from."),
      .optional("beside", .texts(least: 1), "Keys that must be there too."),
    ] + Field.provenance(isRequired: true))

  /// sources.yaml.
  static let sourceFile = FieldTable(
    "Where facts come from.", [.required("sources", .entries(source), "The sources.")])

  static let source = FieldTable(
    "A source that entries cite by its key.",
    [
      .required("key", .text, "The key, such as PL."),
      .required("title", .text, "What it is."),
      .optional("url", .text, "Where it is; left out when it has no public address."),
      .required("date", .day, "The age of the copy that was read."),
      .optional(
        "kind", .choice(SourcesFile.kinds.map(\.0)),
        "Whether Midjourney itself speaks there; secondary if not said."),
    ])

  /// words/<name>.yaml.
  static let wordFile = FieldTable(
    "Words that checks of the text look for.",
    [
      .required("name", .text, "The name of the file."),
      .required("summary", .text, "What the words are, one line."),
      .required("words", .texts(least: 1), "Words and phrases in lower case."),
    ] + Field.provenance(isRequired: true))
}
