// `mjprompt task status|list|image`: questions, which cost nothing.

import ArgumentParser
import PromptCommand
import PromptFiles
import PromptReport
import PromptRules
import PromptSubmit

/// Shows tasks as they stand.
struct TaskStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how far tasks are, with their buttons and images.")

  @Argument(help: ArgumentHelp("The numbers of tasks.", valueName: "task"))
  var tasks: [UInt64]

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @OptionGroup(title: "API") var connection: ConnectionOptions

  func run() async throws {
    var status = ExitStatus.clean
    try await TaskClient.run(connection) { client in
      var output = OutputWriter.standardOutput()
      for id in tasks {
        let task = try await client.task(id)
        if task.ending == .failure { status.raise(to: .refused) }
        try output.write(json ? TaskForm.json(task) : TaskForm.text(task))
      }
      try output.flush()
    }
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}

/// Lists submissions of the ledger, or tasks of the API.
struct TaskList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the ledger holds, or with --remote what the API has.")

  @Flag(help: "Ask the API for all its tasks.")
  var remote = false

  @Option(help: "Only submissions in this state.")
  var state: SubmissionState?

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @OptionGroup(title: "Ledger") var ledger: LedgerOptions
  @OptionGroup(title: "API") var connection: ConnectionOptions

  func run() async throws {
    if remote { return try await listTasks() }
    do {
      try listSubmissions(try Ledger(try ledger.path(), isReadOnly: true))
    } catch let error as LedgerError {
      throw CommandFailure(error.description, .inputOutput)
    }
  }

  private func listSubmissions(_ ledger: Ledger) throws {
    let failures = FailureTexts(try RuleSet(.embedded))
    var output = OutputWriter.standardOutput()
    var last: Int64 = 0
    while true {
      let some = try ledger.submissions(after: last, state: state)
      guard let end = some.last else { break }
      for submission in some {
        let failure = submission.state == .failed ? failures.failure(submission) : nil
        try output.write(json ? submission.json(failure) : Self.line(submission, failure))
      }
      last = end.number
    }
    try output.flush()
  }

  private static func line(_ submission: Submission, _ failure: TaskFailure?) -> String {
    let task = submission.task.map { "\($0)" } ?? "-"
    let detail = failure?.text ?? submission.detail ?? submission.plan.prompt
    return "\(submission.state)\t\(task)\t\(submission.place)\t\(VisibleText.escape(detail))\n"
  }

  private func listTasks() async throws {
    try await TaskClient.run(connection) { client in
      var output = OutputWriter.standardOutput()
      let (limiter, size) = (connection.limiter, 20)
      for page in 1... {
        await limiter.wait()
        let found = try await client.tasks(page: page, size: size).tasks
        for task in found {
          try output.write(json ? TaskForm.json(task) : TaskForm.line(task))
        }
        if found.count < size { break }
      }
      try output.flush()
    }
  }
}

/// Shows where the image of a task can be had.
struct TaskImage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image", abstract: "Print the addresses of a task's image.")

  @Argument(help: ArgumentHelp("The number of a task.", valueName: "task"))
  var task: UInt64

  @Flag(help: "Print a JSON object.")
  var json = false

  @OptionGroup(title: "API") var connection: ConnectionOptions

  func run() async throws {
    try await TaskClient.run(connection) { client in
      let addresses = ImageAddresses(try await client.task(task)).all
      if addresses.isEmpty { throw CommandFailure("task \(task) has no image yet", .findings) }
      var output = OutputWriter.standardOutput()
      try output.write(json ? TaskForm.json(addresses) : TaskForm.text(addresses))
      try output.flush()
    }
  }
}
