// The schemas accept every rule file of the repository and refuse what the readers refuse.

import Foundation
import PromptRuleFiles
import PromptTestSupport
import Testing
import YAML

@Suite struct SchemaTests {
  /// The paths of all rule files below rules/.
  static let paths = (FileManager.default.subpaths(atPath: Repository.file("rules")) ?? [])
    .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }.sorted()

  private func schema(_ kind: RuleFileKind) throws -> JSONValue {
    try JSONValue.parse(kind.schema)
  }

  /// The text of a rule file; of a page its front matter.
  private static func text(_ path: String) throws -> String {
    let text = try String(contentsOfFile: Repository.file("rules/\(path)"), encoding: .utf8)
    return path.hasSuffix(".md") ? text.components(separatedBy: "---\n")[1] : text
  }

  @Test(arguments: paths)
  func ruleFileIsValid(_ path: String) throws {
    let kind = try #require(RuleFileKind(pathInFolder: path), "a file of no kind")
    let value = try JSONValue.parse(Array(try Self.text(path).utf8))
    let errors = SchemaValidator().errors(value, try schema(kind))
    #expect(errors.isEmpty, "\(path): \(errors.joined(separator: "\n"))")
  }

  @Test func everyKindButTheConfigurationHasFiles() {
    let kinds = Set(Self.paths.compactMap(RuleFileKind.init(pathInFolder:)))
    #expect(Set(RuleFileKind.allCases).subtracting(kinds) == [.configuration])
  }

  @Test func configurationIsValid() throws {
    let text =
      "select: [all]\nignore: []\nseverity: {MJ101: warning}\nmodel: v7\ntarget: web\n"
      + "gate: {deny: error, actions: {gore: review}, rewrite: [], jobs: 4}\n"
    let errors = SchemaValidator().errors(
      try JSONValue.parse(Array(text.utf8)), try schema(.configuration))
    #expect(errors.isEmpty)
  }

  @Test(arguments: RuleFileKind.allCases)
  func schemaSaysWhatItIs(_ kind: RuleFileKind) throws {
    let schema = try schema(kind)
    #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
    #expect(schema["additionalProperties"] == .bool(false))
    #expect(!Self.descriptions(schema).contains(""))
  }

  private static func descriptions(_ schema: JSONValue) -> [String] {
    schema.members.flatMap { key, value in
      key == "properties"
        ? value.members.values.flatMap { [$0["description"]?.text ?? ""] + descriptions($0) }
        : descriptions(value)
    }
  }

  // MARK: What readers refuse

  /// A mistake: which file, what of it, and what stands there instead.
  static let mistakes = [
    ("models.yaml", "family: v\n", "famly: v\n"), ("models.yaml", "family: v\n", "family: w\n"),
    ("models.yaml", "released: 2022-02-01", "released: yesterday"),
    ("models.yaml", "niji-default: niji7\n", ""),
    ("features.yaml", "  - name: grid\n", "  - nam: grid\n"),
    ("parameters/style.yaml", "value: integer", "value: intger"),
    ("parameters/style.yaml", "range: \"0..100\"", "range: \"100\""),
    ("parameters/style.yaml", "cost: .5", "cost: -1"),
    ("parameters/image.yaml", "maximum: \"14:1\"", "maximum: wide"),
    ("parameters/style.yaml", "{in: [v7], cost", "{inn: [v7], cost"),
    ("parameters/style.yaml", "source: [PL, FAQ, D24]", "source: []"),
    ("parameters/order.yaml", "order: [", "ordre: ["), ("plans.yaml", "jobs: 4\n", "jobs: 0\n"),
    ("profiles.yaml", "medium: information\n", "medium: info\n"),
    ("profiles.yaml", "reported-only: true", "reported-only: maybe"),
    ("profiles.yaml", "    soft: hint\n", ""),
    ("sensitive/drugs.yaml", "reported: true", "reported: yes"),
    ("targets.yaml", "permutations: client", "permutations: maybe"),
    ("targets.yaml", "unit: characters", "unit: letters"),
    ("sources.yaml", "kind: official", "kind: royal"), ("words/filler.yaml", "words: [", "word: ["),
    ("sensitive/gore.yaml", "weight: 2\n", "weight: 9\n"),
    ("sensitive/gore.yaml", "scopes: [text, \"no\"]", "scopes: [txt]"),
    ("sensitive/gore.yaml", "  - word: gore\n", "  - {word: a, phrase: b}\n  - word: gore\n"),
    ("sensitive/minors.yaml", "    within: 12\n", "    within: 41\n"),
    ("sensitive/minors.yaml", "near: [beauty", "near: []\n    forms: [beauty"),
    ("sensitive/allow.yaml", "  - phrase: cutting-edge\n", "  - phrse: cutting-edge\n"),
    ("sensitive/zh/sexual.yaml", "language: zh\n", "language: Chinese\n"),
    ("sensitive/zh/sexual.yaml", "reviewed: false\n", "reviewed: maybe\n"),
    ("lint/syntax/wrong-dash.md", "fix: safe", "fix: sure"),
  ]

  @Test(arguments: mistakes)
  func schemaAndReaderRefuseTheSame(_ path: String, _ old: String, _ new: String) throws {
    let (text, kind) = (try Self.text(path), try #require(RuleFileKind(pathInFolder: path)))
    try #require(text.contains(old))
    let broken = text.replacing(old, with: new, maxReplacements: 1)
    let value = try JSONValue.parse(Array(broken.utf8))
    #expect(!SchemaValidator().errors(value, try schema(kind)).isEmpty, "the schema accepts it")
    let folder = try RuleFolderCopy()
    try folder.replace(old, in: path, with: new)
    #expect(throws: RuleFileError.self) { try RuleFolder(folder.path).load() }
  }
}
