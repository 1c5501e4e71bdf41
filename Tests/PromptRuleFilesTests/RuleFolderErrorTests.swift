// Mistakes in rule files are named with their place, what was expected, and what was meant.

import Foundation
import PromptRuleFiles
import PromptTestSupport
import Testing

@Suite struct RuleFolderErrorTests {
  struct Mistake: CustomTestStringConvertible {
    let file: String
    let text: String
    let message: String
    var testDescription: String { message }
  }

  static let mistakes = [
    Mistake(
      file: "models.yaml", text: "models:\n  - id: v1\n    famly: v\nniji-default: v1\n",
      message: "models.yaml:3:5: unknown field `famly`; did you mean `family`?"),
    Mistake(
      file: "models.yaml", text: "models:\n  - {id: v1, family: w, \(fact)}\nniji-default: v1\n",
      message: "models.yaml:2:22: `family` must be one of v, niji, test, not `w`"
    ),
    Mistake(
      file: "models.yaml", text: "models:\n  - {id: v1, family: v}\nniji-default: v1\n",
      message: "models.yaml:2:5: the field `verified` (a date) is missing"),
    Mistake(
      file: "models.yaml", text: "models: [\n", message: "models.yaml:2:1: "),
    Mistake(
      file: "models.yaml", text: "models:\n  - {id: v1, family: v, \(fact)}\nniji-default: niji9\n",
      message: "models.yaml:3:15: `niji9` is no model of this file"),
    Mistake(
      file: "parameters/style.yaml", text: parameter("value: intger"),
      message: "style.yaml:4:12: `value` must be one of"),
    Mistake(
      file: "parameters/style.yaml", text: parameter("value: integer\n    models: [{in: [v6.3]}]"),
      message: "`v6.3` is no model; did you mean `v6.1`?"),
    Mistake(
      file: "parameters/style.yaml",
      text: parameter("value: integer\n    models: [{in: [v7..v5]}]"),
      message: "`v7..v5` must go from an older to a newer model"),
    Mistake(
      file: "parameters/style.yaml",
      text: parameter("value: integer\n    models: [{in: [v7], range: \"9\"}]"),
      message: "`range` must be such as \"0..1000\", not `9`"),
    Mistake(
      file: "parameters/style.yaml",
      text: parameter("value: integer\n    models: [{in: [v7], most: -1}]"),
      message: "`most` must be a whole number from 1 on, not `-1`"),
    Mistake(
      file: "plans.yaml",
      text: "plans:\n  - {id: x, summary: x, jobs: 1, lacks: [\"=\"], \(fact)}\n",
      message: "`=` must be a parameter, or one with a value: `quality=4`"),
    Mistake(
      file: "parameters/order.yaml", text: "order: [aspect]\n",
      message: "order.yaml:1:8: the parameter"),
    Mistake(
      file: "sensitive/gore.yaml", text: "category: gore\nterms:\n  - {word: x, weight: 9}\n",
      message:
        "gore.yaml:3:23: `weight` must be 0 (soft), 1 (light), 2 (medium) or 3 (heavy), not `9`"),
    Mistake(
      file: "sensitive/gore.yaml", text: "category: gore\nterms:\n  - {word: x, scopes: [txt]}\n",
      message: "`txt` is none of the scopes text, no, values, urls; did you mean `text`?"),
    Mistake(
      file: "sensitive/gore.yaml", text: "category: gore\nlanguage: English\n",
      message: "gore.yaml:2:11: `language` must be a language tag such as zh or pt-BR, not"),
    Mistake(
      file: "sensitive/gore.yaml", text: "category: gore\nlanguage: pt-\n",
      message: "gore.yaml:2:11: `language` must be a language tag such as zh or pt-BR, not `pt-`"),
    Mistake(
      file: "sensitive/gore.yaml", text: "category: gore\nterms:\n  - {pattern: x+, name: x}\n",
      message: "a pattern needs at least one `match:` example"),
    Mistake(
      file: "sensitive/gore.yaml", text: gore("word: x, near: []"),
      message: "gore.yaml:3:21: `near` must not be empty"),
    Mistake(
      file: "sensitive/gore.yaml", text: gore("word: x, near: y"),
      message: "gore.yaml:3:21: `near` must be a list, such as `[a, b]`"),
    Mistake(
      file: "sensitive/gore.yaml", text: gore("word: x, near: [y], within: 0"),
      message: "gore.yaml:3:34: `within` must be a whole number from 1 to 40, not `0`"),
    Mistake(
      file: "sensitive/gore.yaml", text: gore("word: x, near: [y], within: 41"),
      message: "gore.yaml:3:34: `within` must be a whole number from 1 to 40, not `41`"),
    Mistake(
      file: "sensitive/gore.yaml", text: gore("word: x, within: 4"),
      message: "gore.yaml:3:23: `within` counts the words up to those of `near`, which is missing"),
    Mistake(
      file: "sensitive/gore.yaml", text: gore("word: x, near: [y, \"***\"]"),
      message: "gore.yaml:3:21: `***` holds no letter and no digit, so it can't be found"),
    Mistake(
      file: "sensitive/allow.yaml", text: "allow:\n  - {word: x, near: [y]}\n",
      message: "allow.yaml:2:15: unknown field `near`"),
    Mistake(
      file: "targets.yaml",
      text: "targets:\n  - {id: x, summary: y, permutations: maybe, \(fact)}\n",
      message: "`permutations` must be one of service, client, refused, not `maybe`"),
    Mistake(
      file: "links.yaml", text: "unreachable:\n  - {link: blobb, reason: x, \(fact)}\n",
      message: "links.yaml:2:12: `link` must be one of https, http, blob, data, file, attachment"),
    Mistake(
      file: "links.yaml", text: "signed:\n  - {name: x, expires: Ex, \(fact)}\n",
      message: "links.yaml:2:24: keys stand in lower case, not as `Ex`"),
    Mistake(file: "sources.yaml", text: "", message: "sources.yaml: the file is empty"),
    Mistake(
      file: "lint/syntax/wrong-dash.md", text: "# no front matter\n",
      message: "wrong-dash.md: a page begins with front matter"),
  ]

  private static let fact = "source: [PL], verified: 2026-01-01, confidence: official"

  private static func gore(_ term: String) -> String {
    "category: gore\nterms:\n  - {\(term)}\n"
  }

  private static func parameter(_ fields: String) -> String {
    """
    group: style
    parameters:
      - name: stylize
        \(fields)
        summary: x
        source: [PL]
        verified: 2026-01-01
        confidence: official
    """ + "\n"
  }

  @Test(arguments: mistakes)
  func mistakeIsNamed(_ mistake: Mistake) throws {
    let folder = try TemporaryFolder()
    let rules = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.file("rules"), toPath: rules)
    try folder.write(mistake.text, to: "rules/\(mistake.file)")
    let error = try #require(throws: RuleFileError.self) { try RuleFolder(rules).load() }
    #expect(error.description.contains(mistake.message))
  }

  @Test(arguments: [
    ("parameters/style.yaml", "aliases: [w]", "aliases: [ar]", "`--ar` names both `aspect` and"),
    (
      "parameters/reference.yaml", "any: [cref]", "any: [crf]", "names `crf`, which is no parameter"
    ),
    (
      "parameters/reference.yaml", "replaced-by: oref", "replaced-by: x",
      "replaced by `x`, which is"
    ),
    (
      "models.yaml", "source: [WIKI, D22]", "source: [WIKY]",
      "does not define; did you mean `WIKI`?"
    ),
  ])
  func mistakeOfTheWholeIsNamed(
    _ file: String, _ old: String, _ new: String, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    let rules = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.file("rules"), toPath: rules)
    let text = try String(contentsOfFile: "\(rules)/\(file)", encoding: .utf8)
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: "rules/\(file)")
    let error = try #require(throws: RuleFileError.self) { try RuleFolder(rules).load() }
    #expect(error.description.contains(message))
  }

  @Test func missingFolderIsNamed() throws {
    let error = try #require(throws: RuleFileError.self) {
      try RuleFolder("/nowhere/rules").load()
    }
    #expect(
      error.description.contains(
        "/nowhere/rules/models.yaml: cannot be read: no such file or directory"))
  }
}
