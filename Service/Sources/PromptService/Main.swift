// The entry of `mjprompt-service`: once more without crash reports, then the subcommands, then the exit
// code.

import ArgumentParser
import PromptCommand
import PromptFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program.
struct MJPromptService: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mjprompt",
    abstract: "Submits Midjourney prompts that passed the gate, and asks after their tasks.",
    discussion: """
      Exit codes: 0 all is well, 1 prompts were denied, 2 wrong arguments, configuration or rule file, \
      3 input, output, ledger or network failed, 4 the API refused or a task failed, 5 the outcome of a \
      submission is not known.
      """,
    version: "mjprompt-service \(ToolVersion.current)",
    subcommands: [SubmitCommand.self, TaskCommand.self])
}

@main
enum Main {
  static func main() async {
    FileSystem.ignoreBrokenPipeSignal()
    ProgramImage.forbidCoreDumps()
    let status: ExitStatus
    do {
      try becomeQuiet()
      try checkVersion()
      status = try await perform()
    } catch let failure as CommandFailure {
      Messages(program: "mjprompt").say(failure)
      status = failure.status
    } catch let error as FileError {
      if error.kind != .brokenPipe { Messages(program: "mjprompt").say(error.description) }
      status = error.kind == .brokenPipe ? .clean : .inputOutput
    } catch {
      Messages(program: "mjprompt").say("\(error)")
      status = .inputOutput
    }
    exit(status.rawValue)
  }

  /// Starts the program once more with Swift's crash reports off, since they print registers, in which the
  /// key may stand.
  private static func becomeQuiet() throws {
    let (name, value) = ("SWIFT_BACKTRACE", "enable=no")
    if FileSystem.environmentVariable(name) == value { return }
    guard let path = ProgramImage.path else { return }
    try ProgramImage.become(path, arguments: ProgramImage.arguments, setting: [(name, value)])
  }

  /// `mjprompt` says its version to the program that it becomes; both must be equal.
  private static func checkVersion() throws(CommandFailure) {
    guard let caller = FileSystem.environmentVariable(ServiceProgram.versionVariable),
      caller != ToolVersion.current
    else { return }
    throw CommandFailure(
      "mjprompt is \(caller), and mjprompt-service beside it \(ToolVersion.current); "
        + "install both from one version", .usage)
  }

  private static func perform() async throws -> ExitStatus {
    do {
      let arguments = Array(ProgramImage.arguments.dropFirst())
      var command = try MJPromptService.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .clean
    } catch let error where MJPromptService.isOfParser(error) {
      return try ended(by: error)
    }
  }

  /// What ArgumentParser has to say: help goes to standard output, mistakes end with 2, not 64.
  private static func ended(by error: any Error) throws -> ExitStatus {
    let code = MJPromptService.exitCode(for: error)
    let text = MJPromptService.fullMessage(for: error)
    if !text.isEmpty {
      var output = code.isSuccess ? OutputWriter.standardOutput() : OutputWriter.standardError()
      try output.write(text + "\n")
      try output.flush()
    }
    return ExitStatus(rawValue: code.rawValue) ?? .usage
  }
}

extension MJPromptService {
  /// Whether an error is the parser's own or an exit code, and not one of ours.
  fileprivate static func isOfParser(_ error: any Error) -> Bool {
    error is ExitCode || error is CleanExit || error is ValidationError
      || exitCode(for: error) != .failure
  }
}
