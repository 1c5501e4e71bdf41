// The fields of the front matter of rules/lint/<group>/<name>.md.

extension FieldTable {
  /// The front matter of a page.
  static let page = FieldTable(
    "What a page says of its check, which the check says of itself.",
    [
      .required("code", .text, "The code, such as MJ203."),
      .required("name", .text, "The name: that of the file."),
      .required("severity", .choice(PageFile.severities.map(\.0)), "The usual severity."),
      .required("fix", .choice(PageFile.fixes.map(\.0)), "The best that its fixes can be."),
      .optional("target", .text, "The target that the page's prompts are judged for."),
      .optional("plan", .text, "The plan that pays for them."),
      .optional("pattern", .text, "A heavy pattern that is added to the terms for them."),
    ])
}
