// mjprompt.yaml: what it may say, what is wrong with it, where it is found.

import PromptCore
import PromptLint
import PromptRuleFiles
import PromptRules
import PromptTestSupport
import Testing

@Suite struct ConfigurationTests {
  let rules: RuleSet

  init() throws { rules = try RuleSet(.embedded) }

  @Test func readsEveryField() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "select: [MJ1, all]\nignore: [wrong-dash]\nseverity: {MJ205: error}\nmodel: niji 6\ntarget: web\n",
      to: "mjprompt.yaml")
    let path = "\(folder.path)/mjprompt.yaml"
    let read = try Configuration(path: path, rules: rules).choices
    #expect(read.select == Choice(["MJ1", "all"], "\(path):1"))
    #expect(read.ignore == [Choice("wrong-dash", "\(path):2")])
    #expect(read.severities.map(\.value.selector) == ["MJ205"])
    #expect(read.severities.map(\.value.severity) == [.error])
    #expect(read.model == Choice("niji 6", "\(path):4"))
    #expect(read.target?.value == "web")
  }

  @Test func readsTheGate() throws {
    let folder = try TemporaryFolder()
    try folder.write("gate: {deny: warning, actions: {gore: review}, budget: 9}\n", to: "base.yaml")
    try folder.write(
      """
      extends: base.yaml
      gate:
        review: hint
        sensitive: error
        actions: {MJ205: deny, wrong-dash: allow}
        rewrite: []
        jobs: 3
      """, to: "mjprompt.yaml")
    let path = "\(folder.path)/mjprompt.yaml"
    let gate = try Configuration(path: path, rules: rules).choices.gate
    #expect(gate.deny?.value == .warning && gate.deny?.origin.hasSuffix("base.yaml:1") == true)
    #expect(gate.actions.map(\.value.selector) == ["gore", "MJ205", "wrong-dash"])
    #expect(gate.actions[1].origin == "\(path):5")
    #expect(gate.policy.review == .hint && gate.policy.sensitive == .error)
    #expect(gate.policy.rewrite.isEmpty && gate.policy.jobs == 3 && gate.budget?.value == 9)
  }

  @Test(arguments: ["", "# only a comment\n"])
  func emptyFileChangesNothing(_ text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "mjprompt.yaml")
    let read = try Configuration(path: "\(folder.path)/mjprompt.yaml", rules: rules)
    #expect(read.choices == Choices() && read.overrides.isEmpty)
  }

  @Test(arguments: [
    ("selct: [MJ1]\n", "mjprompt.yaml:1:1: unknown field `selct`; did you mean `select`?"),
    (
      "ignore: [wrong-dahs]\n",
      "mjprompt.yaml:1:10: `wrong-dahs` is not known; did you mean `wrong-dash`?"
    ),
    ("severity: {MJ205: eror}\n", "must be one of hint, information, warning, error, not `eror`"),
    ("severity: {MJ999: error}\n", "`MJ999` is no check"),
    ("model: v77\n", "mjprompt.yaml:1:8: `v77` is not known; did you mean"),
    ("target: discrod\n", "`discrod` is not known; did you mean `discord`?"),
    ("select: {a: b}\n", "`select` must be text or a list of text"),
    ("gate: {dney: error}\n", "mjprompt.yaml:1:8: unknown field `dney`; did you mean `deny`?"),
    ("gate: {deny: eror}\n", "must be one of hint, information, warning, error, not `eror`"),
    ("gate: {actions: {goer: deny}}\n", "1:18: `goer` is not known; did you mean `gore`?"),
    ("gate: {actions: {gore: denny}}\n", "`gore` must be one of allow, review, deny, not `denny`"),
    ("gate: {actions: {MJ702: allow}}\n", "what could not be decided is always denied"),
    ("gate: {rewrite: [wrong-dahs]}\n", "`wrong-dahs` is not known; did you mean `wrong-dash`?"),
    ("gate: {jobs: 0}\n", "`jobs` must be a whole number from 1 on, not `0`"),
    ("overrides: [{files: a, gate: {}}]\n", "unknown field `gate`"),
    ("select: [\n", "mjprompt.yaml:2:1: "),
  ])
  func mistakeIsNamed(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "mjprompt.yaml")
    let error = try #require(throws: RuleFileError.self) {
      try Configuration(path: "\(folder.path)/mjprompt.yaml", rules: rules)
    }
    #expect(error.description.contains(message))
  }

  @Test func isFoundByWalkingUp() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a/mjprompt.yaml")
    try folder.write("", to: "a/b/c/x.prompt")
    let path = "\(folder.path)/a/mjprompt.yaml"
    #expect(Configuration.find(from: "\(folder.path)/a/b/c") == path)
    #expect(Configuration.find(from: "\(folder.path)/a") == path)
    #expect(Configuration.find(from: folder.path) != path)
  }
}
