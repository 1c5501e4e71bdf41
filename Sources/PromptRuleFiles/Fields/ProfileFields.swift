// The fields of profiles.yaml.

extension FieldTable {
  /// profiles.yaml.
  static let profileFile = FieldTable(
    "How strictly sensitive terms may be judged.",
    [.required("profiles", .entries(profile), "The profiles; one of them is `default`.")])

  /// One entry of `profiles:`.
  static let profile = FieldTable(
    "A way to judge sensitive terms: for each weight a severity, or off.",
    [
      .required("id", .text, "The name, such as strict."),
      .required("summary", .text, "What it is for, one line."),
    ] + weights(isRequired: true) + [
      .optional(
        "reported-only", .boolean,
        "Whether only terms marked `reported` count; false if not said."),
      .optional("categories", .entries(exception), "Categories that are judged otherwise."),
    ] + Field.provenance(isRequired: false))

  /// One entry of `categories:`.
  static let exception = FieldTable(
    "A category that is judged otherwise; weights that it leaves out are those of the profile.",
    [.required("category", .text, "The category, such as gore.")] + weights(isRequired: false))

  private static func weights(isRequired: Bool) -> [Field] {
    ["heavy", "medium", "light", "soft"].map { weight in
      Field(
        name: weight, kind: .choice(ProfileFile.severities.map(\.0)), isRequired: isRequired,
        summary: "How bad \(weight) terms are; off for terms that don't count.")
    }
  }
}
