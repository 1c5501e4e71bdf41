// The README is true: every command in it is run, and what it shows is what comes out.

import Foundation
import PromptTestSupport
import Testing

/// A command of a console block with what the README shows of its output.
struct ConsoleCommand: Sendable, CustomTestStringConvertible {
  let line: Int
  let command: String
  var output: [String] = []
  var testDescription: String { "README.md:\(line): \(command)" }

  /// The commands of all `console` blocks; a line `…` in an output stands for any lines.
  static let all: [ConsoleCommand] = {
    var commands: [ConsoleCommand] = []
    var fence: String?
    for (index, line) in Readme.lines.enumerated() {
      if let open = fence {
        if line == open {
          fence = nil
        } else if line.hasPrefix("$ ") {
          commands.append(ConsoleCommand(line: index + 1, command: String(line.dropFirst(2))))
        } else {
          commands[commands.count - 1].output.append(line)
        }
      } else if line.hasSuffix("`console") {
        fence = String(line.dropLast("console".count))
      }
    }
    return commands
  }()
}

/// The README.
enum Readme {
  static let text =
    (try? String(contentsOfFile: Repository.file("README.md"), encoding: .utf8)) ?? ""
  static let lines = text.components(separatedBy: "\n")

  /// The lines of the fenced blocks of a language.
  static func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map { block in
      block.components(separatedBy: "```")[0]
    }
  }
}

@Suite(.serialized) struct ReadmeTests {
  @Test(arguments: ConsoleCommand.all)
  func consoleShowsWhatComesOut(_ shown: ConsoleCommand) throws {
    let folder = try TemporaryFolder()
    let corpus = "\(folder.path)/corpus"
    try FileManager.default.copyItem(atPath: Repository.file("corpus"), toPath: corpus)
    let rules = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.file("rules"), toPath: rules)
    let tool = (Tool.path as NSString).deletingLastPathComponent
    let result = try Tool.shell("PATH=\"\(tool):$PATH\"; \(shown.command)", in: corpus)
    let actual = (result.output + result.errors).components(separatedBy: "\n").dropLast()
    #expect(matches(Array(actual), shown.output), "\(result.output)\(result.errors)")
  }

  private func matches(_ actual: [String], _ shown: [String]) -> Bool {
    guard let gap = shown.firstIndex(of: "…") else { return actual == shown }
    let (head, tail) = (shown[..<gap], shown[(gap + 1)...])
    return actual.count >= head.count + tail.count && actual.starts(with: head)
      && actual.suffix(tail.count).elementsEqual(tail)
  }

  /// There are two set-up commands, and the first works as it stands.
  @Test func setUpCommandsWork() throws {
    #expect(Readme.blocks("sh") == ["scripts/run lint corpus/tour.prompt\n", "scripts/test\n"])
    let result = try Tool.shell(
      "scripts/run lint corpus/tour.prompt", in: Repository.path,
      patience: Tool.patienceOfBuilds)
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "Found 7 errors, 2 warnings and 1 information message in 9 of 11 prompts"))
    #expect(FileManager.default.isExecutableFile(atPath: Repository.file("scripts/test")))
  }

  @Test func configurationIsAccepted() throws {
    let folder = try TemporaryFolder()
    try folder.write(try #require(Readme.blocks("yaml").first), to: "mjprompt.yaml")
    let result = try Tool.run(["lint", "--prompt", "A comet --V 7"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output == "1 prompt, nothing to report.\n")
  }

  static let hasPython = Tool.hasProgram("python3")

  /// The score of the table is what the script counts.
  @Test(.enabled(if: hasPython, "python3 is not installed"))
  func probeIsJudgedAsTheTableSays() throws {
    let result = try Tool.shell("scripts/probe", in: Repository.path)
    #expect(result.status == 0)
    #expect(Readme.text.contains("$ scripts/probe\n\(result.output)```"), "\(result.output)")
  }

  static let hasPeers = ["hyperfine", "rg", "ruff"].allSatisfy { Tool.hasProgram($0) }

  /// The comparison runs; what it measures is no matter of a test.
  @Test(.enabled(if: hasPeers, "hyperfine, ripgrep and ruff are not installed"))
  func startupComparisonRuns() throws {
    let result = try Tool.shell("scripts/bench-startup 10", in: Repository.path)
    #expect(result.status == 0)
    #expect(result.output.contains("lint / ruff"))
  }
}
