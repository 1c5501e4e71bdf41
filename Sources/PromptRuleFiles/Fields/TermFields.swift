// The fields of rules/sensitive/<category>.yaml and rules/sensitive/<language>/<category>.yaml.

internal import PromptRules

extension FieldTable {
  /// sensitive/<category>.yaml.
  static let termFile = FieldTable(
    "Sensitive terms of a category, or innocent text.",
    [
      .optional("category", .text, "The category; a file with terms needs one."),
      .optional("summary", .text, "What is listed, one line."),
      .optional("language", .language, "The language of the terms; English if not said."),
      .optional(
        "reviewed", .boolean, "Whether speakers have looked through the list; true if not said."),
      .optional(
        "scopes", .choices(TermScopes.names.map(\.name)),
        "Where terms count that don't say; text and no if not said."),
      .optional("weight", .weight, "The weight of terms that don't say; 2 if not said."),
      .optional("source", .texts(least: 1), "Keys of `lists` or of sources.yaml."),
      .optional("lists", .entries(list), "The lists that words were taken from."),
      .optional("verified", .day, "The day on which somebody last looked."),
      .optional("terms", .entries(term), "The terms."),
      .optional("allow", .entries(allow), "Innocent text that may hold a term."),
    ])

  static let list = FieldTable(
    "A list of words that was read.",
    [
      .required("key", .text, "The key that `source` cites."),
      .required("name", .text, "What it is."),
      .optional("url", .text, "Where it is."),
      .required("licence", .text, "What allows its use."),
    ])

  /// One entry of `terms:`.
  static let term = FieldTable(
    "A sensitive word, phrase or pattern.",
    [
      .optional("word", .text, "A whole word."),
      .optional("phrase", .text, "Whole words with spaces, hyphens or underscores between them."),
      .optional("pattern", .text, "A PCRE2 pattern; it needs a name and examples."),
      .optional("name", .text, "The name of a pattern."),
      .optional("forms", .texts(least: 0), "Further spellings."),
      .optional("near", .texts(least: 1), "Words or phrases one of which must stand near."),
      .optional(
        "within", .integer(from: distances.lowerBound, to: distances.upperBound),
        "How many words at most stand between; \(Term.Context.usualDistance) if not said."),
      .optional("weight", .weight, "0 soft, 1 light, 2 medium, 3 heavy."),
      .optional("scopes", .choices(TermScopes.names.map(\.name)), "Where it counts."),
      .optional("reported", .boolean, "Whether the service is reported to refuse it."),
      .optional("reason", .text, "Why it is listed."),
      .optional("replace", .text, "A gentler wording."),
      .optional("match", .texts(least: 0), "Text that must be flagged."),
      .optional("clean", .texts(least: 0), "Text that must stay clean."),
    ], exactlyOneOf: ["word", "phrase", "pattern"])

  private static let distances = Term.Context.distances

  /// One entry of `allow:`.
  static let allow = FieldTable(
    "Innocent text; a term found inside it is not reported.",
    [
      .optional("word", .text, "A whole word."),
      .optional("phrase", .text, "Whole words with spaces, hyphens or underscores between them."),
      .optional("forms", .texts(least: 0), "Further spellings."),
      .optional("reason", .text, "Why it is innocent."),
      .optional("reserve", .boolean, "Whether it is kept though it covers no listed term."),
    ], exactlyOneOf: ["word", "phrase"])
}
