// How the options of the command line and the nearest configuration make a linter.

import ArgumentParser
import PromptCommand
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct LinterSourceTests {
  private func linter(_ arguments: [String], for path: String? = nil) throws -> Linter {
    var source = try LinterSource(try LintingOptions.parse(arguments).settings)
    return try source.judgement(for: path).linter
  }

  @Test func optionsWinOverTheConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write("model: v6\ntarget: web\nignore: [MJ1]\n", to: "mjprompt.yaml")
    let path = "\(folder.path)/sub/a.prompt"
    let options = try linter(["--model", "v7", "--ignore", "MJ2,MJ3"], for: path).options
    let models = try RuleSet(.embedded).models.models
    #expect(options.model.map { models[$0].id } == "v7")
    #expect(options.target == "web")
    #expect(options.ignore == ["MJ1", "MJ2", "MJ3"])
  }

  @Test func theDayDecidesOnTheDefault() throws {
    #expect(try linter(["--as-of", "2024-08-01"]).options.asOf == Day("2024-08-01"))
  }

  @Test(arguments: [["--model", "v9000"], ["--select", "nothing"], ["--as-of", "soon"]])
  func wrongOptionsAreFailuresOfUsage(_ arguments: [String]) throws {
    let failure = try #require(throws: CommandFailure.self) { try linter(arguments) }
    #expect(failure.status == .usage)
  }

  @Test func theHighestStatusWins() {
    var status = ExitStatus.findings
    status.raise(to: .clean)
    #expect(status == .findings)
    status.raise(to: .inputOutput)
    #expect(status.rawValue == 3)
  }
}
