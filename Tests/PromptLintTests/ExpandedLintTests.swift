// Prompts with permutations are judged prompt by prompt, with places in the original.

import PromptCore
import PromptTestSupport
import Testing

struct ExpandedLintTests {
  @Test(arguments: [
    ("a comet --s {50, 5000} --v 7", "MJ203", "5000"),
    ("a comet --ar {3:2, 16x9} --v 7", "MJ204", "16x9"),
    ("a comet --{v 7, v 99}", "MJ302", "99"),
    ("a comet --oref https://example.com/a.png --v {7, 8.2}", "MJ301", "--oref"),
    ("a {gory, quiet} field --v 7", "MJ701", "gory"),
    ("a {mu,nu}de field --v 7", "MJ701", "nu}de"),
    ("a comet --{sw 5, tile} --v 7", "MJ402", "sw 5"),
  ])
  func findingsPointIntoTheOriginal(_ text: String, _ code: String, _ place: String) throws {
    let found = try PromptJudge().diagnostics(SourceText(text))
    let finding = try #require(found.first { $0.rule.code == code })
    #expect(SourceText(text).string(in: finding.range).hasSuffix(place))
    #expect(finding.fixes.isEmpty || !finding.notes.contains { $0.message.contains("expanded") })
  }

  @Test(arguments: [
    "a {red, blue} comet --ar {3:2, 1:1} --v 7", "a comet --{v 5, niji 6}",
    "a comet --s {50, 100} --v {6.1, 7}", #"a sign with \{braces\} --v 7"#,
  ])
  func validPermutationsAreClean(_ text: String) throws {
    let found = try PromptJudge().diagnostics(SourceText(text))
    #expect(found.allSatisfy { $0.rule.name == "several-jobs" })
  }

  @Test func aFindingIsReportedOnce() throws {
    let text = "a {red, blue} comet --s 5000 --v 7"
    #expect(try PromptJudge().diagnostics(SourceText(text)).map(\.rule.code) == ["MJ801", "MJ203"])
  }
}
