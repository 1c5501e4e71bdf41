// Messages for people on standard error.

internal import PromptCore
public import PromptFiles
internal import PromptReport

/// Collects what went wrong on the way; findings are no such thing.
public struct Messages {
  /// How the program ends by what was seen so far.
  public var status = ExitStatus.clean
  private let program: String

  /// Messages of the program of that name.
  public init(program: String) { self.program = program }

  /// Says something on standard error; control characters are shown as escapes.
  public func say(_ text: String) {
    var output = OutputWriter.standardError()
    // Nobody is left to tell when standard error is closed.
    try? output.write("\(program): \(VisibleText.escape(text))\n")
    try? output.flush()
  }

  /// Says why the program stops.
  public func say(_ failure: CommandFailure) {
    for line in [failure.description] + failure.others { say(line) }
  }

  /// Reports input that can't be read.
  public mutating func report(_ error: FileError) {
    say(error.description)
    status.raise(to: .inputOutput)
  }

  /// Replaces a file; when that fails, reports it and returns false.
  public mutating func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    do {
      try FileSystem.replace(path, with: bytes)
      return true
    } catch {
      report(error)
      return false
    }
  }

  /// Reports why the program stops.
  public mutating func report(_ failure: CommandFailure) {
    say(failure)
    status.raise(to: failure.status)
  }

  /// Reports the lines of a file that can't be read.
  public mutating func report(_ problems: [FileProblem], in path: String) {
    for problem in problems {
      let place = "\(path):\(problem.location.line):\(problem.location.column)"
      say("\(place): \(problem.message)")
      status.raise(to: .inputOutput)
    }
  }
}
