// The review of a rule folder: the repository's is clean, and each mistake is named at its place.

import PromptRuleFiles
import PromptTestSupport
import Testing

@Suite struct RuleReviewTests {
  /// A mistake and what the review says of it.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    let kind: RuleFileError.Kind
    let message: String
    var testDescription: String { message }

    init(
      _ file: String, _ old: String, _ new: String, _ kind: RuleFileError.Kind, _ message: String
    ) {
      (self.file, self.old, self.new, self.kind, self.message) = (file, old, new, kind, message)
    }
  }

  @Test func theRepositoryIsClean() {
    let review = RuleReview(folder: Repository.file("rules"))
    #expect(review.problems.isEmpty, "\(review.problems.map(\.description))")
    #expect(review.warnings.isEmpty, "\(review.warnings.map(\.description))")
    #expect(review.entryCount > 500)
  }

  private static let chaos =
    "{in: [v1..v2], range: \"0..100\", default: \"0\", confidence: unverified}"
  private static let v3 = "released: 2022-07-25\n    default: {from: 2022-07-25, until: 2022-11-04}"

  static let contradictions = [
    Mistake(
      "parameters/style.yaml", chaos, chaos.replacing("0..100", with: "0..200"), .contradiction,
      "style.yaml:27:31: `chaos`: wider in v1 to v2 than in all models"),
    Mistake(
      "parameters/style.yaml", "agreed: \"0..1000\"", "agreed: \"0..4000\"", .contradiction,
      "`weird`: all sources can't allow more than any of them does"),
    Mistake(
      "parameters/style.yaml", "default: \"2500\"", "default: \"1\"", .contradiction,
      "`stylize`: the default `1` is no value that is allowed here"),
    Mistake(
      "parameters/style.yaml", "{in: [niji4], supported: false,",
      "{in: [niji4], supported: false, range: \"0..1\",", .contradiction,
      "`stylize`: these models lack it, and `range` says what it takes there"),
    Mistake(
      "parameters/style.yaml", "{with: [seed],", "{with: [text],", .contradiction,
      "`weird` requires `text` and conflicts with it in v5 to v7"),
    Mistake(
      "parameters/style.yaml", "{with: [seed],", "{with: [weird],", .contradiction,
      "`weird` names itself as a partner"),
    Mistake(
      "models.yaml", v3, v3.replacing("until: 2022-11-04", with: "until: 2022-07-01"),
      .contradiction, "was no longer the default on 2022-07-01, before it was the default"),
    Mistake(
      "models.yaml", "released: 2022-07-25\n", "released: 2022-07-25\n    removed: 2022-01-01\n",
      .contradiction, "`v3` was retired on 2022-01-01, before it was released on 2022-07-25"),
    Mistake(
      "models.yaml", "state: legacy\n", "state: legacy\n    removed: 2025-01-01\n",
      .contradiction, "`v1` is legacy and was removed on 2025-01-01"),
    Mistake(
      "models.yaml", "until: 2022-11-04", "until: 2022-11-30", .contradiction,
      "`v3` is the default until 2022-11-30, and `v4` from 2022-11-05"),
    Mistake(
      "models.yaml", "source: [LP]\n    verified: 2026-09-24\n    confidence: official",
      "source: [WIKI]\n    verified: 2026-09-24\n    confidence: official", .contradiction,
      "the model `v5.2` is called official, and none of its sources is"),
    Mistake(
      "lint/syntax/wrong-dash.md", "fix: safe", "fix: unsafe", .contradiction,
      "wrong-dash.md:5:6: the fix of MJ101 is `safe`, not `unsafe`"),
  ]

  static let others = [
    Mistake(
      "sensitive/minors.yaml", "near: [beauty", "near: [naked mole rat, beauty", .dead,
      "`naked mole rat` never counts, since it is allowed as it stands"),
    Mistake(
      "sensitive/minors.yaml", "    within: 12\n", "    within: 41\n", .malformed,
      "`within` must be a whole number from 1 to 40, not `41`"),
    Mistake(
      "sensitive/allow.yaml", "allow:\n", "allow:\n  - {phrase: x, near: [y]}\n", .unknownField,
      "allow.yaml:6:17: unknown field `near`"),
    Mistake(
      "models.yaml", "    family: v\n", "    famly: v\n", .unknownField,
      "models.yaml:8:5: unknown field `famly`; did you mean `family`?"),
    Mistake(
      "sources.yaml", "sources:\n",
      "sources:\n  - {key: XX, title: Nobody's, date: 2026-01-01, kind: secondary}\n", .dead,
      "sources.yaml:4:11: no entry and no page cites the source `XX`"),
    Mistake(
      "parameters/style.yaml", "      - {in: [all], range: \"0..100\", default: \"0\"}\n",
      "      - {in: [all], range: \"0..100\", default: \"0\"}\n      - {in: [v7], range: \"0..9\"}\n",
      .dead, "`chaos`: earlier entries hold for all of these models, so this one never does"),
    Mistake(
      "sensitive/allow.yaml", "allow:\n", "allow:\n  - phrase: bloody\n", .dead,
      "`bloody` never counts, since it is allowed as it stands"),
    Mistake(
      "sensitive/allow.yaml", "allow:\n", "allow:\n  - phrase: a quiet meadow\n", .dead,
      "allow.yaml:6:13: no listed term stands in `a quiet meadow`"),
    Mistake(
      "sensitive/allow.yaml", "allow:\n", "allow:\n  - {phrase: blood rust, reserve: true}\n",
      .contradiction, "every spelling of this reserve covers a listed term"),
    Mistake(
      "sensitive/violence.yaml", "terms:\n", "terms:\n  - word: gore\n", .duplicate,
      "violence.yaml:"),
    Mistake(
      "sensitive/gore.yaml", "verified: 2026-11-26\n", "", .missing,
      "a list of terms without `verified`"),
    Mistake(
      "sensitive/gore.yaml", "source: [NOV, GOA, LDN]\n", "", .missing,
      "a list of terms without `source`"),
    Mistake(
      "sensitive/gore.yaml", "source: [NOV, GOA, LDN]\n", "source: [NOV, GOA, XYZ]\n",
      .unknownName, "`XYZ` stands neither in `lists` nor in sources.yaml"),
    Mistake(
      "sensitive/gore.yaml", "  - word: gory\n",
      "  - pattern: '(gory'\n    name: x\n    match: [gory]\n", .malformed,
      "the pattern `x` can't be used"),
    Mistake(
      "sensitive/zh/sexual.yaml", "language: zh\n", "language: ja\n", .contradiction,
      "sexual.yaml:8:11: a list of the folder zh that doesn't say so"),
    Mistake(
      "plans.yaml", "lacks: [stealth]", "lacks: [stelth]", .unknownName,
      "plans.yaml:14:13: the plan `standard` names `stelth`, which is no parameter"),
    Mistake(
      "profiles.yaml", "  - id: default\n", "  - id: usual\n", .malformed,
      "profiles.yaml:5:3: the profile `default` is missing"),
    Mistake(
      "profiles.yaml", "  - id: lenient\n", "  - id: strict\n", .duplicate,
      "the profile `strict` stands here twice, first at"),
    Mistake(
      "profiles.yaml", "heavy: error\n    medium: error\n",
      "categories: [{category: goree}]\n    heavy: error\n    medium: error\n", .unknownName,
      "no term is of the category `goree`; did you mean `gore`?"),
    Mistake(
      "profiles.yaml", "heavy: error\n    medium: error\n",
      "categories: [{category: gore}, {category: gore}]\n    heavy: error\n    medium: error\n",
      .duplicate, "the category `gore` stands here twice"),
    Mistake(
      "profiles.yaml", "heavy: error\n    medium: information\n",
      "heavy: \"off\"\n    medium: \"off\"\n", .dead,
      "no listed term counts in the profile `lenient`"),
    Mistake(
      "profiles.yaml", "medium: information\n", "medium: informaton\n", .malformed,
      "`informaton`; did you mean `information`?"),
    Mistake(
      "profiles.yaml", "    light: \"off\"\n", "    light: \"off\"\n    reported-only: true\n",
      .missing, "the profile `lenient` says what the service refuses, without a source"),
    Mistake(
      "profiles.yaml", "source: [NOV, GOA, URI]", "source: [NOV, GAO, URI]", .unknownName,
      "the profile `midjourney` cites `GAO`"),
    Mistake(
      "lint/syntax/wrong-dash.md", "## Source\n", "## Sources\n", .missing,
      "the page has no section `## Source`"),
    Mistake(
      "lint/syntax/wrong-dash.md", "code: MJ101", "code: MJ102", .duplicate,
      "`MJ102` has two pages"),
  ]

  /// The lists that mistakes are made in, and those that they need.
  static let lists: Set = ["allow.yaml", "gore.yaml", "violence.yaml", "zh/sexual.yaml"]

  @Test(arguments: contradictions + others)
  func mistakeIsNamed(_ mistake: Mistake) throws {
    let list = mistake.file.split(separator: "sensitive/").last.map(String.init) ?? ""
    let isInList = mistake.file.hasPrefix("sensitive/")
    let folder = try RuleFolderCopy(lists: isInList ? Self.lists.union([list]) : ["gore.yaml"])
    try folder.replace(mistake.old, in: mistake.file, with: mistake.new)
    let problems = RuleReview(folder: folder.path, effort: .examples).problems
    #expect(
      problems.contains { $0.kind == mistake.kind && $0.description.contains(mistake.message) },
      "\(problems.map { "\($0.kind): \($0)" })")
    #expect(problems.allSatisfy { !$0.advice(in: folder.path).isEmpty })
  }

  @Test func allProblemsAreReportedAtOnce() throws {
    let folder = try RuleFolderCopy(lists: Self.lists)
    try folder.replace("family: v\n", in: "models.yaml", with: "famly: w\n")
    try folder.replace("value: integer", in: "parameters/style.yaml", with: "value: intger")
    try folder.replace("range: \"0..100\"", in: "parameters/style.yaml", with: "range: \"x\"")
    try folder.replace("weight: 2\n", in: "sensitive/gore.yaml", with: "weight: 9\n")
    try folder.replace("fix: safe", in: "lint/syntax/wrong-dash.md", with: "fix: sure")
    try folder.write("", to: "plans.yaml")
    let problems = RuleReview(folder: folder.path, effort: .examples).problems
    let files = Set(problems.map { $0.path.split(separator: "/").last.map(String.init) ?? "" })
    #expect(
      files.isSuperset(of: [
        "models.yaml", "style.yaml", "gore.yaml", "wrong-dash.md", "plans.yaml",
      ]))
    #expect(problems.count(where: { $0.path.hasSuffix("style.yaml") }) == 2)
    #expect(Set(problems).count == problems.count)
  }

  @Test func aMissingFolderIsProblemsToo() {
    let problems = RuleReview(folder: "/nowhere/rules").problems
    #expect(problems.contains { $0.description.contains("no such file or directory") })
  }
}
