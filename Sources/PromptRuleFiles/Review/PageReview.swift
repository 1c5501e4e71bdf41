// The pages of checks against the checks, and what every page must hold.

internal import PromptCore
internal import PromptLint
internal import PromptRules
internal import YAML

struct PageReview {
  private let entries: RuleEntries

  init(_ entries: RuleEntries) { self.entries = entries }

  /// Everything that is wrong with pages as a whole.
  var problems: [RuleFileError] {
    entries.pages.flatMap { check($0) + names($0) + sections($0) } + doubles + missing
  }

  private typealias Page = Located<CheckPageText>

  /// What the page says of its check is what the check says of itself.
  private func check(_ page: Page) -> [RuleFileError] {
    let said = page.value.header.metadata
    guard let check = RuleCatalog.metadata(said.code) else {
      return [
        page.problem(
          .unknownName, at: "code",
          "`\(said.code)` is no check" + Suggestion.hint(for: said.code, in: RuleCatalog.selectors),
          remedy: "a page describes a check of the program")
      ]
    }
    let pairs = [
      ("name", said.name, check.name), ("severity", said.severity.name, check.severity.name),
      ("fix", said.fix?.name ?? "none", check.fix?.name ?? "none"),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { key, text, truth in
      page.problem(
        .contradiction, at: key, "the \(key) of \(said.code) is `\(truth)`, not `\(text)`",
        remedy: "write `\(key): \(truth)`")
    }
  }

  private func names(_ page: Page) -> [RuleFileError] {
    let header = page.value.header
    var problems: [RuleFileError] = []
    if !page.path.hasSuffix("/\(header.metadata.name).md") {
      problems.append(
        page.problem(
          .contradiction, at: "name",
          "the page of `\(header.metadata.name)` stands in another file",
          remedy: "call the file \(header.metadata.name).md"))
    }
    if let target = header.target, !entries.targets.contains(where: { $0.value.id == target }) {
      problems.append(
        page.problem(
          .unknownName, at: "target", "`\(target)` is no target",
          remedy: "name one of targets.yaml"))
    }
    if let plan = header.plan, !entries.plans.contains(where: { $0.value.id == plan }) {
      problems.append(
        page.problem(
          .unknownName, at: "plan", "`\(plan)` is no plan", remedy: "name one of plans.yaml"))
    }
    return problems
  }

  private func sections(_ page: Page) -> [RuleFileError] {
    let lines = page.value.page.body.split(separator: "\n")
    let headings = ["## Why is this bad?", "## Example", "## Use instead", "## Source"]
    return headings.filter { !lines.contains(Substring($0)) }.map { heading in
      page.problem(
        .missing, "the page has no section `\(heading)`",
        remedy: heading == "## Source" ? "say where the fact comes from" : "write it")
    }
  }

  private var doubles: [RuleFileError] {
    var seen = Doubles()
    return entries.pages.compactMap { page in
      let code = page.value.page.code
      return seen.firstPlace(of: code, page).map {
        page.problem(
          .duplicate, at: "code", "`\(code)` has two pages, first \($0)", remedy: "remove one")
      }
    }
  }

  private var missing: [RuleFileError] {
    let codes = Set(entries.pages.map(\.value.page.code))
    return RuleCatalog.all.map(\.metadata).filter { !codes.contains($0.code) }.map { check in
      RuleFileError(
        path: "\(entries.folder)/lint", mark: nil,
        message: "the check `\(check.name)` (\(check.code)) has no page", kind: .missing,
        remedy: "write <group>/\(check.name).md")
    }
  }
}
