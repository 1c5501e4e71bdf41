// Profiles: categories that nobody lists, profiles in which nothing counts, claims without a source.

internal import PromptCore
internal import PromptRules
internal import YAML

struct ProfileReview {
  private let entries: RuleEntries
  private let categories: [String]

  init(_ entries: RuleEntries) {
    self.entries = entries
    categories = Set(entries.terms.map(\.value.category)).sorted()
  }

  /// Everything that is wrong with the profiles.
  var problems: [RuleFileError] {
    entries.profiles.flatMap { unknownCategories($0) + doubles($0) + idle($0) + unproved($0) }
  }

  private typealias Entry = Located<Profile>

  private func unknownCategories(_ profile: Entry) -> [RuleFileError] {
    let nodes = profile.inner("categories").compactMap { $0["category"] }
    return nodes.filter { !categories.contains($0.scalar ?? "") }.map { node in
      let name = node.scalar ?? ""
      return profile.problem(
        .unknownName, at: node,
        "no term is of the category `\(name)`" + Suggestion.hint(for: name, in: categories),
        remedy: "name a category of sensitive/")
    }
  }

  private func doubles(_ profile: Entry) -> [RuleFileError] {
    var seen: Set<String> = []
    return profile.inner("categories").compactMap { $0["category"] }
      .filter { !seen.insert($0.scalar ?? "").inserted }.map { node in
        profile.problem(
          .duplicate, at: node, "the category `\(node.scalar ?? "")` stands here twice",
          remedy: "remove one")
      }
  }

  /// A profile in which no listed term counts.
  private func idle(_ profile: Entry) -> [RuleFileError] {
    let counts = entries.terms.contains { profile.value.severity(of: $0.value) != nil }
    if counts || entries.terms.isEmpty { return [] }
    return [
      profile.problem(
        .dead, "no listed term counts in the profile `\(profile.value.id)`",
        remedy: "mark terms with `reported: true`, or give a weight a severity")
    ]
  }

  /// What the service is reported to refuse is a fact.
  private func unproved(_ profile: Entry) -> [RuleFileError] {
    guard profile.value.isReportedOnly, profile.value.provenance == nil else { return [] }
    return [
      profile.problem(
        .missing, at: "reported-only",
        "the profile `\(profile.value.id)` says what the service refuses, without a source",
        remedy: "add `source`, `verified` and `confidence`")
    ]
  }
}
