// The entry of `mjprompt`: the version at once, then the subcommands, then the exit code.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptRules
import PromptScan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program.
struct MJPrompt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mjprompt",
    abstract:
      "Composes, lints, repairs and normalizes Midjourney prompts before anyone pays for them.",
    discussion: """
      Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong arguments, \
      configuration, rule file or template, 3 input or output failed, 4 upstream refused, 5 the \
      outcome of a submission is not known.

      `mjprompt submit` and `mjprompt task` run mjprompt-service, which must lie beside this program.
      """,
    version: Self.version,
    subcommands: [
      Lint.self, Format.self, Expand.self, Compose.self, Edit.self, GateCommand.self, Explain.self,
      Rules.self, Schema.self,
    ])

  /// The version of the program, of its rules and of its pattern engine.
  static var version: String {
    let date = RuleImage.embeddedDate.map { "rules of \($0.text)" } ?? "rules damaged"
    return "mjprompt \(ToolVersion.current) (\(date), PCRE2 \(TermScanner.engineVersion))"
  }
}

@main
enum Main {
  static func main() {
    FileSystem.holdStandardStreams()
    FileSystem.ignoreBrokenPipeSignal()
    exit(run().rawValue)
  }

  private static func run() -> ExitStatus {
    do { return try perform() } catch let failure as CommandFailure {
      Messages(program: "mjprompt").say(failure)
      return failure.status
    } catch let error as FileError {
      if error.kind == .brokenPipe { return .clean }
      Messages(program: "mjprompt").say(error.description)
      return .inputOutput
    } catch {
      return .usage
    }
  }

  private static func perform() throws -> ExitStatus {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments == ["--version"] { return try answer(MJPrompt.version) }
    if let command = arguments.first, ServiceProgram.commands.contains(command) {
      try ServiceProgram.become(Array(arguments))
    }
    if let status = try runPlain(arguments) { return status }
    do {
      var command = try MJPrompt.parseAsRoot()
      try command.run()
      return .clean
    } catch let error where !(error is CommandFailure || error is FileError) {
      return try ended(by: error)
    }
  }

  /// Runs `lint` or `fmt` when nothing but paths follows, as hooks and editors call them on every
  /// save; nil for anything else. Parsing arguments takes longer than judging a file.
  private static func runPlain(_ arguments: ArraySlice<String>) throws -> ExitStatus? {
    let paths = Array(arguments.dropFirst())
    guard !paths.isEmpty, paths.allSatisfy({ $0 == "-" || !$0.hasPrefix("-") }) else { return nil }
    switch arguments.first {
    case "lint": return try LintJob.run(LintSettings(input: InputSettings(paths: paths)))
    case "fmt": return try FormatJob.run(FormatSettings(input: InputSettings(paths: paths)))
    default: return nil
    }
  }

  /// What ArgumentParser has to say: help goes to standard output, mistakes end with 2, not 64.
  private static func ended(by error: any Error) throws -> ExitStatus {
    let code = MJPrompt.exitCode(for: error)
    let text = MJPrompt.fullMessage(for: error)
    if code.isSuccess { return try answer(text) }
    if !text.isEmpty {
      var output = OutputWriter.standardError()
      try? output.write(text + "\n")
      try? output.flush()
    }
    return ExitStatus(rawValue: code.rawValue) ?? .usage
  }

  private static func answer(_ text: String) throws -> ExitStatus {
    var output = OutputWriter.standardOutput()
    try output.write(text + "\n")
    try output.flush()
    return .clean
  }
}
