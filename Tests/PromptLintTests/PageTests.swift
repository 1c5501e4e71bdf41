// The pages of rules/lint are true: every prompt in them is judged as the page says.

import PromptCore
import PromptLint
import PromptRuleFiles
import PromptTestSupport
import Testing

struct PageTests {
  /// The pages; none when the rules can't be read, which is one failure and not two hundred.
  static let paths = (try? RepositoryRules.load()) == nil ? [] : (try? CheckPage.paths()) ?? []

  // MARK: Pages and checks

  @Test func rulesCanBeRead() throws {
    _ = try RepositoryRules.load()
    #expect(!Self.paths.isEmpty)
  }

  @Test func everyCheckHasItsPage() throws {
    let pages = try CheckPage.paths().map { try CheckPage($0).metadata }
    #expect(pages.map(\.code).sorted() == RuleCatalog.all.map(\.metadata.code).sorted())
  }

  @Test(arguments: paths)
  func frontMatterRepeatsTheCheck(path: String) throws {
    let page = try CheckPage(path).metadata
    #expect(RuleCatalog.metadata(page.code) == page, "\(path): the check says otherwise")
    #expect(path.hasSuffix("/\(page.name).md"), "\(path) is the page of \(page.name)")
  }

  @Test(arguments: paths)
  func pageShowsWhatItPromises(path: String) throws {
    let page = try CheckPage(path)
    let code = page.metadata.code
    #expect(
      page.bad.contains { $0.expectations.contains { $0.code == code } }, "\(path): no \(code)")
    #expect(!page.good.isEmpty, "\(path): no good prompt")
    #expect(page.pairs.map(\.accepting).max() == page.metadata.fix, "\(path): the best fix shown")
  }

  // MARK: Prompts

  @Test(arguments: paths)
  func badPromptsProduceWhatStandsBelow(path: String) throws {
    let page = try CheckPage(path)
    let judge = try PromptJudge(page)
    for bad in page.bad {
      #expect(!bad.expectations.isEmpty, "\(path):\(bad.line): nothing is expected: \(bad.written)")
      expect(
        judge.diagnostics(bad.source), bad.expectations, at: "\(path):\(bad.line): \(bad.written)")
    }
  }

  @Test(arguments: paths)
  func goodPromptsProduceNothing(path: String) throws {
    let page = try CheckPage(path)
    let judge = try PromptJudge(page)
    for good in page.good {
      expect(judge.diagnostics(good.source), [], at: "\(path):\(good.line): \(good.written)")
    }
  }

  /// The expectations don't depend on where the prompt lies in its source.
  @Test(arguments: paths)
  func rangesFollowThePromptInItsSource(path: String) throws {
    let page = try CheckPage(path)
    let judge = try PromptJudge(page)
    for bad in page.bad {
      let (source, range) = Surroundings.around(bad.prompt.bytes)
      let moved = bad.expectations.map { $0.shifted(by: Int(range.start)) }
      expect(
        judge.diagnostics(source, in: range), moved,
        at: "\(path):\(bad.line): \(bad.written) (in a file)")
    }
  }

  /// Wide and combining characters before a place move it by their bytes.
  @Test(arguments: paths)
  func rangesFollowTheTextBeforeThem(path: String) throws {
    let page = try CheckPage(path)
    let judge = try PromptJudge(page)
    for bad in page.bad where Surroundings.takesText(bad, judge) {
      let source = SourceText(Surroundings.text + bad.prompt.bytes)
      let moved = bad.expectations.map { $0.shifted(by: Surroundings.text.count) }
      expect(
        judge.diagnostics(source), moved, at: "\(path):\(bad.line): \(bad.written) (behind text)")
    }
  }

  // MARK: Fixes

  @Test(arguments: paths)
  func fixesMakeOfThePromptWhatStandsBelow(path: String) throws {
    let page = try CheckPage(path)
    let judge = try PromptJudge(page)
    for pair in page.pairs {
      let fixed = judge.fixed(pair.before.source, accepting: pair.accepting)
      let (actual, expected) = (shown(fixed.source), shown(pair.after.source))
      let place = "\(path):\(pair.line): \(shown(pair.before.source))"
      #expect(actual == expected, "\(place)\n  expected \(expected)\n  actual   \(actual)")
      #expect(fixed.isStable, "\(place): not stable after \(FixApplier.maximumRounds) rounds")
    }
  }

  @Test(arguments: paths)
  func fixesApplyOnlyOnce(path: String) throws {
    let page = try CheckPage(path)
    let judge = try PromptJudge(page)
    for source in page.bad.map(\.source) + page.pairs.map(\.before.source) {
      for lowest in [Applicability.safe, .unsafe] {
        let once = judge.fixed(source, accepting: lowest).source
        let twice = judge.fixed(once, accepting: lowest).source
        #expect(once == twice, "\(path): \(shown(source))\n  \(shown(once))\n  \(shown(twice))")
      }
    }
  }
}
